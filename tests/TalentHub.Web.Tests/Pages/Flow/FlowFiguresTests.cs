using System.Globalization;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Flow;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Careers;

namespace TalentHub.Web.Tests.Pages.Flow;

/// <summary>What Flow says is what one counts in the records and their moves oneself.</summary>
public sealed class FlowFiguresTests
{
    [Fact]
    public async Task A_small_history_is_counted_its_median_taken_and_its_conversion_computed()
    {
        await using var factory = new TalentHubFactory();
        var hr = factory.Browser(await factory.PersonAsync(Role.HR));
        var job = await factory.OpenRequisitionAsync();

        // Read after 1, 2, 4, 7 and 30 days; of those five two are turned down, one goes to the shortlist; a sixth is new, a seventh was withdrawn too long ago to count.
        foreach (var (days, end) in new (int, ApplicationState?)[] { (1, null), (2, ApplicationState.Rejected), (4, ApplicationState.Shortlisted), (7, ApplicationState.Rejected), (30, null) })
        {
            await ApplyAsync(factory, job.Id, A.Noon.AddDays(-40), application =>
            {
                application.Until(ApplicationState.InReview, A.Noon.AddDays(days - 40));
                if (end is { } state)
                {
                    application.Until(state, A.Noon.AddDays(days - 39));
                }
            });
        }

        await ApplyAsync(factory, job.Id, A.Noon.AddHours(-1), _ => { });
        await ApplyAsync(factory, job.Id, A.Noon.AddDays(-200), application => application.Until(ApplicationState.Withdrawn, A.Noon.AddDays(-FlowFigures.Days - 1)));
        await MeasureAsync(factory);

        var line = Read(await hr.GetAsync("/flow"))["application"];

        Assert.Equal((1, 2, 1, 0), (line.Counts["Received"], line.Counts["InReview"], line.Counts["Shortlisted"], line.Counts["Interviewing"]));

        // The sixth stay in Received, of 109 days, ended within the year: 1, 2, 4, 7, 30, 109.
        Assert.Equal("4 d", line.Medians["Received"]);

        // Three of them left InReview, and fewer than five tell nothing.
        Assert.Equal("–", line.Medians["InReview"]);

        // Five began to be read, one was shortlisted, two were turned down: six of eight moves go forward.
        Assert.Equal(6 / 8.0, line.GoOn);
    }

    [Fact]
    public async Task Everybody_has_gone_on_and_the_median_stay_is_still_told()
    {
        await using var factory = new TalentHubFactory();
        var hr = factory.Browser(await factory.PersonAsync(Role.HR));
        var job = await factory.OpenRequisitionAsync();
        for (var i = 0; i < 5; i++)
        {
            await ApplyAsync(factory, job.Id, A.Noon.AddDays(-9), application => application.Until(ApplicationState.InReview, A.Noon.AddDays(-6)));
        }

        // As after a bulk load, which writes no row for a state where nobody stands.
        await factory.DbAsync(db => FlowRebuild.RunAsync(db, CancellationToken.None));
        await MeasureAsync(factory);

        var line = Read(await hr.GetAsync("/flow"))["application"];

        Assert.Equal((0, "3 d"), (line.Counts["Received"], line.Medians["Received"]));
    }

