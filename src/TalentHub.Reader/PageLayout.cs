using System.Text;

namespace TalentHub.Reader;

/// <summary>One letter: its start and end along the line, its baseline (up is more) and its size, all in points.</summary>
public readonly record struct Glyph(string Text, double Left, double Right, double Baseline, double Size);

/// <summary>A piece of a line without a wide gap in it.</summary>
public sealed record Run(string Text, double Left, double Right, double Baseline, double Size);

/// <summary>Pieces that stand on one baseline, from left to right.</summary>
public sealed record Row(double Baseline, double Size, IReadOnlyList<Run> Runs);

/// <summary>
/// Puts the letters of a page into reading order: letters to rows, rows cut into runs at wide gaps, then columns found where a
/// gutter runs down many rows. A gutter between a label and its value, or a text and its date, is not a column.
/// </summary>
public static class PageLayout
{
    private const int MostSplits = 40;

    public static string Text(IEnumerable<List<Glyph>> directions)
    {
        var text = new StringBuilder();
        foreach (var glyphs in directions)
        {
            var splits = MostSplits;
            Write(Rows.Of(glyphs), text, ref splits);
            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Write(List<Row> rows, StringBuilder text, ref int splits)
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (splits-- > 0 && Gutter.Find(rows) is { } gutter)
        {
            Write(rows[..gutter.First], text, ref splits);
            text.Append('\n');
            var middle = rows[gutter.First..(gutter.Last + 1)];
            if (gutter.Labels)
            {
                Write(Attached(Side(middle, r => r.Left < gutter.X), Side(middle, r => r.Left >= gutter.X)), text, ref splits);
                Write(rows[(gutter.Last + 1)..], text, ref splits);
                return;
            }

            Write(Side(middle, r => r.Left < gutter.X), text, ref splits);
            text.Append('\n');
            Write(Side(middle, r => r.Left >= gutter.X), text, ref splits);
            text.Append('\n');
            Write(rows[(gutter.Last + 1)..], text, ref splits);
            return;
        }

        WriteLines(rows, text);
    }

    private static List<Row> Side(List<Row> rows, Func<Run, bool> inside) =>
        [.. rows.Select(row => row with { Runs = [.. row.Runs.Where(inside)] }).Where(row => row.Runs.Count > 0)
            .Select(row => row with { Baseline = row.Runs[0].Baseline, Size = row.Runs.Max(r => r.Size) })];

    /// <summary>Each label joins the row of text whose baseline is nearest, as long as it is near at all.</summary>
    private static List<Row> Attached(List<Row> labels, List<Row> texts)
    {
        var result = new List<Row>(texts);
        foreach (var label in labels)
        {
            var at = texts.Count == 0 ? -1 : Enumerable.Range(0, texts.Count).MinBy(i => Math.Abs(texts[i].Baseline - label.Baseline));
            var near = at >= 0 && Math.Abs(texts[at].Baseline - label.Baseline) <= 0.5 * Math.Max(label.Size, texts[at].Size);
            var row = near ? result.FindIndex(r => r.Baseline == texts[at].Baseline) : -1;
            if (row >= 0)
            {
                // On the text's own baseline, so that the strip between them no longer looks like one of columns.
                var size = result[row].Size;
                result[row] = result[row] with { Runs = [.. label.Runs.Select(r => r with { Baseline = result[row].Runs[0].Baseline, Size = size }), .. result[row].Runs] };
            }
            else
            {
                var below = result.FindIndex(r => r.Baseline < label.Baseline);
                result.Insert(below < 0 ? result.Count : below, label);
            }
        }

        return result;
    }

    private static void WriteLines(List<Row> rows, StringBuilder text)
    {
        Row? above = null;
        foreach (var row in rows)
        {
            if (above is not null && IsApart(above, row))
            {
                text.Append('\n');
            }

            text.AppendJoin('\t', row.Runs.Select(r => r.Text)).Append('\n');
            above = row;
        }
    }

    /// <summary>More than the usual leading between two rows, measured in the smaller type, means a new block.</summary>
    public static bool IsApart(Row above, Row row) =>
        above.Baseline - row.Baseline > Math.Max(1.9 * Math.Min(above.Size, row.Size), 1.35 * Math.Max(above.Size, row.Size));
}
