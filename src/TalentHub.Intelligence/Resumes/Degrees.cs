using System.Text.RegularExpressions;
using TalentHub.Domain.Intelligence;

namespace TalentHub.Intelligence.Resumes;

/// <summary>The highest degree and where it was taken.</summary>
internal static partial class Degrees
{
    private static readonly (int Rank, Regex Form)[] Ranks =
    [
        (6, Doctor()), (5, Master()), (4, Bachelor()), (3, Associate()), (2, AnyDegree()),
    ];

    [GeneratedRegex(@"\bph\.?\s?d\b\.?|\bd\.?phil\b|\bdoctor(?:ate|al|ado)?\b(?!\s+(?:of|'s)\s+office)|博士|\bM\.?D\.(?=\s|$|,)|\bJ\.?D\b\.?|\bdr\.\s?(?:rer|ing)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Doctor();

    [GeneratedRegex(@"\bmaster(?:['’]?s)?\b|\bm\.?\s?sc\b\.?|\bM\.\s?S\.?(?=[\s,]|$)|\bMS\b(?=\s+in|\s*,|\s|$)|\bM\.?B\.?A\b\.?|\bM\.\s?A\.?(?=[\s,]|$)|\bMA\b(?=\s+in|\s*,)|\bm\.?\s?eng\b|\bm\.?\s?tech\b|\bm\.?\s?phil\b|\bmáster\b|\bmaestr[ií]a\b|\bMPA\b|\bLL\.?M\b|\bM\.?Ed\b|硕士|研究生", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Master();

    [GeneratedRegex(@"\bbachelor(?:['’]?s)?\b|\bb\.?\s?sc\b\.?|\bB\.\s?S\.?(?=[\s,]|$)|\bBS\b(?=\s+in|\s*,|\s|$)|\bB\.\s?A\.?(?=[\s,]|$)|\bBA\b(?=\s+in|\s*,|\s|$)|\bb\.?\s?tech\b\.?|\bb\.?\s?eng\b|\bB\.?E\.?(?=\s+in|\s*,|\s*\()|\bBBA\b|\bb\.?com\b|\bLL\.?B\b|\bBCA\b|\bB\.?Ed\b|\bundergraduate\b|\blicenciatur?a?\b|\blicenciad[oa]\b|\bgrado\b|\bingenier[ií]a\b|\bA\.?B\.?(?=\s+in)|本科|学士", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Bachelor();

    [GeneratedRegex(@"\bassociate(?:['’]?s)?(?:\s+degree|\s+of|\s+in)|\bA\.?A\.?S?\b(?=\s+in|\s*,)|\bdiploma\b|\bdiplomad[oa]\b|\bdiplomatura\b|\btécnico superior\b|\bhnd\b|大专|专科(?!学校|院校)|高职", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Associate();

    [GeneratedRegex(@"\bdegree\b|\btítulo\b|\btitulaci[oó]n\b|\bhigh school\b|\bged\b|\bbachillerato\b|学位|高中|中专|中技", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AnyDegree();

    [GeneratedRegex(@"大学|学院|学校|专业|在读|修完|毕业|学历|获得|攻读|系|完成|取得", RegexOptions.None, 1000)]
    private static partial Regex NotDegree();

    [GeneratedRegex(@"\s(?:from|at)\s+(?<school>\p{Lu}[\p{L}.&' -]{2,50}?)(?=\s*(?:,|\(|\||\d|with\b|in\b|$))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From();

    [GeneratedRegex(@"(?:thesis|tesis|trabajo|proyecto)\s+(?:de|of|in)?\s*(?:fin de\s*)?$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ThesisBefore();

    [GeneratedRegex(@"[\u3400-\u9fff]{2,24}(?:大学|学院|学校|党校|研究院|研究所|中学)", RegexOptions.None, 1000)]
    private static partial Regex ChineseSchool();

    [GeneratedRegex(@"science|engineering|computer|studies|management|mathemat|physics|econom|arts|gpa|grade|honou?rs|minor|major", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Field();

    public static (Fact? Degree, Fact? Institution) Find(ResumeText resume)
    {
        var own = resume.In(Section.Education).ToList();
        var best = Best(own);
        if (best is null && Labels.First(resume.Lines.Take(60), "最高学历", "学历", "文化程度", "学位", "degree") is { Length: > 1 } labelled && Rank(labelled.Text) > 0)
        {
            best = (Rank(labelled.Text), labelled.Part(0, EndOfWord(labelled.Text)).Trim());
        }

        best ??= Best(resume.Lines.Where(l => (!l.IsProse || l.Text.Length < 90) && l.Section is not (Section.Experience or Section.Projects or Section.Skills or Section.Languages)
            && (Words.School().IsMatch(l.Text) || l.Text.Length < 50)));
        best ??= Best(resume.Lines.Where(l => l.Text.Length < 80 && l.Section is not (Section.Experience or Section.Heading)));
        return (best?.Span.Fact(), School(resume, own, best?.Span));
    }

    public static int Rank(string text) => Array.Find(Ranks, r => r.Form.IsMatch(text)).Rank;

    private static (int Rank, Span Span)? Best(IEnumerable<Line> lines)
    {
        (int Rank, Span Span)? best = null;
        foreach (var line in lines.Where(l => l.Text.Length < 160))
        {
            foreach (var (rank, form) in Ranks)
            {
                if (rank > (best?.Rank ?? 0) && form.Match(line.Text) is { Success: true } match && !IsThesis(line.Text, match))
                {
                    best = (rank, Around(line, match));
                    break;
                }
            }
        }

        return best;
    }

    /// <summary>"Master thesis", "PhD student" and "Master Project" are not degrees.</summary>
    private static bool IsThesis(string text, Match match)
    {
        if (ThesisBefore().IsMatch(text[..match.Index]))
        {
            return true;
        }

        var after = text[(match.Index + match.Length)..].TrimStart(' ', '\'', 's');
        return Array.Exists(["thesis", "project", "student", "candidate", "program ", "research", "导师", "supervisor"], w => after.StartsWith(w, StringComparison.OrdinalIgnoreCase))
            || after.StartsWith("Studies", StringComparison.Ordinal);
    }

    /// <summary>From the degree's word to the end of its piece, without the school behind it.</summary>
    private static Span Around(Line line, Match match)
    {
        var text = line.Text;
        if (match.Value.Any(Words.IsChinese))
        {
            int from = match.Index, to = match.Index + match.Length;
            while (from > 0 && Words.IsChinese(text[from - 1]))
            {
                from--;
            }

            // "全日制工程硕士" is the degree's full name; a longer run of characters is a sentence around it.
            var whole = match.Index - from is > 0 and <= 6 && !NotDegree().IsMatch(text[from..match.Index]);
            return line.All.Part(whole ? from : match.Index, to - (whole ? from : match.Index)).Trim();
        }

        var end = match.Index + match.Length;
        while (end < text.Length && !(text[end] is ',' or '\t' or '|' or ';' or '•' or '(' or '—' || (text[end] is '-' or '–' or '·' && text[end - 1] == ' ')
            || (text[end] == ' ' && (Starts(text, end, " at ") || Starts(text, end, " from ")))))
        {
            end++;
        }

        var span = line.All.Part(match.Index, end - match.Index).Trim();
        return Dates.FindAny(span.Text) is { From: > 3 } date ? span.Part(0, date.From).Trim("(") : span;
    }

    private static bool Starts(string text, int at, string what) => string.Compare(text, at, what, 0, what.Length, StringComparison.Ordinal) == 0;

    private static int EndOfWord(string text)
    {
        var end = text.IndexOfAny([' ', '\t', '(', '[', '/', '|']);
        return end > 0 && text.Any(Words.IsChinese) ? end : text.Length;
    }

    private static Fact? School(ResumeText resume, List<Line> own, Span? degree)
    {
        var labelled = Labels.First(resume.Lines.Where(l => l.Section is not Section.Experience), "毕业院校", "毕业学校", "学校", "院校", "university", "college", "institution") is { Length: > 1 } named && named.Text.Any(char.IsLetter) ? named.Fact() : null;
        if (labelled is not null && degree is { } form && form.Line.Section != Section.Education)
        {
            return labelled;
        }

        if (degree is { } near)
        {
            if (SchoolOn(near.Line) is null && From().IsMatch(near.Line.Text) && Neighbour(near) is { } taken)
            {
                return taken;
            }

            foreach (var offset in new[] { 0, -1, 1, -2, 2 })
            {
                var at = near.Line.Index + offset;
                if (at >= 0 && at < resume.Lines.Count && resume.Lines[at] is { Section: not Section.Heading } line && (offset == 0 || !line.IsProse) && (offset == 0 || line.Section == near.Line.Section) && SchoolOn(line) is { } school)
                {
                    return school;
                }
            }

            if (near.Line.Section == Section.Education && Neighbour(near) is { } other)
            {
                return other;
            }
        }

        return own.Select(SchoolOn).FirstOrDefault(s => s is not null)
            ?? labelled;
    }

    private static Fact? SchoolOn(Line line)
    {
        foreach (var piece in Pieces.Of(line.All))
        {
            if (Words.School().IsMatch(piece.Span.Text) && piece.Span.Length < 80)
            {
                var text = piece.Span.Text;
                if (text.Any(Words.IsChinese))
                {
                    if (ChineseSchool().Match(text) is { Success: true } chinese && Words.FormNoise().Match(text).Length != text.Length)
                    {
                        return piece.Span.Part(chinese.Index, chinese.Length).Fact();
                    }

                    if (Rank(text) > 0 || Words.FormNoise().IsMatch(text) || piece.Kind == PieceKind.Noise)
                    {
                        continue;
                    }
                }

                var date = Dates.FindAny(text);
                var span = date is { From: 0 } d ? piece.Span.Part(d.Length, text.Length - d.Length).Trim() : piece.Span;
                if (Dates.FindAny(span.Text) is { From: > 3 } behind)
                {
                    span = span.Part(0, behind.From).Trim("(");
                }

                return span.Trim("(").Fact();
            }
        }

        return null;
    }

    /// <summary>A school without a telling word: the piece behind the degree ("PhD in Physics, CalTech"), or the line before it.</summary>
    private static Fact? Neighbour(Span degree)
    {
        if (From().Match(degree.Line.Text) is { Success: true } from)
        {
            return degree.Line.All.Part(from.Groups["school"].Index, from.Groups["school"].Length).Trim().Fact();
        }

        foreach (var piece in Pieces.Of(degree.Line.All))
        {
            if (piece.Span.From > degree.From + degree.Length && piece.Kind is PieceKind.Unknown or PieceKind.Company && !Field().IsMatch(piece.Span.Text) && Dates.FindAny(piece.Span.Text) is null)
            {
                return piece.Span.Fact();
            }
        }

        return null;
    }
}
