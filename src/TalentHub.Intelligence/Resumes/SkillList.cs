using TalentHub.Domain.Intelligence;

namespace TalentHub.Intelligence.Resumes;

/// <summary>
/// The skills a person lists. Items of the skills section count even when the lexicon does not know them, as written; when there
/// is no such section, or a poor one, known skills from the rest of the text are taken.
/// </summary>
internal sealed partial class SkillList(ResumeText resume, SkillLexicon lexicon)
{
    private const int FewInList = 3, Most = 60, LongestItem = 42;

    private readonly List<SkillFact> _found = [];
    private bool _shortBefore;
    private int _skip;   // characters of the next line that belong to the item before
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<SkillFact> Find()
    {
        var lines = resume.In(Section.Skills).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            Read(lines[i], i + 1 < lines.Count ? lines[i + 1] : null);
        }

        foreach (var line in resume.Lines.Where(l => l.Section is not (Section.Skills or Section.Heading)))
        {
            if (SkillLabel().Match(line.Text) is { Success: true } label)
            {
                Items(line.All.Part(label.Length, line.Text.Length - label.Length), labelled: true);
            }
        }

        if (_found.Count < (lines.Count > 0 ? FewInList - 1 : FewInList))
        {
            foreach (var line in resume.Lines.Where(l => l.Section != Section.Heading))
            {
                Scan(line.All, inList: false);
            }
        }

