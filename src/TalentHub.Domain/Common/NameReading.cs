using System.Globalization;
using System.Text;

namespace TalentHub.Domain.Common;

/// <summary>A name as it sounds, in small Latin letters: what lists are sorted by, and how a Chinese name is found by whoever types letters.</summary>
public static class NameReading
{
    public const int KeyLength = 300;

    /// <summary>Letters that Unicode does not take apart into a plain one and its mark.</summary>
    private const string Joined = "ø o ł l đ d ħ h ß ss æ ae œ oe þ th ð d ı i ŋ n";

    private static readonly Dictionary<char, string> Plain = Joined.Split(' ').Chunk(2).ToDictionary(pair => pair[0][0], pair => pair[1]);

    /// <summary>Readings of given names that differ from the character's usual one.</summary>
    private static readonly Dictionary<char, string> Given = new() { ['晟'] = "sheng", ['曾'] = "zeng" };

    /// <summary>
    /// Family name first: "lovelace ada", "li ming 李明"; where somebody spells a Chinese name in letters, by that spelling. The characters settle who comes first of those that sound alike, so that the same name stands together.
    /// </summary>
    public static string SortKey(PersonName name)
    {
        var letters = Spelt(name) ?? string.Join(' ', new[] { Letters(Family(name)), Letters(GivenOf(name)) }.Where(part => part.Length > 0));
        var key = HasHan(name) ? $"{letters} {name.Family}{name.Given}" : letters;
        return key.Length == 0 ? name.Display.ToLowerInvariant() : key.Length <= KeyLength ? key : key[..KeyLength];
    }

    /// <summary>
    /// The words under which letters find a Chinese name, as few as do it (search finds beginnings): 李明 by "liming" and "mingli", so "li ming" in either order as well; of longer
    /// parts each later syllable too. Those who type pinyin write v for ü. A name in letters is found by its own words.
    /// </summary>
    public static IEnumerable<string> Words(PersonName name)
    {
        if (!HasHan(name))
        {
            return [];
        }

        var (family, given) = (Family(name), GivenOf(name));
        IEnumerable<string> words = [string.Concat(family.Concat(given)), string.Concat(given.Concat(family)), .. family.Skip(1), .. given.Skip(1)];
        return words.SelectMany(w => w.Contains('ü', StringComparison.Ordinal) ? new[] { Fold(w), Fold(w.Replace('ü', 'v')) } : [Fold(w)]).Distinct();
    }

    /// <summary>Small letters without accents, words a space apart, all other signs gone: "O’Brien-Łuć" → "obrien luc". Other scripts stay as they are.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLower(CultureInfo.InvariantCulture))
        {
            if (Plain.TryGetValue(c, out var letters))
            {
                folded.Append(letters);
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || (IsMark(c) && c is < '\u0300' or > '\u036F'))
            {
                folded.Append(c);
            }
            else if ((char.IsWhiteSpace(c) || c is '-' or '‐' or '·' or '/' or ',') && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// The recorded spelling, family name first. People write theirs first or last: what is read as the family name counts, then capitals ("Ming LI"), then its first letter ("Tai Man Chan" for
    /// 陈大文), else the order in which it stands. One word alone says nothing about the order and is left out.
    /// </summary>
    private static string? Spelt(PersonName name)
    {
        if (name.Latin?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var first, .. var between, var last])
        {
            return null;
        }

        var family = Letters(Family(name));
        return Fold(!first.EndsWith(',') && Likeness(last) > Likeness(first) ? $"{last} {first} {string.Join(' ', between)}" : name.Latin);

        int Likeness(string word) => Fold(word) is var plain && plain == family ? 3 : word.Length > 1 && !word.Any(char.IsLower) ? 2 : plain.Length > 0 && family.StartsWith(plain[0]) ? 1 : 0;
    }

    private static IReadOnlyList<string> Family(PersonName name) => name.Family.Any(Han.Is) ? ChineseFamilyNames.Syllables(name.Family) : [name.Family];

    private static IReadOnlyList<string> GivenOf(PersonName name) =>
        name.Given.Any(Han.Is) ? [.. name.Given.Where(char.IsLetterOrDigit).Select(c => Given.GetValueOrDefault(c) ?? Pinyin.Of(c) ?? c.ToString())] : [name.Given];

    private static string Letters(IEnumerable<string> syllables) => Fold(string.Concat(syllables));

    private static bool HasHan(PersonName name) => name.Family.Any(Han.Is) || name.Given.Any(Han.Is);

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
