using System.Text;

namespace TalentHub.Domain.Common;

/// <summary>
/// A person's name. Kept as given and family part so that both languages can order it: 李明 has no space and the family name first.
/// </summary>
public sealed record PersonName
{
    public const int PartLength = 100;

    private PersonName()
    {
        Given = Family = string.Empty;
    }

    public PersonName(string? given, string? family)
    {
        Given = Require.AtMost(given, PartLength, "GivenName") ?? string.Empty;
        Family = Require.AtMost(family, PartLength, "FamilyName") ?? string.Empty;
        Require.That(Given.Length + Family.Length > 0, "Write a name.", "GivenName");
    }

    public string Given { get; private init; }

    public string Family { get; private init; }

    /// <summary>As it is written in the name's own script: 李明, or Ada Lovelace.</summary>
    public string Display =>
        Family.Length == 0 ? Given
        : Given.Length == 0 ? Family
        : IsHan(Family) && IsHan(Given) ? Family + Given
        : $"{Given} {Family}";

    /// <summary>Whether a typed line is this name: in either order, whatever the capitals, accents, spaces and dots.</summary>
    public bool IsWrittenAs(string? line)
    {
        var typed = Letters(line);
        return typed.Length > 0 && (typed == Letters(Given + Family) || typed == Letters(Family + Given));
    }

    /// <summary>Splits one typed line: 李明 → 李 + 明, 欧阳娜娜 → 欧阳 + 娜娜, Ada King Lovelace → Ada King + Lovelace.</summary>
    public static PersonName Parse(string line)
    {
        var text = line.Trim();
        if (text.Length is > 1 and <= 6 && IsHan(text))
        {
            var family = text.Length >= 3 && ChineseFamilyNames.IsCompound(text[..2]) || text.Length == 4 ? 2 : 1;
            return new PersonName(text[family..], text[..family]);
        }

        var space = text.LastIndexOf(' ');
        return space < 0 ? new PersonName(text, null) : new PersonName(text[..space].Trim(), text[(space + 1)..]);
    }

    public override string ToString() => Display;

    private static string Letters(string? text) => string.Concat((text ?? string.Empty).Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool IsHan(string text) => text.All(c => Han.Is(c) || c == '·');
}