    [Fact]
    public async Task In_the_sample_company_every_figure_is_that_of_the_rows()
    {
        await using var factory = new SampleFactory();
        var seen = Read(await factory.Browser(await PartnerAsync(factory)).GetAsync("/flow"));
        var now = factory.Clock.GetUtcNow().UtcDateTime;

        var (tables, rows, moves) = await factory.DbAsync(async db =>
        {
            var tables = FlowRebuild.Tables(db);
            var rows = new List<(string Machine, string State, int Count)>();
            foreach (var table in tables)
            {
#pragma warning disable EF1002 // The name comes from the model.
                rows.AddRange((await db.Database.SqlQueryRaw<string>($"""SELECT "State" AS "Value" FROM "{table.Table}" """).ToListAsync()).CountBy(s => s).Select(s => (table.Machine, s.Key, s.Value)));
#pragma warning restore EF1002
            }

            return (tables, rows, await db.Transitions.AsNoTracking().Where(t => t.From != null && t.From != t.To).ToListAsync());
        });
        // A machine beside the line (a privacy request) is no stage of it.
        Assert.Equal(tables.Select(t => t.Machine).Where(m => Web.Pages.Flow.Line.Find(m) is not null).Order(StringComparer.Ordinal), seen.Keys.Order(StringComparer.Ordinal));

        var medians = 0;
        foreach (var (name, line) in seen)
        {
            var machine = Domain.Workflows.Machines.Find(name)!;
            Assert.Equal(machine.States.Where(s => !machine.Ends.Contains(s)), line.Counts.Keys);
            foreach (var state in line.Counts.Keys)
            {
                Assert.Equal((name, state, rows.Find(r => r.Machine == name && r.State == state).Count), (name, state, line.Counts[state]));
                var stays = moves.Where(m => m.Machine == name && m.From == state && m.At >= now.AddYears(-1)).Select(m => m.At - m.Since!.Value).Where(s => s >= TimeSpan.FromMinutes(1)).Order().ToList();
                var median = stays.Count < 5 ? "–" : Words(stays[(stays.Count - 1) / 2]);
                Assert.Equal((name, state, median), (name, state, line.Medians[state]));
                medians += stays.Count < 5 ? 0 : 1;
            }

            var lately = moves.Where(m => m.Machine == name && DateOnly.FromDateTime(m.At) >= DateOnly.FromDateTime(now).AddDays(-FlowFigures.Days)).ToList();
            var lost = lately.Count(m => machine.Ends.Contains(m.To) && !machine.Good.Contains(m.To));
            Assert.Equal((name, lately.Count == 0 ? (double?)null : Math.Round(1 - (lost / (double)lately.Count), 2, MidpointRounding.AwayFromZero)), (name, line.GoOn));
        }

        Assert.True(medians > 15, $"Only {medians} states tell how long one stays.");
    }

    private static async Task ApplyAsync(TalentHubFactory factory, long job, DateTime at, Action<JobApplication> walk) => await factory.DbAsync(async db =>
    {
        var person = new Person(new PersonName("Flow", Guid.NewGuid().ToString("N")[..8]), null, null, "en", A.Noon);
        db.People.Add(person);
        await db.SaveChangesAsync();
        var application = A.Application(person.Id, job, at: at);
        walk(application);
        db.Applications.Add(application);
        await db.SaveChangesAsync();
    });

    private static Task<bool> MeasureAsync(TalentHubFactory factory) => factory.ServiceAsync<MeasureDwell, bool>(async job =>
    {
        await job.RunAsync(CancellationToken.None);
        return true;
    });

    /// <summary>HR of the sample, reading English.</summary>
    private static Task<TestPerson> PartnerAsync(SampleFactory factory) => factory.DbAsync(async db =>
    {
        var account = await db.Users.SingleAsync(u => db.DemoPeople.Any(d => d.Label == "HR" && d.PersonId == u.PersonId));
        (await db.People.SingleAsync(p => p.Id == account.PersonId)).Speaks("en", null);
        await db.SaveChangesAsync();
        return new TestPerson(account.PersonId, account.Id, account.Email!, Actor.System, "en");
    });

    private static string Words(TimeSpan stay) =>
        stay.TotalDays >= 1 ? $"{(int)stay.TotalDays} d" : stay.TotalHours >= 1 ? $"{(int)stay.TotalHours} h" : stay.TotalMinutes >= 1 ? $"{(int)stay.TotalMinutes} min" : "under 1 min";

    /// <summary>What stands on the page: by machine, and in the order of its states.</summary>
    private static Dictionary<string, Line> Read(TestPage page) => page.Document.QuerySelectorAll(".line .stage h3").ToDictionary(
        head => head.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1],
        head =>
        {
            var list = head.NextElementSibling!;
            var machine = Domain.Workflows.Machines.Find(head.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1])!;
            var rows = list.QuerySelectorAll("div").Zip(machine.States.Where(s => !machine.Ends.Contains(s))).ToList();
            return new Line(
                rows.ToDictionary(r => r.Second, r => int.Parse(r.First.QuerySelector("dd")!.ChildNodes[0].TextContent, NumberStyles.AllowThousands | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture)),
                rows.ToDictionary(r => r.Second, r => r.First.QuerySelector("dd.dwell")!.TextContent),
                list.NextElementSibling is { ClassName: "passes" } passes ? int.Parse(passes.TextContent.Trim().Split('%')[0], CultureInfo.InvariantCulture) / 100.0 : null);
        },
        StringComparer.Ordinal);

    private sealed record Line(IReadOnlyDictionary<string, int> Counts, IReadOnlyDictionary<string, string> Medians, double? GoOn);
}
