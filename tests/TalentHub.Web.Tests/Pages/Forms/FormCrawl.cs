using System.Globalization;
using System.Net;
using TalentHub.Domain.Access;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Architecture;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Forms;

/// <summary>A form and who found it.</summary>
/// <param name="Steps">What has to be sent before, so that the page shows it.</param>
public sealed record FoundForm(PostedForm Form, string Who, IReadOnlyList<PostedForm> Steps);

/// <summary>Opens the pages of some part of the product as everybody who may, and keeps one of each form that stands there.</summary>
public sealed class FormCrawl(FormsCompany company, Routes routes, Func<string, bool> isMine)
{
    /// <summary>Pages of one kind that are opened because something leads there.</summary>
    private const int Followed = 3;

    /// <summary>Those whose pages differ; a stranger is the last.</summary>
    public static readonly IReadOnlyList<string> Readers =
        ["Recruiter", "HR", "HiringManager", "Coordinator", "Interviewer", "Admin", "DepartmentHead", "Finance", "Executive", "Employee", Stranger];

    public const string Stranger = "";

    private static readonly (string Begins, string Kind, string Prefix)[] Kinds =
    [
        ("/applications/APP-{id:long}", "application", ""), ("/debriefs/APP-{id:long}", "application", ""), ("/candidates/{id:long}", "candidate", ""),
        ("/demand/requisitions/{number}", "requisition", "REQ-"), ("/interviews/INT-{id:long}", "interview", ""), ("/jobs/REQ-{id:long}", "job", ""), ("/offers/OFR-{id:long}", "offer", ""),
        ("/onboarding/ONB-{id:long}", "onboarding", ""), ("/postings/{number}", "posting", TalentHub.Domain.Recruiting.Posting.NumberOf(0)[..^1]),
    ];

    private readonly Dictionary<string, FoundForm> found = new(StringComparer.Ordinal);
    private readonly HashSet<string> pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TestBrowser> browsers = new(StringComparer.Ordinal);

    public IReadOnlyCollection<FoundForm> Found => found.Values;

    /// <summary>Keeps forms that a page shows after others were sent.</summary>
    public IEnumerable<FoundForm> Add(TestPage page, FoundForm after)
    {
        foreach (var form in PostedForm.Of(page, routes).Where(f => isMine(f.Row.Path) && !found.Values.Any(o => o.Form.Row == f.Row)))
        {
            var further = new FoundForm(form, after.Who, [.. after.Steps, after.Form]);
            if (found.TryAdd(form.Signature, further))
            {
                yield return further;
            }
        }
    }

    /// <summary>Pages that answered with an error of ours.</summary>
    public List<string> Broken { get; } = [];

    public int Opened { get; private set; }

    public async Task<TestBrowser> BrowserAsync(string who)
    {
        if (!browsers.TryGetValue(who, out var browser))
        {
            var sight = await company.SightAsync();
            browsers[who] = browser = who == Stranger ? company.Browser(null, "zh-CN") : company.Browser(sight.People[who]);
        }

        return browser;
    }

    public async Task RunAsync()
    {
        foreach (var who in Readers)
        {
            await RunAsync(who);
        }
    }

    /// <summary>The same form on records in other states, as others who may.</summary>
    public async Task<IReadOnlyList<(FoundForm Found, Func<Task<TestBrowser>> Browser)>> OthersAsync(FoundForm form)
    {
        var others = new List<(FoundForm, Func<Task<TestBrowser>>)>();
        var page = routes.Find("GET", form.Form.Page)!;
        if (Kinds.FirstOrDefault(k => page.Path.StartsWith(k.Begins, StringComparison.Ordinal)) is not { Kind: not null } || page.Path.Count(c => c == '{') != 1)
        {
            return others;
        }

        var sight = await company.SightAsync();
        foreach (var who in Readers.Where(r => r != Stranger && MayOpen(form.Form.Row, r, sight.People[r]) && MayOpen(page, r, sight.People[r])))
        {
            foreach (var address in Addresses(page, sight.People[who], sight).Where(a => a != form.Form.Page || who != form.Who))
            {
                others.Add((new FoundForm(form.Form with { Page = address, Target = address + (form.Form.Row.Handler.Length == 0 ? string.Empty : "?handler=" + form.Form.Row.Handler) }, who, []), () => BrowserAsync(who)));
            }
        }

        return others;
    }

