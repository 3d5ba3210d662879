using System.Diagnostics;
using System.Globalization;
using AngleSharp.Dom;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Forms;

namespace TalentHub.Web.Tests.Attack;

/// <summary>
/// Thousands of requests that mean ill, from a seed, as everybody of the sample and as a stranger, with valid tokens: never an error of ours, nothing of the inside told, nothing that runs.
/// <c>TALENTHUB_TEST_HOSTILE</c> says how many (2,000 without it), <c>TALENTHUB_TEST_SEED</c> which.
/// </summary>
public sealed class HostileTests(FormsCompany company, ITestOutputHelper output) : IClassFixture<FormsCompany>
{
    /// <summary>After so many, what they did is undone: with everybody disabled and every department gone, nothing would be hit any more.</summary>
    private const int BeforeUndone = 250;

    private static readonly int Count = Setting("TALENTHUB_TEST_HOSTILE", 2000);
    private static readonly int Seed = Setting("TALENTHUB_TEST_SEED", 20260303);

    [Fact]
    public async Task Whatever_is_sent_nothing_breaks_nothing_runs_and_nothing_of_the_inside_is_told()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Between requests the database is put back from a copy, which is made of a SQLite file.");
        await company.ReadyAsync();
        var routes = new Routes(company);
        var chance = new Random(Seed);
        var requests = new HostileRequests(chance, routes, new HostileFields(company), company);
        var crawl = new FormCrawl(company, routes, _ => true);
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var who in FormCrawl.Readers)
        {
            var page = await (await crawl.BrowserAsync(who)).GetAsync(who == FormCrawl.Stranger ? "/careers/link" : "/account");
            requests.Learn(who, page);
            requests.Learn(who, await (await crawl.BrowserAsync(who)).GetAsync(who == FormCrawl.Stranger ? "/careers" : "/today"));
            tokens[who] = page.Document.QuerySelector($"input[name={PostedForm.Token}]")!.GetAttribute("value")!;
        }

        using var inside = new LastFault();
        var faults = new List<string>();
        var answers = new SortedDictionary<int, int>();
        var watch = Stopwatch.StartNew();
        for (var number = 1; number <= Count; number++)
        {
            if (number % BeforeUndone == 0)
            {
                company.Kept.Restore();
            }

            var who = FormCrawl.Readers[chance.Next(FormCrawl.Readers.Count)];
            var request = requests.Next(who, tokens[who]);
            var begun = watch.Elapsed;
            try
            {
                var page = await (await crawl.BrowserAsync(who)).SendAsync(request.Message);
                answers[(int)page.Status] = answers.GetValueOrDefault((int)page.Status) + 1;
                faults.AddRange(HostileJudge.Faults(page, watch.Elapsed - begun).Select(fault => $"{number} as {who}: {fault}: {request.Says}{((int)page.Status >= 500 ? "\n    " + inside.Says : string.Empty)}"));
                requests.Learn(who, page);
            }
            catch (Exception broken) when (broken is not Xunit.Sdk.XunitException)
            {
                faults.Add($"{number} as {who}: {broken.GetType().Name} {broken.Message.Split('\n')[0]}: {request.Says}\n    {broken.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("TalentHub", StringComparison.Ordinal))}");
            }
        }

        output.WriteLine($"{Count} requests of seed {Seed} in {watch.Elapsed.TotalSeconds:0} s: {string.Join(", ", answers.Select(a => $"{a.Value} × {a.Key}"))}; {faults.Count} faults.");
        Assert.True(faults.Count == 0, $"{faults.Count}\n{string.Join('\n', faults.Take(40))}");
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : usual;
}
