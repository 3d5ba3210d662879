namespace TalentHub.Intelligence.Resumes;

internal enum PieceKind
{
    Unknown,
    Title,
    Company,
    Place,
    Noise,
}

/// <summary>A part of an entry's head line and what it seems to be.</summary>
internal readonly record struct Piece(Span Span, PieceKind Kind);

/// <summary>Cuts a head line ("Title, Company, City", "Company — Title", "公司 | 部门 | 职位") into pieces and says what each one is.</summary>
internal static class Pieces
{
    private static readonly string[] LegalForms = ["inc", "inc.", "llc", "llp", "ltd", "ltd.", "co.", "co", "corp", "corp.", "gmbh", "s.a.", "sa", "s.l.", "plc", "limited"];

    public static List<Piece> Of(Span line)
    {
        var spans = Merge(Cut(line));
        var pieces = new List<Piece>();
        for (var i = 0; i < spans.Count; i++)
        {
            pieces.Add(new Piece(spans[i], Kind(spans, i)));
        }

        return pieces;
    }

    private static PieceKind Kind(List<Span> spans, int at)
    {
        var text = spans[at].Text;
        if (IsLabel(spans[at]) || IsChineseSentence(text) || text.Length < 2 || text.Length > 90 || !text.Any(char.IsLetter) || text.Contains("http", StringComparison.OrdinalIgnoreCase) || text.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || Words.FormNoise().IsMatch(text) || (text.Any(Words.IsChinese) && Words.Department().IsMatch(text) && !Words.ChineseCompany().IsMatch(text)))
        {
            return PieceKind.Noise;
        }

        // A city is known by the state or country behind it.
        if (Words.IsPlace(text.TrimEnd('.')) || (at > 0 && at + 1 < spans.Count && Words.IsRegion(spans[at + 1].Text.TrimEnd('.')) && spans[at + 1].Text.Length > 1 && !Words.IsTitle(text) && !Words.IsCompany(text) && text.Split(' ').Length <= 3))
        {
            return PieceKind.Place;
        }

        bool title = Words.IsTitle(text), company = Words.IsCompany(text);
        if (title && company)
        {
            return Words.ChineseTitle().IsMatch(text) || Words.ChineseCompany().IsMatch(text) ? ChineseEnd(text) : EnglishEnd(text);
        }

        return title ? PieceKind.Title : company ? PieceKind.Company : PieceKind.Unknown;
    }

    private static bool IsChineseSentence(string text) =>
        text.Any(Words.IsChinese) && (text.Length > 34 || (text.Count(Words.IsChinese) > 6 && text.Any(c => "的被获于因将并为使其了与从".Contains(c, StringComparison.Ordinal)) && !text.EndsWith("公司", StringComparison.Ordinal)));

    /// <summary>A Chinese form's label: short, and a colon behind it.</summary>
    private static bool IsLabel(Span span)
    {
        var after = span.From + span.Length;
        var line = span.Line.Text;
        return span.Length <= 8 && after < line.Length && Words.IsChinese(span.Text[^1]) && line[after..].TrimStart().StartsWith(':');
    }

    /// <summary>"Software Engineering Manager" and "Engineer's Bank": the last telling word names the thing.</summary>
    private static PieceKind EnglishEnd(string text)
    {
        var title = Words.Title().Matches(text);
        var company = Words.StrongCompany().Matches(text);
        return company.Count == 0 || title[^1].Index >= company[^1].Index ? PieceKind.Title : PieceKind.Company;
    }

    private static PieceKind ChineseEnd(string text) =>
        text.EndsWith("公司", StringComparison.Ordinal) || text.EndsWith("集团", StringComparison.Ordinal) || text.Contains("有限", StringComparison.Ordinal) || text.EndsWith(')') || text.EndsWith("中心", StringComparison.Ordinal)
        || text.EndsWith("大学", StringComparison.Ordinal) || text.EndsWith("学院", StringComparison.Ordinal) || text.EndsWith("银行", StringComparison.Ordinal) ? PieceKind.Company : PieceKind.Title;

    private static IEnumerable<Span> Cut(Span line)
    {
        var text = line.Text;
        int from = 0, depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' ? -1 : 0;
            var width = depth <= 0 ? Separator(text, i) : OpensCompany(text, i) ? 1 : 0;
            if (width == 0)
            {
                continue;
            }

            yield return line.Part(from, i - from).Trim();
            from = i + width;
            i = from - 1;
        }

        yield return line.Part(from, text.Length - from).Trim();
    }

    /// <summary>"Developer (University of Bremen)": a company in brackets is a piece of its own, "(Front-End)" is not.</summary>
    private static bool OpensCompany(string text, int at)
    {
        if (text[at] != '(' || at < 3)
        {
            return false;
        }

        var end = text.IndexOf(')', at);
        return end > at && !text[at..end].Any(Words.IsChinese) && Words.IsCompany(text[(at + 1)..end]) && !Words.IsTitle(text[(at + 1)..end]);
    }

    private static int Separator(string text, int at)
    {
        var chineseBefore = at > 0 && (Words.IsChinese(text[at - 1]) || text[at - 1] == ')');
        switch (text[at])
        {
            case '\t' or '|' or '•' or ';' or '@' or '。' or '▪' or '●' or '/' when text[at] != '/' || (Spaced(text, at) && chineseBefore):
                return 1;
            case ',' when at + 1 >= text.Length || !char.IsDigit(text[at + 1]):
                return 1;
            case '·' or '-' or '–' or '—' or '~' or ':' when (text[at] == ':' || Spaced(text, at)) && at > 0:
                return 1;
            case ' ' when string.Compare(text, at, " at ", 0, 4, StringComparison.Ordinal) == 0:
                return 4;
            case ' ' when string.Compare(text, at, " en ", 0, 4, StringComparison.Ordinal) == 0 && at + 4 < text.Length && char.IsUpper(text[at + 4]):
                return 4;
            case ' ' when chineseBefore && at + 1 < text.Length && (Words.IsChinese(text[at + 1]) || char.IsUpper(text[at + 1])):
                return 1;
            case ' ' when at > 1 && at + 2 < text.Length && Words.IsChinese(text[at + 1]) && Words.IsChinese(text[at + 2]) && char.IsLetter(text[at - 1]):
                return 1;
            default:
                return 0;
        }
    }

    private static bool Spaced(string text, int at) => at > 0 && char.IsWhiteSpace(text[at - 1]) && (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]));

    /// <summary>"ABC Company" and "Inc." belong together.</summary>
    private static List<Span> Merge(IEnumerable<Span> cut)
    {
        var spans = new List<Span>();
        foreach (var span in cut.Where(s => s.Length > 0))
        {
            if (spans.Count > 0 && Array.IndexOf(LegalForms, span.Text.ToLowerInvariant()) >= 0)
            {
                var before = spans[^1];
                var dot = span.From + span.Length < span.Line.Text.Length && span.Line.Text[span.From + span.Length] == '.' ? 1 : 0;
                spans[^1] = new Span(before.Line, before.From, span.From + span.Length + dot - before.From);
            }
            else
            {
                spans.Add(span);
            }
        }

        return spans;
    }
}