    /// <summary>Three records of each state that this person sees: the newest two, and the oldest, which has come furthest within its state.</summary>
    private IEnumerable<string> Addresses(RouteRow row, TestPerson who, SampleSight sight)
    {
        var kind = Kinds.First(k => row.Path.StartsWith(k.Begins, StringComparison.Ordinal));
        var states = company.States[kind.Kind];
        var place = row.Path[row.Path.IndexOf('{', StringComparison.Ordinal)..(row.Path.IndexOf('}', StringComparison.Ordinal) + 1)];
        return sight.Records(kind.Kind, who, seen: true).Where(states.ContainsKey).GroupBy(id => states[id]).SelectMany(g => g.Reverse().Take(2).Append(g.First()).Distinct())
            .Select(id => row.Path.Replace(place, kind.Prefix + id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    private async Task RunAsync(string who)
    {
        var sight = await company.SightAsync();
        var browser = await BrowserAsync(who);
        var waiting = new Queue<(string Address, bool IsChosen)>();
        foreach (var row in routes.Of("GET").Where(r => r.Handler.Length == 0))
        {
            if (!row.Path.Contains('{', StringComparison.Ordinal) && (isMine(row.Path) || row.Path == "/today"))
            {
                waiting.Enqueue((row.Path, true));
            }
            else if (who != Stranger && isMine(row.Path) && Lacks(row) && Kinds.Any(k => row.Path.StartsWith(k.Begins, StringComparison.Ordinal)) && row.Path.Count(c => c == '{') == 1)
            {
                foreach (var address in Addresses(row, sight.People[who], sight))
                {
                    waiting.Enqueue((address, true));
                }
            }
        }

        if (who == Stranger)
        {
            company.Signed.Where(isMine).ToList().ForEach(s => waiting.Enqueue((s, true)));
        }

        var opened = new HashSet<string>(StringComparer.Ordinal);
        var followed = new Dictionary<string, int>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var next))
        {
            if (routes.Find("GET", next.Address) is not { Handler.Length: 0 } row || !(isMine(row.Path) || next.IsChosen) || !MayOpen(row, who, sight.People.GetValueOrDefault(who)) || !opened.Add(next.Address))
            {
                continue;
            }

            if (!next.IsChosen)
            {
                var kind = row.Path + string.Join('&', next.Address.Split('?', 2).Skip(1).SelectMany(q => q.Split('&')).Select(p => p.Split('=')[0]));
                followed[kind] = followed.GetValueOrDefault(kind) + 1;
                if (followed[kind] > Followed)
                {
                    continue;
                }
            }

            if (row.Path.Contains('{', StringComparison.Ordinal) && !Lacks(row))
            {
                continue;
            }

            Opened++;
            pages.Add(row.Path);
            var page = await browser.GetAsync(next.Address);
            if ((int)page.Status >= 500)
            {
                Broken.Add($"GET {next.Address} as {who}: {(int)page.Status}");
            }

            if (page.Status != HttpStatusCode.OK || page.Response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (var form in PostedForm.Of(page, routes).Where(f => isMine(f.Row.Path)))
            {
                found.TryAdd(form.Signature, new FoundForm(form, who, []));
            }

            foreach (var link in page.Document.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                waiting.Enqueue((link, false));
            }
        }
    }

    /// <summary>Whether something of this page has not been seen yet.</summary>
    private bool Lacks(RouteRow page) =>
        !pages.Contains(page.Path) || routes.Of("POST").Any(r => r.Path == page.Path && !found.Values.Any(f => f.Form.Row == r));

    private static bool MayOpen(RouteRow row, string who, TestPerson? person) =>
        !Enum.TryParse<Capability>(row.Right, out var needs) ? who == Stranger || row.Path.StartsWith("/account", StringComparison.Ordinal) : person?.Actor.May(needs) == true;
}
