namespace TalentHub.Reader;

/// <summary>
/// A vertical white strip at X, open from row First to row Last, with text on both sides: the space between two columns, or
/// between labels in the margin and the text they stand beside.
/// </summary>
public sealed record Gutter(double X, int First, int Last, int Rows, double Width, bool Labels = false)
{
    private const int FewestRows = 3, HeadRows = 6;

    /// <summary>The strip with most rows on its thinner side; null when no strip parts real columns.</summary>
    public static Gutter? Find(List<Row> rows)
    {
        if (rows.Count < FewestRows + 1)
        {
            return null;
        }

        var start = rows.Min(r => r.Runs[0].Left);
        var edges = rows.SelectMany(r => r.Runs).Select(r => Math.Floor(r.Left - 1)).Where(x => x > start + 10).Distinct().Take(1500);
        return edges.SelectMany(x => Stretches(rows, x))
            .OrderByDescending(g => g.Rows).ThenByDescending(g => g.Last - g.First).ThenByDescending(g => g.Width)
            .Take(200).Select(g => Judged(rows, g)).FirstOrDefault(g => g is not null);
    }

    private static IEnumerable<Gutter> Stretches(List<Row> rows, double x)
    {
        var first = 0;
        for (var i = 0; i <= rows.Count; i++)
        {
            if (i < rows.Count && !rows[i].Runs.Any(r => r.Left < x && r.Right > x))
            {
                continue;
            }

            // The strip ends where a line crosses it: what stands on one side only just above that line belongs to the line.
            var last = i - 1;
            while (i < rows.Count && last >= first && !HasRight(rows[last], x))
            {
                last--;
            }

            if (Trim(rows, x, first, last) is { } found)
            {
                yield return found;
            }

            first = i + 1;
        }
    }

    private static Gutter? Trim(List<Row> rows, double x, int first, int last)
    {
        // Rows above the place where the second column begins belong to what stands above both.
        while (first <= last && !HasRight(rows[first], x))
        {
            first++;
        }

        // A name and a headline over the second column are read before the first one; a long text there is not torn.
        var both = first;
        while (both <= last && !HasLeft(rows[both], x))
        {
            both++;
        }

        while (both > first && both <= last && !PageLayout.IsApart(rows[both - 1], rows[both]))
        {
            both--;
        }

        first = both - first <= HeadRows ? both : first;

        int left = 0, right = 0;
        double end = double.MinValue, start = double.MaxValue;
        for (var i = first; i <= last; i++)
        {
            foreach (var run in rows[i].Runs)
            {
                end = run.Left < x ? Math.Max(end, run.Right) : end;
                start = run.Left >= x ? Math.Min(start, run.Left) : start;
            }

            left += HasLeft(rows[i], x) ? 1 : 0;
            right += HasRight(rows[i], x) ? 1 : 0;
        }

        var size = first <= last ? rows[first..(last + 1)].Average(r => r.Size) : 0;
        return left < FewestRows || right < FewestRows || start - end < 0.9 * size ? null
            : new Gutter(x, first, last, Math.Min(left, right), start - end);
    }

    private static bool HasLeft(Row row, double x) => row.Runs[0].Left < x;

    private static bool HasRight(Row row, double x) => row.Runs[^1].Left >= x;

    /// <summary>
    /// Labels and values, texts and dates share their baselines: nearly every piece of the thinner side has a partner in its row.
    /// Two columns of prose set on one grid do so too, but both are full of text.
    /// </summary>
    private static Gutter? Judged(List<Row> rows, Gutter gutter)
    {
        var left = new Side();
        var right = new Side();
        for (var i = gutter.First; i <= gutter.Last; i++)
        {
            var ofLeft = rows[i].Runs.Where(r => r.Left < gutter.X).ToList();
            var ofRight = rows[i].Runs.Where(r => r.Left >= gutter.X).ToList();
            var together = ofLeft.Exists(a => ofRight.Exists(b => Math.Abs(a.Baseline - b.Baseline) <= 0.12 * Math.Min(a.Size, b.Size)));
            left.Add(ofLeft, together);
            right.Add(ofRight, together);
        }

        var thin = left.Letters <= right.Letters ? left : right;
        var prose = Math.Min(left.PerRow, right.PerRow) >= 24 && Math.Min(left.Rows, right.Rows) >= 0.6 * Math.Max(left.Rows, right.Rows);
        return !prose && thin.Together >= 0.6 * thin.Rows ? null
            : !prose && AreLabels(rows, gutter) ? gutter with { Labels = true } : gutter;
    }

    /// <summary>
    /// Headings and dates in the left margin: few, short, far from each other, each beside a line of the text or over it.
    /// </summary>
    private static bool AreLabels(List<Row> rows, Gutter gutter)
    {
        var middle = rows[gutter.First..(gutter.Last + 1)].SelectMany(r => r.Runs).ToList();
        var labels = middle.Where(r => r.Left < gutter.X).ToList();
        var texts = middle.Where(r => r.Left >= gutter.X).ToList();
        var beside = labels.Count(l => texts.Exists(t => Math.Abs(t.Baseline - l.Baseline) <= 0.8 * Math.Max(l.Size, t.Size)));
        var steps = labels.Zip(labels.Skip(1), (a, b) => (a.Baseline - b.Baseline) / Math.Max(a.Size, b.Size)).Order().ToList();
        var step = steps.Count > 0 ? steps[steps.Count / 2] : 0;
        return labels.Count <= 0.5 * texts.Count && labels.Average(l => l.Text.Length) <= 24 && (step >= 3 || (step >= 2.4 && beside >= 0.75 * labels.Count));
    }

    private sealed class Side
    {
        public int Rows { get; private set; }

        public int Letters { get; private set; }

        public int Together { get; private set; }

        public double PerRow => Rows == 0 ? 0 : (double)Letters / Rows;

        public void Add(List<Run> runs, bool together)
        {
            Rows += runs.Count > 0 ? 1 : 0;
            Letters += runs.Sum(r => r.Text.Length);
            Together += runs.Count > 0 && together ? 1 : 0;
        }
    }
}