        return _found;
    }

    private void Read(Line line, Line? next)
    {
        var text = line.All;

        // "Languages: Python, Go": the label in front of a list is no skill, unless what follows is only a level.
        var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && colon < 40 && colon < line.Text.Length - 1 && lexicon.NameOf(line.Text[..colon].Trim()) is null)
        {
            text = line.All.Part(colon + 1, line.Text.Length - colon - 1);
        }
        else if (colon > 0 && colon == line.Text.Length - 1)
        {
            return;
        }
        else if (IsCategory(line, next))
        {
            return;
        }

        Items(text, labelled: colon > 0, next);
        _shortBefore = IsShort(line);
    }

    /// <summary>A short line over a level or a list of several items names the group.</summary>
    private bool IsCategory(Line line, Line? next) =>
        next is not null && !line.IsBullet && line.Text.Split('\t') is { Length: > 1 } cells && Array.TrueForAll(cells, c => lexicon.NameOf(c) is null) && Array.TrueForAll(next.Text.Split('\t'), c => Level().IsMatch(c.Trim()))
        || next is not null && !line.IsBullet && !line.Text.Any(c => c is ',' or '\t' or '|' or ';' or '•' or '·') && lexicon.NameOf(line.Text) is null
        && (Level().IsMatch(next.Text.Trim()) || next.Text.Count(c => c is ',' or '、') >= 2);

    /// <summary>"…, Project" at the end of a line and "management, …" at the start of the next are one item.</summary>
    private int Joined(Span last, Line? next)
    {
        if (next is null || next.IsBullet || last.Line.Text.Length < 40 || Cut(next.Text).FirstOrDefault() is not { Length: > 0 } first || lexicon.NameOf(last.Text) is not null && lexicon.NameOf(next.Text.Substring(first.From, first.Length).Trim()) is not null)
        {
            return 0;
        }

        var name = $"{last.Text} {next.Text.Substring(first.From, first.Length).Trim(' ', '.')}";
        if (lexicon.NameOf(name) is { } known)
        {
            Keep(last, known, name);
            return first.From + first.Length;
        }

        return 0;
    }

    private void Items(Span line, bool labelled, Line? next = null)
    {
        var cut = Cut(line.Text).ToList();
        if (cut.Count > 0 && cut[0].From < _skip)
        {
            cut.RemoveAll(c => c.From < _skip);
        }

        _skip = 0;
        if (cut.Count > 2 && Joined(line.Part(cut[^1].From, cut[^1].Length).Trim(), next) is > 0 and var skip)
        {
            cut.RemoveAt(cut.Count - 1);
            _skip = skip;
        }

        var prose = cut.Exists(c => c.Length > LongestItem) || (line.Line.IsProse && !line.Line.IsBullet && cut.Count < 3) || line.Text.Contains('。', StringComparison.Ordinal)
            || IsSentence(line.Text, cut);
        foreach (var (from, length) in cut)
        {
            var item = line.Part(from, length).Trim(".");
            if (item.Length == 0 || Level().IsMatch(item.Text))
            {
                continue;
            }

            if (item.Length > LongestItem || (prose && !item.Text.All(c => c < '\u2e80' || c is '等' or '包' or '括' or '例' or '如')) || (prose && !line.Text.Any(Words.IsChinese)) || item.Text.Split(' ').Length > 6)
            {
                Scan(item, inList: true);
            }
            else
            {
                Add(item, cut.Count > 1 || line.Line.IsBullet || labelled || (IsShort(line.Line) && next is not null && IsShort(next)) || _shortBefore);
            }
        }
    }

    /// <summary>A list's items are short; in a sentence between commas stand clauses.</summary>
    private static bool IsSentence(string line, List<(int From, int Length)> cut)
    {
        if (cut.Count < 2 || line.Any(Words.IsChinese))
        {
            return false;
        }

        var words = cut.ConvertAll(c => line.Substring(c.From, c.Length).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        return words.Max() >= 6 || (line.EndsWith('.') && words.Average() >= 2) || cut.Exists(c => InSentence().IsMatch(line.Substring(c.From, c.Length).TrimStart()));
    }

    private static bool IsShort(Line line) => line.Text.Length <= 30 && char.IsUpper(line.Text[0]) && line.Text.Split(' ').Length <= 3 && !line.Text.Any(c => c is ',' or '\t' or ':');

    /// <summary>Commas inside brackets do not part items.</summary>
    private static IEnumerable<(int From, int Length)> Cut(string text)
    {
        int from = 0, depth = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length)
            {
                depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
                var dash = text[i] is '-' or '–' or '—' && i > 0 && text[i - 1] == ' ' && i + 1 < text.Length && text[i + 1] == ' ';
                if (!dash && (!(text[i] is ',' or ';' or '|' or '\t' or '•' or '·' or '、' or '。' or '▪' or '●' or '/' && (text[i] != '/' || (i > 0 && text[i - 1] == ' '))) || (depth > 0 && text[i] != '\t')))
                {
                    continue;
                }
            }

            if (i > from)
            {
                yield return (from, i - from);
            }

            from = i + 1;
        }
    }

    private void Add(Span item, bool inList)
    {
        var text = item.Text;
        if (Connector().Match(text) is { Success: true } connector && connector.Length < text.Length)
        {
            item = item.Part(connector.Length, text.Length - connector.Length).Trim();
            text = item.Text;
        }

        if (LevelBehind().Match(text) is { Success: true, Index: > 0 } behind)
        {
            item = item.Part(0, behind.Index).Trim();
            text = item.Text;
        }

        var written = item;
        var before = LevelBefore().Match(text);
        if (before.Success && before.Length < text.Length)
        {
            item = item.Part(before.Length, text.Length - before.Length).Trim();
            text = item.Text;
        }

        if (IconBefore().Match(text) is { Success: true } icon && lexicon.NameOf(text[icon.Length..]) is not null)
        {
            item = item.Part(icon.Length, text.Length - icon.Length);
            text = item.Text;
        }

        if (AndSoOn().Match(text) is { Success: true, Index: > 0 } more)
        {
            item = item.Part(0, more.Index).Trim();
            text = item.Text;
        }

        var bare = Bare(text);
        if (lexicon.NameOf(text) is { } whole)
        {
            Keep(Written(written, item), whole);
        }
        else if (lexicon.NameOf(bare) is { } name)
        {
            Keep(item, name);
            Scan(item.Part(bare.Length, text.Length - bare.Length), inList: true);
        }
        else if (AllKnown(text) is { } parts)
        {
            foreach (var part in parts)
            {
                Keep(item.Part(part.Start, part.Length), part.Name);
            }
        }
        else if (text.Any(Words.IsChinese) && (text.Length > 8 || ChineseSentence().IsMatch(text)))
        {
            Scan(item, inList: true);
        }
        else if (inList && text.Length is > 1 and <= LongestItem && text.Any(char.IsLetter) && !text.Any(c => c is '@' or '[') && text.Split(' ').Length <= 5
            && !Languages.IsSpoken(bare) && Dates.Find(text) is null)
        {
            Keep(Written(written, item), text);
        }
        else
        {
            Scan(item, inList: true);
        }
    }

    /// <summary>"Basic mathematics" is shown as written; the verbs of a Chinese sentence are no part of the skill.</summary>
    private static Span Written(Span written, Span item) => written.Text.Any(Words.IsChinese) ? item : written;

    private static string Bare(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open > 0 ? text[..open].TrimEnd() : text;
    }

    /// <summary>"Java and J2EE", "HTML/CSS", "Docker &amp; Kubernetes": parts that are skills, at least one of them known.</summary>
    private List<SkillHit>? AllKnown(string text)
    {
        var hits = lexicon.FindIn(text, inList: true).ToList();
        if (hits.Count == 0)
        {
            return null;
        }

        var left = text.Length - hits.Sum(h => h.Length);
        var joined = And().IsMatch(text) || text.Contains('/', StringComparison.Ordinal) || text.Contains('(', StringComparison.Ordinal);
        return hits.Count > 1 && (joined || left <= hits.Count * 3) ? hits : joined && left < text.Length / 2 ? hits : null;
    }

    private void Scan(Span span, bool inList)
    {
        foreach (var hit in lexicon.FindIn(span.Text, inList))
        {
            Keep(span.Part(hit.Start, hit.Length), hit.Name);
        }
    }

    private void Keep(Span span, string name, string? surface = null)
    {
        if (_found.Count < Most && span.Length > 0 && _names.Add(name))
        {
            _found.Add(new SkillFact(name, surface ?? span.Text, span.Passage));
        }
    }
}
