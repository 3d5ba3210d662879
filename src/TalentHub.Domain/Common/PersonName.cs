using System.Text;

namespace TalentHub.Domain.Common;

/// <summary>
/// A person's name. Kept as given and family part so that both languages can order it: 李明 has no space and the family name first. Beside a Chinese name may stand how its bearer spells
/// it in Latin letters.
/// </summary>
public sealed record PersonName
{
    public const int PartLength = 100;

    private static readonly char[] AroundLatin = [' ', '(', ')', '（', '）', ',', '，', '/'];

    private PersonName()
    {
        Given = Family = string.Empty;
    }

    /// <param name="latin">Kept beside a Chinese name only: any other is in letters already, or has one spelling.</param>
    public PersonName(string? given, string? family, string? latin = null)
    {
        Given = Require.AtMost(given, PartLength, "GivenName") ?? string.Empty;
        Family = Require.AtMost(family, PartLength, "FamilyName") ?? string.Empty;
        Require.That(Given.Length + Family.Length > 0, "Write a name.", "GivenName");
        var spelling = Require.AtMost(latin, PartLength, "LatinName");
        Require.That(IsSpelling(spelling), "Write it in Latin letters.", "LatinName");
        Latin = IsChinese ? spelling : null;
    }

    public string Given { get; private init; }

    public string Family { get; private init; }

    /// <summary>How the person writes a Chinese name in letters: Li Ming. Null where they did not say.</summary>
    public string? Latin { get; private init; }

    /// <summary>As it is written in the name's own script: 李明, or Ada Lovelace.</summary>
    public string Display =>
        Family.Length == 0 ? Given
        : Given.Length == 0 ? Family
        : IsHan(Family) && IsHan(Given) ? Family + Given
        : $"{Given} {Family}";

    /// <summary>Whether all of it is in Chinese characters.</summary>
    public bool IsChinese => IsHan(Family) && IsHan(Given);

    /// <summary>As a reader of a language can read it: in English "Li Ming 李明" where the spelling is known.</summary>
    public string In(string language) => Latin is null || IsZh(language) ? Display : $"{Latin} {Display}";

    /// <summary>As one speaks to the person in a language: in English "Li Ming" where the spelling is known.</summary>
    public string CalledIn(string language) => Latin is null || IsZh(language) ? Display : Latin;

    /// <summary>For a sentence that is kept and read in either language.</summary>
    public Bilingual InBoth() => new(In("en"), In("zh-CN"));

    /// <summary>Whether a text can be a spelling in Latin letters; nothing can.</summary>
    public static bool IsSpelling(string? text) => string.IsNullOrWhiteSpace(text) || IsLatin(text);

    public PersonName Spelt(string? latin) => new(Given, Family, latin);

    /// <summary>Whether a typed line is this name: in either order or spelling, whatever the capitals, accents, spaces and dots.</summary>
    public bool IsWrittenAs(string? line)
    {
        var typed = Letters(line);
        return typed.Length > 0
            && (typed == Letters(Given + Family) || typed == Letters(Family + Given)
                || (Latin is not null && (typed == Letters(Latin) || typed == Letters(Latin + Display) || typed == Letters(Display + Latin)
                    || typed == Letters(string.Concat(Latin.Split(' ').Reverse())))));
    }

    /// <summary>
    /// Splits one typed line: 李明 → 李 + 明, 欧阳娜娜 → 欧阳 + 娜娜, Ada King Lovelace → Ada King + Lovelace, and "李明 Li Ming", "Li Ming 李明" or "李明（Li Ming）" into name and spelling.
    /// </summary>
    /// <param name="latin">The spelling where it was asked for apart; it counts before that of the line.</param>
    public static PersonName Parse(string line, string? latin = null)
    {
        var (text, spelling) = Apart(line.Trim());
        spelling = string.IsNullOrWhiteSpace(latin) ? spelling : latin;
        var space = text.LastIndexOf(' ');
        if (IsHan(text.Replace(" ", string.Empty, StringComparison.Ordinal)) && text.Count(c => c == ' ') == 1)
        {
            return new PersonName(text[(space + 1)..], text[..space], spelling);
        }

        if (text.Length is > 1 and <= 6 && IsHan(text))
        {
            var family = text.Length >= 3 && ChineseFamilyNames.IsCompound(text[..2]) || text.Length == 4 ? 2 : 1;
            return new PersonName(text[family..], text[..family], spelling);
        }

        return space < 0 ? new PersonName(text, null, spelling) : new PersonName(text[..space].Trim(), text[(space + 1)..], spelling);
    }

    public override string ToString() => Display;

    /// <summary>A Chinese name of two characters or more, and the letters before or behind it.</summary>
    private static (string Name, string? Latin) Apart(string line)
    {
        var first = line.AsSpan().IndexOfAny(Han.All);
        var last = line.AsSpan().LastIndexOfAny(Han.All);
        if (first < 0 || first == last)
        {
            return (line, null);
        }

        var (before, name, behind) = (line[..first].Trim(AroundLatin), line[first..(last + 1)], line[(last + 1)..].Trim(AroundLatin));
        var isApart = IsHan(name.Replace(" ", string.Empty, StringComparison.Ordinal)) && (before.Length == 0) != (behind.Length == 0) && IsLatin(before + behind);
        return isApart ? (name, before + behind) : (line, null);
    }

    private static string Letters(string? text) => string.Concat((text ?? string.Empty).Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool IsZh(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);

    private static bool IsHan(string text) => text.All(c => Han.Is(c) || c == '·');

    /// <summary>Letters with or without marks, and what stands between the parts of a name.</summary>
    private static bool IsLatin(string text) =>
        text.Any(char.IsLetter) && text.All(c => char.IsLetter(c) ? c is < '\u0250' or (>= '\u1E00' and <= '\u1EFF') : c is ' ' or '-' or '.' or ',' or '\'' or '’' or '·' || c is >= '\u0300' and <= '\u036F');
}
