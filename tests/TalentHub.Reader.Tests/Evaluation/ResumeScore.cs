using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TalentHub.Domain.Intelligence;
using TalentHub.Intelligence.Resumes;

namespace TalentHub.Reader.Tests.Evaluation;

/// <summary>
/// How far the facts agree with hand-made labels, per field, 0 to 1; null where the label is empty, masked or a placeholder. What
/// counts as agreement is said in docs/evaluation/reader.md.
/// </summary>
public static partial class ResumeScore
{
    public static readonly string[] Fields = ["name", "email", "phone", "skills", "languages", "employer", "title", "degree", "institution"];

    [GeneratedRegex(@"[*]|XX|^\[", RegexOptions.None, 1000)]
    private static partial Regex Masked();

    public static Dictionary<string, double?> Of(ResumeFacts facts, IReadOnlyDictionary<string, string> label)
    {
        double? Said(string field, Fact? fact, Func<string, string, bool> same) =>
            label[field] is { Length: > 0 } truth && !Masked().IsMatch(truth) ? fact is not null && same(fact.Value, truth) ? 1 : 0 : null;

        return new()
        {
            ["name"] = Said("name", facts.Name, (a, b) => Tight(a) == Tight(b)),
            ["email"] = Said("email", facts.Email, (a, b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase)),
            ["phone"] = Said("phone", facts.Phone, (a, b) => b.Split(';').Any(p => Digits(p) == Digits(a))),
            ["skills"] = Skills(facts, label["top_skills"]),
            ["languages"] = Spoken(facts, label["languages"]),
            ["employer"] = Said("most_recent_employer", facts.Employer, Alike),
            ["title"] = Said("most_recent_title", facts.Title, Alike),
            ["degree"] = Said("education_degree", facts.Degree, SameDegree),
            ["institution"] = Said("education_institution", facts.Institution, Alike),
        };
    }

    /// <summary>Equal letters and digits, or one holds the other whole with at most as much again around it.</summary>
    private static bool Alike(string a, string b)
    {
        var (x, y) = (Plain(a), Plain(b));
        var (shorter, longer) = x.Length <= y.Length ? (x, y) : (y, x);
        return x == y || (shorter.Length >= 2 && longer.Contains(shorter, StringComparison.Ordinal) && longer.Length <= shorter.Length * 2);
    }

    /// <summary>The same degree may be followed by its subject or not ("Bachelor of Science", "Bachelor of Science, Physics").</summary>
    private static bool SameDegree(string a, string b)
    {
        var (x, y) = (Plain(a), Plain(b));
        return x.Length >= 2 && y.Length >= 2 && (x.StartsWith(y, StringComparison.Ordinal) || y.StartsWith(x, StringComparison.Ordinal) || x.EndsWith(y, StringComparison.Ordinal) || y.EndsWith(x, StringComparison.Ordinal));
    }

    /// <summary>F1 of two sets: each item under its usual name where the lexicon knows it, else as written.</summary>
    private static double? Skills(ResumeFacts facts, string label)
    {
        if (label.Length == 0)
        {
            return null;
        }

        var truth = label.Split(';').SelectMany(Parts).Select(Keys).ToList();
        var found = facts.Skills.SelectMany(f => Parts(f.Surface).Select(p => Keys(p).Append(Plain(f.Surface)).ToHashSet())).ToList();
        var right = 0;
        foreach (var keys in truth)
        {
            var at = found.FindIndex(f => f.Overlaps(keys));
            if (at >= 0)
            {
                right++;
                found.RemoveAt(at);
            }
        }

        return right == 0 ? 0 : 2.0 * right / (truth.Count + found.Count + right);
    }

    /// <summary>"HTML/CSS" and "Git and GitHub" are two skills each where the lexicon knows both.</summary>
    private static IEnumerable<string> Parts(string item)
    {
        var parts = SkillLexicon.Default.NameOf(item) is null ? SkillLexicon.Default.FindIn(item, inList: true).Select(h => item.Substring(h.Start, h.Length)).ToList() : [];
        return parts.Count > 1 ? parts : [item];
    }

    private static HashSet<string> Keys(string item)
    {
        var bare = item.Contains('(', StringComparison.Ordinal) ? item[..item.IndexOf('(', StringComparison.Ordinal)].Trim() : item.Trim();
        return [Plain(item), Plain(bare), Plain(SkillLexicon.Default.NameOf(item) ?? SkillLexicon.Default.NameOf(bare) ?? item)];
    }

    private static double? Spoken(ResumeFacts facts, string label)
    {
        if (label.Length == 0 || Regex.IsMatch(label, @"(?:Language|Idioma|语言) \d", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            return null;
        }

        var truth = label.Split(';').Select(l => Plain(l.Split('(')[0]).Replace("英语", "english", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return F1(truth, facts.Languages.Select(l => Plain(l.Value)).ToHashSet(StringComparer.Ordinal));
    }

    private static double F1(HashSet<string> truth, HashSet<string> found)
    {
        var both = truth.Count(found.Contains);
        return both == 0 ? 0 : 2.0 * both / (truth.Count + found.Count);
    }

    private static string Digits(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    private static string Tight(string text) => Plain(text);

    /// <summary>Letters and digits only, in lower case, without accents.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKD).Where(c => (char.IsLetterOrDigit(c) || c is '+' or '#') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
