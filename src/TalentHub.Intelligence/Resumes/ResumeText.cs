using TalentHub.Domain.Intelligence;

namespace TalentHub.Intelligence.Resumes;

/// <summary>One line of a résumé with its place in the text and the section it belongs to.</summary>
internal sealed record Line(int Index, int Start, string Text, Section Section, bool IsBullet, bool AfterBlank)
{
    /// <summary>A sentence or an item of a list rather than a name, a title or a date.</summary>
    public bool IsProse => IsBullet || Text.Length > 110 || (Text.Length > 60 && Text.EndsWith('.')) || Text.EndsWith('。') || Text.EndsWith(';') || Text.Count(Words.IsChinese) > 44
        || (Text.Length > 0 && char.IsLower(Text[0]) && Text.Length > 40);

    public Span All => new(this, 0, Text.Length);
}

/// <summary>A piece of a line; trimmed on demand, it always knows where it stands.</summary>
internal readonly record struct Span(Line Line, int From, int Length)
{
    public string Text => Line.Text.Substring(From, Length);

    public Span Part(int from, int length) => new(Line, From + from, length);

    /// <summary>Without white space and loose punctuation at both ends; at the end without <paramref name="more"/> too (C# and .NET keep their signs).</summary>
    public Span Trim(string more = "")
    {
        const string Loose = " \t,;:|•·-–—/、。▪●*►§>~";
        int from = From, end = From + Length;
        while (from < end && (Loose.Contains(Line.Text[from], StringComparison.Ordinal) || Line.Text[from] is '#' or '&'))
        {
            from++;
        }

        while (end > from && (Loose.Contains(Line.Text[end - 1], StringComparison.Ordinal) || more.Contains(Line.Text[end - 1], StringComparison.Ordinal)))
        {
            end--;
        }

        return new Span(Line, from, end - from).Balanced();
    }

    /// <summary>Without a bracket at an end that has no partner inside.</summary>
    private Span Balanced()
    {
        var text = Text;
        if (text.Length > 1 && text[0] == '(' && !text.Contains(')', StringComparison.Ordinal))
        {
            return Part(1, Length - 1).Trim();
        }

        return text.Length > 1 && text[^1] == ')' && !text.Contains('(', StringComparison.Ordinal) ? Part(0, Length - 1).Trim() : this;
    }

    public Passage Passage => new(Line.Start + From, Length, Line.Text);

    public Fact Fact(string? value = null) => new(value ?? Text, Passage);
}

/// <summary>A résumé's text cut into lines, each with its section.</summary>
internal sealed class ResumeText
{
    /// <summary>A résumé is a few pages; what stands behind this many characters is not looked at.</summary>
    private const int Most = 120_000;

    private ResumeText(string all, List<Line> lines)
    {
        All = all;
        Lines = lines;
    }

    public string All { get; }

    public List<Line> Lines { get; }

    public static ResumeText Of(string text)
    {
        var all = text.Length > Most ? text[..Most] : text;
        var lines = new List<Line>();
        var section = Section.Head;
        var afterBlank = true;
        var start = 0;
        while (start < all.Length)
        {
            var end = all.IndexOf('\n', start);
            end = end < 0 ? all.Length : end;
            var (from, to) = Trimmed(all, start, end);
            if (from == to)
            {
                afterBlank = true;
            }
            else
            {
                Add(lines, all, from, to, ref section, afterBlank);
                afterBlank = false;
            }

            start = end + 1;
        }

        return new ResumeText(all, lines);
    }

    public IEnumerable<Line> In(Section section) => Lines.Where(l => l.Section == section);

    private static void Add(List<Line> lines, string all, int from, int to, ref Section section, bool afterBlank)
    {
        var text = all[from..to];
        var bullet = Bullets.Length(text);
        if ((bullet == 0 || !"•·-*–".Contains(text[0], StringComparison.Ordinal)) && Headings.Of(text) is { } found)
        {
            section = found;
            lines.Add(new Line(lines.Count, from, text, Section.Heading, false, afterBlank));
            return;
        }

        // In a table or beside a side bar the heading is the first cell: "Experience <tab> Creative Works Inc."
        if (Headings.Lead(text) is { Length: > 0 } lead)
        {
            section = lead.Section;
            lines.Add(new Line(lines.Count, from, text[..lead.Length], Section.Heading, false, afterBlank));
            from += lead.Length;
            while (from < to && " \t::".Contains(all[from], StringComparison.Ordinal))
            {
                from++;
            }

            text = all[from..to];
        }

        bullet = Bullets.Length(text);
        if (section is Section.Skills or Section.Languages && Dates.Find(text) is not null && (Words.IsCompany(text) || Words.IsTitle(text)))
        {
            section = Section.Other;   // a side bar's list ended with its page; what follows is the main column again
        }

        lines.Add(new Line(lines.Count, from + bullet, text[bullet..], section, bullet > 0, afterBlank));
    }

    private static (int From, int To) Trimmed(string all, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(all[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(all[end - 1]))
        {
            end--;
        }

        return (start, end);
    }
}

internal static class Bullets
{
    private const string Marks = "•·‣▪▫■□●○◦◆◇★☆▸►▶➢➤✓✔*-–—{␣>?";

    /// <summary>Length of the bullet and the space behind it; 0 when the line has none.</summary>
    public static int Length(string text)
    {
        if (text.Length > 2 && Marks.Contains(text[0], StringComparison.Ordinal) && (char.IsWhiteSpace(text[1]) || "•·▪■●◆★".Contains(text[0], StringComparison.Ordinal)))
        {
            var at = 1;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            return at < text.Length ? at : 0;
        }

        return 0;
    }
}
