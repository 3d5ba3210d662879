using System.Globalization;
using TalentHub.Domain.Intelligence;
using TalentHub.Intelligence.Resumes;
using TalentHub.Services.Documents.Reading;

namespace TalentHub.Reader.Tests.Evaluation;

/// <summary>Measures reader and facts on a folder of résumés with hand-made labels. Method and figures: docs/evaluation/reader.md.</summary>
public sealed class SamplesTests
{
    private static readonly Dictionary<string, double> Targets = new(StringComparer.Ordinal)
    {
        ["email"] = 0.95, ["phone"] = 0.95, ["name"] = 0.85, ["skills"] = 0.7, ["employer"] = 0.6, ["title"] = 0.6, ["degree"] = 0.6,
    };

    [Fact]
    public async Task Facts_of_the_sample_resumes_reach_the_targets()
    {
        var folder = Environment.GetEnvironmentVariable("TALENTHUB_RESUME_SAMPLES");
        Assert.SkipUnless(Directory.Exists(folder), "Set TALENTHUB_RESUME_SAMPLES to a folder of résumés with a labels.csv to run the evaluation.");
        using var reader = new ReaderProcess();
        var rows = Csv.Read(Path.Combine(folder!, "labels.csv"));
        var scores = new List<(string Person, Dictionary<string, double?> Score)>();
        foreach (var row in rows)
        {
            var read = await reader.ReadAsync(Path.Combine(folder!, row["file"]), TestContext.Current.CancellationToken);
            Assert.True(read.Text is not null || read.Refusal is ReadRefusal.NoText, $"{row["file"]}: {read.Refusal}");
            var facts = read.Text is { } text ? new ResumeReader().Read(text) : ResumeFacts.None;
            scores.Add((string.Join('|', row["name"].ToUpperInvariant(), row["email"], row["most_recent_employer"]), ResumeScore.Of(facts, row)));
        }

        var report = ResumeScore.Fields.ToDictionary(f => f, f => Average(scores, f));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', report.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Key,-12} {r.Value,7:P1}"))));
        Assert.All(Targets, target => Assert.True(report[target.Key] >= target.Value, string.Create(CultureInfo.InvariantCulture, $"{target.Key}: {report[target.Key]:P1} is below {target.Value:P0}")));
    }

    [Fact]
    public async Task Hostile_files_are_read_safely_or_refused_with_a_sentence()
    {
        var folder = Environment.GetEnvironmentVariable("TALENTHUB_SECURITY_SAMPLES");
        Assert.SkipUnless(Directory.Exists(folder), "Set TALENTHUB_SECURITY_SAMPLES to a folder of hostile files with an index.csv to run this test.");
        using var reader = new ReaderProcess();
        foreach (var row in Csv.Read(Path.Combine(folder!, "index.csv")))
        {
            var result = await reader.ReadAsync(Path.Combine(folder!, row["file"]), TestContext.Current.CancellationToken);
            Assert.True(result.Text is not null || result.Refusal is not (null or ReadRefusal.Unavailable), row["file"]);
            if (row["kind"].StartsWith("password", StringComparison.Ordinal))
            {
                Assert.Equal(ReadRefusal.Encrypted, result.Refusal);
            }

            if (result.Text is { } text)
            {
                new ResumeReader().Read(text);   // must not throw, whatever the text
            }
        }
    }

    /// <summary>Files that show the same person are averaged first, or the person with most layouts would decide.</summary>
    private static double Average(List<(string Person, Dictionary<string, double?> Score)> scores, string field) =>
        scores.Where(s => s.Score[field] is not null).GroupBy(s => s.Person, s => s.Score[field]!.Value).Select(g => g.Average()).DefaultIfEmpty(1).Average();
}
