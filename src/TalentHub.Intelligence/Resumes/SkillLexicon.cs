using System.Globalization;
using System.Reflection;

namespace TalentHub.Intelligence.Resumes;

/// <summary>A skill found in a text: its usual name and where it stands.</summary>
public readonly record struct SkillHit(string Name, int Start, int Length);

/// <summary>
/// The skills that the project knows, with their other names in English and Chinese. Source: skills.csv beside this file.
/// This product includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training
/// Administration (USDOL/ETA), used under the CC BY 4.0 license; modified.
/// </summary>
public sealed class SkillLexicon
{
    private const int LongestInWords = 5;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _listsOnly = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<(string Word, string Name)>> _chinese = [];

    private SkillLexicon(TextReader csv)
    {
        csv.ReadLine();
        while (csv.ReadLine() is { } row)
        {
            var cells = row.Split(',');
            _names.TryAdd(Key(cells[0]), cells[0]);
            foreach (var alias in cells[1].Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                _names.TryAdd(Key(alias), cells[0]);
            }

            foreach (var word in cells[2].Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                _names.TryAdd(Key(word), cells[0]);
                (_chinese.TryGetValue(word[0], out var words) ? words : _chinese[word[0]] = []).Add((word, cells[0]));
            }

            _listsOnly.UnionWith(cells[3].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Key));
        }

        foreach (var words in _chinese.Values)
        {
            words.Sort((a, b) => b.Word.Length.CompareTo(a.Word.Length));
        }
    }

    public static SkillLexicon Default { get; } = Load();

    /// <summary>The usual name of what a person wrote as one item of a list ("k8s" is Kubernetes); null when unknown.</summary>
    public string? NameOf(string item) => _names.GetValueOrDefault(Key(item));

    /// <summary>
    /// Skills named anywhere in running text, longest names first, in the order of the text. Names that are ordinary words too
    /// (Go, Word, Spring) count only with <paramref name="inList"/>.
    /// </summary>
    public IEnumerable<SkillHit> FindIn(string text, bool inList = false)
    {
        var words = Tokens(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Chinese)
            {
                if (ChineseAt(text, words[i].Start) is { } hit)
                {
                    yield return hit;
                    while (i + 1 < words.Count && words[i + 1].Start < hit.Start + hit.Length)
                    {
                        i++;
                    }
                }

                continue;
            }

            for (var count = Math.Min(LongestInWords, words.Count - i); count > 0; count--)
            {
                var (start, end) = (words[i].Start, words[i + count - 1].End);
                if (Known(text, start, end, inList) is { } name)
                {
                    yield return new SkillHit(name, start, end - start);
                    i += count - 1;
                    break;
                }
            }
        }
    }

    private string? Known(string text, int start, int end, bool inList)
    {
        var surface = text[start..end];
        if (surface.Any(c => c is '\n' or '\t' or ',' or ';' or '|' or '(' or '、'))
        {
            return null;
        }

        var key = Key(surface);
        return _names.TryGetValue(key, out var name) && (!_listsOnly.Contains(key) || (inList && char.IsUpper(surface[0]))) ? name : null;
    }

    private SkillHit? ChineseAt(string text, int start)
    {
        if (_chinese.TryGetValue(text[start], out var words))
        {
            foreach (var (word, name) in words)
            {
                if (string.CompareOrdinal(text, start, word, 0, word.Length) == 0)
                {
                    return new SkillHit(name, start, word.Length);
                }
            }
        }

        return null;
    }

    /// <summary>Western words with the signs that belong to skills (C++, C#, .NET, Node.js, CI/CD), and single Chinese characters.</summary>
    private static List<(int Start, int End, bool Chinese)> Tokens(string text)
    {
        var tokens = new List<(int, int, bool)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Words.IsChinese(text[i]))
            {
                tokens.Add((i, i + 1, true));
                continue;
            }

            if (!IsWord(text, i) && !(text[i] == '.' && i + 1 < text.Length && char.IsAsciiLetterUpper(text[i + 1])))
            {
                continue;
            }

            var start = i++;
            while (i < text.Length && (IsWord(text, i) || text[i] is '+' or '#' || (text[i] is '.' or '-' or '/' or '&' or '\'' && i + 1 < text.Length && IsWord(text, i + 1))))
            {
                i++;
            }

            Split(text, start, i, tokens);
            i--;
        }

        return tokens;
    }

    /// <summary>"HTML/CSS" is two words unless the whole is a skill of its own ("CI/CD").</summary>
    private static void Split(string text, int start, int end, List<(int, int, bool)> tokens)
    {
        var slash = text.IndexOf('/', start, end - start);
        if (slash < 0 || Default_Knows(text[start..end]))
        {
            tokens.Add((start, end, false));
            return;
        }

        tokens.Add((start, slash, false));
        Split(text, slash + 1, end, tokens);
    }

    private static bool Default_Knows(string word) => word.Length < 12 && word.ToUpperInvariant() is "CI/CD" or "A/B" or "UI/UX" or "UX/UI" or "PL/SQL" or "TCP/IP" or "PRO/E" or "PRO/ENGINEER" or "W/B" or "OS/2";

    private static bool IsWord(string text, int at) => char.IsLetterOrDigit(text[at]) && !Words.IsChinese(text[at]);

    private static string Key(string item) => string.Join(' ', item.ToLower(CultureInfo.InvariantCulture).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static SkillLexicon Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("skills.csv") ?? throw new InvalidOperationException("The list of skills is missing from the program.");
        using var reader = new StreamReader(stream);
        return new SkillLexicon(reader);
    }
}
