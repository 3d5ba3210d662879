using System.Globalization;
using System.Text.RegularExpressions;
using TalentHub.Domain.Intelligence;

namespace TalentHub.Intelligence.Resumes;

/// <summary>The person's name: behind its label, in "…'s résumé", or the most name-like piece near the top.</summary>
internal static partial class Names
{
    private const int TopLines = 30, Sure = 6;

    [GeneratedRegex(@"\b(?:resum[eé]|résumé|curriculum\s+vitae|curriculum|vitae|cv|ph\.?\s?d|m\.?\s?sc|b\.?\s?sc|mba|cpa|pmp|m\.?d|esq|m\.?a|jr|sr|hoja de vida)\b\.?|[,|].*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Extras();

    [GeneratedRegex(@"^[\p{Lu}][\p{L}'’\-]*\.?$", RegexOptions.None, 1000)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"\b(?:street|avenue|road|university|college|school|summary|objective|profile|experience|education|skills|contact|page|updated|inc|llc|ltd|gmbh|resume|curriculum|phone|email|address|linkedin|github|twitter|profiles|stack ?overflow|quote|references?|available|confidential|template|welcome|status|title|date|birth|nationality|drive|lane|apartment|remote|expert|certified|of|and|the|for|in|with|to|who|am)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NotName();

    [GeneratedRegex(@"^(?:resum[eé]|cv|curriculum(?: vitae)?)\s*(?:of|for|de|:|-|–|—)\s+(?<name>\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleOfDocument();

    public static Fact? Find(ResumeText resume, string? email)
    {
        if (Labelled(resume) is { } labelled)
        {
            return labelled;
        }

        (double Score, Span Span, string Value)? best = null;
        foreach (var line in resume.Lines.Take(TopLines).Where(l => !l.IsBullet && l.Section is not (Section.Heading or Section.Skills or Section.Experience)))
        {
            foreach (var piece in Pieces(line))
            {
                var (value, score) = Judge(piece, line, email);
                if (score > (best?.Score ?? 0))
                {
                    best = (score, piece, value);
                }
            }
        }

        return best is { } found ? found.Span.Fact(found.Value) : FromFarEnd(resume, email);
    }

    private static Fact? Labelled(ResumeText resume)
    {
        var lines = resume.Lines.Take(80).ToList();
        if (Labels.First(lines, "姓名", "名字", "姓 名") is { } chinese && ChineseNames.Start(chinese.Text) is { Length: > 0 } name)
        {
            return chinese.Part(0, name.Length).Fact(ChineseNames.Tight(name));
        }

        foreach (var line in lines.Take(6))
        {
            if (TitleOfDocument().Match(line.Text) is { Success: true } match)
            {
                return line.All.Part(match.Groups["name"].Index, match.Groups["name"].Length).Trim().Fact();
            }
        }

        return Labels.First(lines, "full name", "name", "candidate name", "candidate", "nombre completo", "nombre y apellidos", "nombre", "姓名") is { Length: > 1 and < 60 } span
            && span.Text.Any(char.IsLetter) && !span.Text.Contains('[', StringComparison.Ordinal) ? span.Fact() : null;
    }

    private static IEnumerable<Span> Pieces(Line line)
    {
        var text = line.Text;
        var from = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var cut = i == text.Length || text[i] is '\t' or '|' or '•' or '·' or '(' or '/' or ':' || (text[i] is '-' or '–' or '—' && i > 0 && text[i - 1] == ' ');
            if (!cut)
            {
                continue;
            }

            if (i > from)
            {
                yield return line.All.Part(from, i - from).Trim();
            }

            from = i + 1;
        }
    }

    private static (string Value, double Score) Judge(Span piece, Line line, string? email)
    {
        var text = piece.Text;
        if (text.Length is < 2 or > 50)
        {
            return ("", 0);
        }

        var place = 6.0 * Math.Max(0, 1 - (line.Index / 24.0));
        if (text.Any(Words.IsChinese))
        {
            var (name, sure) = ChineseNames.Find(text);
            var near = line.Text.Contains('男', StringComparison.Ordinal) || line.Text.Contains('女', StringComparison.Ordinal) || text.Contains("简历", StringComparison.Ordinal) || line.Text.EndsWith("的简历", StringComparison.Ordinal) ? 3 : 0;
            return name is null ? ("", 0) : (name, place + sure + near + (text == line.Text ? 1 : 0));
        }

        if (text.Contains(',', StringComparison.Ordinal) && Array.Exists(text.Split(','), p => Words.IsPlace(p)))
        {
            return ("", 0);
        }

        var bare = Extras().Replace(text, " ").Trim(' ', ',', '-', '–', '.');
        var words = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 5 || bare.Any(char.IsDigit) || !words.All(w => NameWord().IsMatch(w) || IsParticle(w)) || NotName().IsMatch(bare))
        {
            return ("", 0);
        }

        var likeMail = MatchesMail(words, email);
        var after = piece.From + piece.Length;
        if (Words.IsTitle(bare) || Words.IsPlace(bare) || Headings.Of(bare) is not null || SkillLexicon.Default.NameOf(bare) is not null || Array.Exists(words, w => w.Length > 2 && SkillLexicon.Default.NameOf(w) is not null && char.IsUpper(w[^1]) && likeMail == 0) || (after < line.Text.Length && line.Text[after] == ':'))
        {
            return ("", 0);
        }

        // Without an address that speaks for it, a name stands at the very top and is not a company.
        if ((words.Length == 1 && !(line.Index == 0 || likeMail >= 4)) || (likeMail == 0 && (line.Index > 9 || line.Section is not (Section.Head or Section.Contact) || Words.IsCompany(bare))))
        {
            return ("", 0);
        }

        var shape = words.Length is 2 or 3 ? 3 : words.Length == 1 ? 0.5 : 1;
        return (bare, place + shape + likeMail + (text == line.Text ? 1.5 : 0) - (Words.IsCompany(bare) ? 3 : 0));
    }

    private static bool IsParticle(string word) => word is "de" or "del" or "la" or "van" or "von" or "der" or "den" or "da" or "dos" or "di" or "bin" or "al" or "el" or "y" or "le" or "ü";

    /// <summary>A part of the name is usually a part of the address: john.doe, bwayne, liming.</summary>
    private static double MatchesMail(string[] words, string? email)
    {
        if (email is null)
        {
            return 0;
        }

        var parts = email.Split('@', '.');
        var local = Fold(string.Join(' ', parts.Take(Math.Max(1, parts.Length - 1))));
        var hits = words.Count(w => Fold(w) is { Length: >= 3 } plain && local.Contains(plain, StringComparison.Ordinal));
        return hits switch { 0 => 0, 1 => 4, _ => 6 };
    }

    private static string Fold(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    /// <summary>Some layouts put the name below the side bar: far down the text, but alone on its line and like the address.</summary>
    private static Fact? FromFarEnd(ResumeText resume, string? email)
    {
        foreach (var line in resume.Lines.Skip(TopLines).Where(l => !l.IsBullet && l.Text.Length < 40))
        {
            var words = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is 2 or 3 && words.All(w => NameWord().IsMatch(w)) && MatchesMail(words, email) >= Sure)
            {
                return line.All.Fact();
            }
        }

        return null;
    }
}
