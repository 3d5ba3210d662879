using System.Text;

namespace TalentHub.Reader;

/// <summary>Letters to rows and runs.</summary>
public static class Rows
{
    /// <summary>Part of the type size that a gap must exceed to be a space, or to part two runs.</summary>
    private const double SpaceGap = 0.15, RunGap = 1.15;

    public static List<Row> Of(List<Glyph> glyphs)
    {
        var rows = new List<Row>();
        var waiting = new List<Glyph>();
        foreach (var glyph in glyphs.Where(g => !string.IsNullOrWhiteSpace(g.Text) || g.Text == " ").OrderByDescending(g => g.Baseline).ThenBy(g => g.Left))
        {
            if (waiting.Count > 0 && waiting[0].Baseline - glyph.Baseline > 0.35 * Math.Min(waiting[0].Size, glyph.Size))
            {
                Add(rows, waiting);
                waiting.Clear();
            }

            waiting.Add(glyph);
        }

        Add(rows, waiting);
        return rows;
    }

    private static void Add(List<Row> rows, List<Glyph> glyphs)
    {
        glyphs.Sort((a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Right.CompareTo(b.Right));
        var runs = new List<Run>();
        var words = new List<Word>();
        var current = new Word();
        Glyph? last = null;
        var spaceSeen = false;
        foreach (var glyph in glyphs)
        {
            if (glyph.Text == " ")
            {
                spaceSeen = true;
                continue;
            }

            if (last is { } before)
            {
                // The same letter drawn twice, a hair apart, is a way to print bold.
                if (glyph.Text == before.Text && glyph.Left - before.Left < 0.25 * (before.Right - before.Left))
                {
                    continue;
                }

                var gap = glyph.Left - before.Right;
                var size = Math.Max(before.Size, glyph.Size);
                var wide = gap > RunGap * size;
                var wideScript = IsWideScript(before.Text) && IsWideScript(glyph.Text);
                if (wide || gap > (wideScript ? 0.45 : SpaceGap) * size || (spaceSeen && gap > 0.05 * size))
                {
                    words.Add(current);
                    current = new Word();
                }

                if (wide)
                {
                    Flush(runs, words);
                }
            }

            current.Add(glyph);
            last = glyph;
            spaceSeen = false;
        }

        words.Add(current);
        Flush(runs, words);
        if (runs.Count > 0)
        {
            rows.Add(new Row(runs[0].Baseline, runs.Max(r => r.Size), runs));
        }
    }

    private static void Flush(List<Run> runs, List<Word> words)
    {
        words.RemoveAll(w => w.Text.Length == 0);
        if (words.Count > 0)
        {
            runs.Add(new Run(Join(words), words[0].Left, words[^1].Right, words[0].Baseline, words.Max(w => w.Size)));
        }

        words.Clear();
    }

    /// <summary>A heading set as "E X P E R I E N C E" is one word; its real spaces are wider than the gaps between its letters.</summary>
    private static string Join(List<Word> words)
    {
        var spaced = words.Count >= 4 && words.TrueForAll(w => w.Text.Length == 1 && char.IsLetter(w.Text[0]));
        if (!spaced)
        {
            return string.Join(' ', words.Select(w => LostLigatures.Mend(w.Text.ToString())));
        }

        var gaps = words.Zip(words.Skip(1), (a, b) => b.Left - a.Right).ToList();
        var usual = gaps.Order().ElementAt(gaps.Count / 2);
        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            text.Append(i > 0 && gaps[i - 1] > 1.8 * usual ? " " : "").Append(words[i].Text);
        }

        return text.ToString();
    }

    private static bool IsWideScript(string text) => text[0] is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';

    private sealed class Word
    {
        public StringBuilder Text { get; } = new();

        public double Left { get; private set; }

        public double Right { get; private set; }

        public double Baseline { get; private set; }

        public double Size { get; private set; }

        public void Add(Glyph glyph)
        {
            if (Text.Length == 0)
            {
                Left = glyph.Left;
                Baseline = glyph.Baseline;
            }

            Text.Append(glyph.Text);
            Right = Math.Max(Right, glyph.Right);
            Size = Math.Max(Size, glyph.Size);
        }
    }
}
