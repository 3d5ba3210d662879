using System.Globalization;

namespace TalentHub.Benchmarks;

/// <summary>One table, as it stands in docs/performance.md. The ratio to plain text in the same run is what can be compared between machines.</summary>
public static class Report
{
    public static void Write(TextWriter to, IReadOnlyList<Result> rows, IReadOnlyList<double> applying, Product product, Options options)
    {
        var plain = rows[0].Rate;
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Sample {options.Size}, made in {product.Seeding.TotalSeconds:F0} s; {options.Connections} connections, {options.Seconds} s a row; memory at the end {product.Memory:F0} MB."));
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Applying, with a résumé: half within {applying[applying.Count / 2]:F0} ms, 99 of 100 within {applying[(applying.Count * 99 / 100) - 1]:F0} ms."));
        to.WriteLine();
        to.WriteLine("| Page | req/s | of plain text | p50 | p99 | CPU µs/req | KB (brotli) | failed |");
        to.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Rate:N0} | {row.Rate / plain:P1} | {row.Half} | {row.Slowest} | {row.Micros:N0} | {row.Kilobytes:F1} | {row.Failures} |"));
        }
    }
}
