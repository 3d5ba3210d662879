using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Access;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Architecture;

/// <summary>
/// Every way to a record, as each of the fourteen people of the sample, on records that are theirs to see and on others: the related person may; to everybody else the
/// record is not there, in pages, posts, lists and search.
/// </summary>
public sealed partial class RelationTests(SampleSightFactory factory) : IClassFixture<SampleSightFactory>
{
    private const int Each = 6;
    private const long Nobody = 999_999_999;

    /// <summary>Which records stand behind an address; the longest beginning counts.</summary>
    private static readonly (string Begins, string Kind, bool IsRecord)[] Addresses =
    [
        ("/applications/APP-", "application", true), ("/debriefs/APP-", "application", false), ("/candidates/", "candidate", true), ("/demand/requisitions/", "requisition", true),
        ("/files/", "file", false), ("/interviews/INT-", "interview", true), ("/jobs/REQ-{id:long}/plan", "plan", false), ("/jobs/REQ-{id:long}/postings", "requisition", false),
        ("/jobs/REQ-", "job", true), ("/offers/OFR-", "offer", true), ("/onboarding/ONB-", "onboarding", true), ("/postings/", "posting", true),
    ];

    public static TheoryData<string> Labels => [.. DemoPerson.Labels];

    [Theory]
    [MemberData(nameof(Labels))]
    public async Task A_record_opens_for_those_whose_it_is_and_is_not_there_for_others(string label)
    {
        var sight = await factory.SightAsync();
        var who = sight.People[label];
        var browser = factory.Browser(who);
        var wrong = new List<string>();
        foreach (var (row, kind, isRecord) in Rows("GET"))
        {
            var held = who.Actor.May(Enum.Parse<Capability>(row.Right!));
            var most = isRecord && IsWhole(row) ? Each : 1;
            foreach (var seen in new[] { true, false })
            {
                foreach (var id in Spread(sight.Records(kind, who, seen), most))
                {
                    var answer = (await browser.GetAsync(Address(row, id))).Status;
                    var right = !held ? answer == HttpStatusCode.Forbidden
                        : !seen ? answer == HttpStatusCode.NotFound
                        : isRecord && IsWhole(row) ? answer is HttpStatusCode.OK or HttpStatusCode.Redirect
                        : answer != HttpStatusCode.Forbidden && (int)answer < 500;
                    if (!right)
                    {
                        wrong.Add($"GET {Address(row, id)}: {(int)answer}; right {(held ? "held" : "not held")}, record {(seen ? "theirs" : "not theirs")}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public async Task Nothing_can_be_sent_to_a_record_that_is_not_ones_own_to_see(string label)
    {
        var sight = await factory.SightAsync();
        var who = sight.People[label];
        var browser = factory.Browser(who);
        var token = (await browser.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var wrong = new List<string>();
        foreach (var (row, kind, _) in Rows("POST"))
        {
            var held = who.Actor.May(Enum.Parse<Capability>(row.Right!));
            foreach (var id in Spread(sight.Records(kind, who, seen: false), 1).Append(Nobody))
            {
                var answer = (await browser.PostAsync(Address(row, id), new Dictionary<string, string> { ["__RequestVerificationToken"] = token })).Status;
                if (answer != (held ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden))
                {
                    wrong.Add($"POST {Address(row, id)}: {(int)answer}; right {(held ? "held" : "not held")}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public async Task A_record_that_is_not_theirs_looks_like_one_that_does_not_exist(string label)
    {
        var sight = await factory.SightAsync();
        var who = sight.People[label];
        var browser = factory.Browser(who);
        foreach (var (row, kind, _) in Rows("GET").Where(r => r.IsRecord && IsWhole(r.Row)))
        {
            if (sight.Records(kind, who, seen: false) is not [var hidden, ..])
            {
                continue;
            }

            var missing = await browser.GetAsync(Address(row, Nobody));
            var other = await browser.GetAsync(Address(row, hidden));
            Assert.Equal(missing.Status, other.Status);
            Assert.Equal(missing.Text, other.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public async Task Lists_and_search_lead_only_to_records_of_ones_own_to_see(string label)
    {
        var sight = await factory.SightAsync();
        var who = sight.People[label];
        var browser = factory.Browser(who);
        var hidden = sight.Records("candidate", who, seen: false);
        var names = await factory.DbAsync(db => db.People.Where(p => hidden.Contains(p.Id)).OrderBy(p => p.Id).Take(8).Select(p => p.Name).ToListAsync());
        var lists = new List<string>
        {
            "/today", "/flow", "/demand/requisitions?state=all", "/jobs", "/candidates", "/interviews", "/interviews/week", "/offers", "/onboarding", "/people", "/postings", "/openings",
        };
        lists.AddRange(names.SelectMany(n => new[] { $"/search?q={Uri.EscapeDataString(n.Display)}", $"/candidates?q={Uri.EscapeDataString(n.Display)}" }));
        var wrong = new List<string>();
        foreach (var list in lists)
        {
            var page = await browser.GetAsync(list);
            Assert.True((int)page.Status < 500, list);
            foreach (var link in page.Document.QuerySelectorAll("a[href], form[action]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action")!).Distinct())
            {
                if (KindOf(link) is { } kind && Id().Match(link) is { Success: true } id && !sight.Sees(kind, long.Parse(id.Groups["id"].Value, System.Globalization.CultureInfo.InvariantCulture), who))
                {
                    wrong.Add($"{list} leads to {link}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_person_of_the_sample_has_records_of_their_own_and_records_that_are_not()
    {
        var sight = await factory.SightAsync();

        foreach (var kind in sight.Kinds)
        {
            Assert.Contains(sight.People.Values, p => sight.Records(kind, p, seen: true).Count > 0);
            Assert.Contains(sight.People.Values, p => sight.Records(kind, p, seen: false).Count > 0);
        }

        // Each relation is somebody's: the same role without it sees less.
        Assert.NotEmpty(sight.Records("job", sight.People["HiringManager"], seen: true));
        Assert.NotEmpty(sight.Records("job", sight.People["HiringManager"], seen: false));
        Assert.NotEmpty(sight.Records("interview", sight.People["Interviewer"], seen: true));
        Assert.NotEmpty(sight.Records("interview", sight.People["Interviewer"], seen: false));
        Assert.NotEmpty(sight.Records("requisition", sight.People["DepartmentHead"], seen: true));
        Assert.NotEmpty(sight.Records("requisition", sight.People["DepartmentHead"], seen: false));
    }

    /// <summary>The ways in that lead to one record.</summary>
    private IEnumerable<(RouteRow Row, string Kind, bool IsRecord)> Rows(string verb) =>
        RoutesCommand.List(factory.Services, factory.Services.GetRequiredService<EndpointDataSource>().Endpoints)
            .Where(r => r.Verb == verb && r.Path.Contains('{', StringComparison.Ordinal) && Enum.TryParse<Capability>(r.Right, out _))
            .Select(r => (r, Addresses.FirstOrDefault(a => r.Path.StartsWith(a.Begins, StringComparison.Ordinal) && !r.Path.StartsWith("/candidates/duplicates", StringComparison.Ordinal))))
            .Where(r => r.Item2.Kind is not null).Select(r => (r.r, r.Item2.Kind, r.Item2.IsRecord));

    private static bool IsWhole(RouteRow row) => row.Handler.Length == 0 && row.Path.EndsWith('}');

    /// <summary>The record's number in the first place; a part of it (a seat, a round) is the first one.</summary>
    private static string Address(RouteRow row, long id)
    {
        var first = true;
        var prefix = row.Path.StartsWith("/demand/", StringComparison.Ordinal) ? "REQ-" : row.Path.StartsWith("/postings/", StringComparison.Ordinal) ? TalentHub.Domain.Recruiting.Posting.NumberOf(0)[..^1] : string.Empty;
        var path = Place().Replace(row.Path, _ =>
        {
            var text = first ? prefix + id.ToString(System.Globalization.CultureInfo.InvariantCulture) : "1";
            first = false;
            return text;
        });
        return row.Handler.Length == 0 ? path : $"{path}?handler={row.Handler}";
    }

    private static string? KindOf(string link) =>
        link.StartsWith("/candidates/duplicates", StringComparison.Ordinal) || link.Contains("/new", StringComparison.Ordinal) ? null
        : Addresses.Where(a => !a.Begins.Contains('{', StringComparison.Ordinal) && link.StartsWith(a.Begins, StringComparison.Ordinal)).Select(a => a.Kind).FirstOrDefault() is { } kind
            ? kind == "job" && link.Contains("/plan", StringComparison.Ordinal) ? "plan" : kind == "job" && link.Contains("/postings", StringComparison.Ordinal) ? "requisition" : kind
            : null;

    /// <summary>A few from all over, so that old and new records are among them.</summary>
    private static IEnumerable<long> Spread(IReadOnlyList<long> all, int most) =>
        all.Count <= most ? all : Enumerable.Range(0, most).Select(i => all[i * (all.Count - 1) / Math.Max(1, most - 1)]);

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^/[a-z/]+/([A-Z]+-)?(?<id>\d+)(?=[/?#]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}
