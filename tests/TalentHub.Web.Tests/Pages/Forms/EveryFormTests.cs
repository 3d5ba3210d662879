using System.Net;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Forms;

/// <summary>
/// Every form of the product, found on the pages of the sample company by those who may open them, sent empty, too long, with values of the wrong kind, with ids of others,
/// with hostile text, with a version of before, and twice. Never an error of ours; what is refused says why at its field in the reader's language, and what was typed is still there.
/// </summary>
public abstract class EveryFormTests(FormsCompany company, ITestOutputHelper output, IReadOnlyList<string> begins)
{
    protected FormsCompany Company => company;

    public static readonly IReadOnlyList<string> Demand = ["/demand", "/postings", "/openings", "/careers"];
    public static readonly IReadOnlyList<string> Screening = ["/applications", "/candidates", "/jobs", "/interviews", "/debriefs", "/i/"];
    public static readonly IReadOnlyList<string> Offers = ["/offers", "/onboarding", "/o/", "/w/", "/c/", "/admin", "/language", "/theme"];

    /// <summary>Handlers whose form does not stand in the sample, each with the reason and with the tests that send it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/careers/{number}/apply?handler=Continue"] = "Stands there while a file is being read: ReadingTests.",
        ["/jobs/REQ-{id:long}/plan?handler=Copy"] = "Every job of the sample has its plan: PlanPageTests.",
        ["/c/{token}?handler=Link"] = "Stands behind a link that has expired: StatusTests.",
        ["/onboarding/ONB-{id:long}?handler=Arrive"] = "Tasks hold day one of those who begin: OnboardingPagesTests.",
        ["/admin/departments/edit?handler=TakeBack"] = "Nothing is changed ahead in the sample: OrganisationPagesTests.",
        ["/admin/cost-centres/edit?handler=TakeBack"] = "Nothing is changed ahead in the sample: OrganisationPagesTests.",
        ["/admin/mail?handler=Again"] = "No mail of the sample has failed: MailPageTests, SmtpTests.",
        ["/admin/operations?handler=Again"] = "No mail of the sample has failed: OperationsPageTests.",
        ["/admin/operations?handler=AllAgain"] = "No mail of the sample has failed: OperationsPageTests.",
        ["/account/view"] = "One button, only while looking with the rights of another role: ViewAsTests.",
        ["/admin/users/{id:long}?handler=Factor"] = "Nobody in the sample has a second factor: UsersTests.",
        ["/admin/wipe"] = "Stands only where visitors play, and there it wipes: WipeTests.",
        ["/demand/requisitions/{number}?handler=GrantSeats"] = "Nobody waits for further seats in the sample: RequisitionPagesTests.",
        ["/error/{code:int?}"] = "Shown in place of a page; takes no form.",
        ["/setup?handler=Sample"] = "One button that begins to load the sample: SetupTests, DemoTests.",
        ["/account/sign-in?handler=Demo"] = "One button a person, only where visitors play: DemoTests.",
        ["/account/second-factor?handler=Codes"] = "Stands behind a second step that was taken: SecondFactorTests.",
        ["/account/second-factor?handler=Remove"] = "Stands behind a second step that was taken: SecondFactorTests.",
        ["/account/sign-out"] = "One button that ends the session: OwnAccountTests.",
    };

    [Fact]
    public async Task Whatever_is_sent_is_answered_with_a_sentence_at_its_field_and_what_was_typed()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Between two posts the database is put back from a copy, which is made of a SQLite file.");
        await company.ReadyAsync();
        var routes = new Routes(company);
        var crawl = new FormCrawl(company, routes, path => begins.Any(b => path.StartsWith(b, StringComparison.Ordinal)));
        await crawl.RunAsync();
        var faults = new List<string>(crawl.Broken);
        var waiting = new Queue<FoundForm>(crawl.Found);
        var tried = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var found))
        {
            var trial = new FormTrial(company.Kept, routes, found, () => crawl.BrowserAsync(found.Who), await crawl.OthersAsync(found));
            await trial.RunAsync(isWhole: found.Form.Kinds.Select(c => tried.Add(found.Form.Handler + c.Name)).ToList().Contains(true));
            faults.AddRange(trial.Faults);
            foreach (var further in trial.After.SelectMany(page => crawl.Add(page, trial.Found)).Where(_ => found.Steps.Count < 2))
            {
                waiting.Enqueue(further);
            }

            if (trial.WhenWell != HttpStatusCode.Redirect)
            {
                output.WriteLine($"Not taken when filled in well: {trial.Found.Form.Signature} on {trial.Found.Form.Page} as {trial.Found.Who}: {(int)trial.WhenWell} {trial.Says}");
            }
        }

        await company.SpeakAsync("en");
        company.Kept.Keep();
        foreach (var found in crawl.Found.Where(f => f.Steps.Count == 0 && f.Who.Length > 0).DistinctBy(f => f.Form.Handler))
        {
            var trial = new FormTrial(company.Kept, routes, found, () => crawl.BrowserAsync(found.Who), []);
            await trial.RunInEnglishAsync();
            faults.AddRange(trial.Faults);
        }

        faults.AddRange(Coverage.Of(routes, begins, crawl.Found.Select(f => f.Form.Row), Elsewhere));
        Assert.True(faults.Count == 0, $"{faults.Count}\n{string.Join('\n', faults)}");
    }
}

/// <summary>Which handlers that take a form were not reached.</summary>
public static class Coverage
{
    public static IEnumerable<string> Of(Routes routes, IReadOnlyList<string> begins, IEnumerable<RouteRow> reached, IReadOnlyDictionary<string, string> elsewhere)
    {
        var found = reached.Select(Name).ToHashSet(StringComparer.Ordinal);
        foreach (var handler in routes.Of("POST").Where(r => begins.Any(b => r.Path.StartsWith(b, StringComparison.Ordinal))).Select(Name))
        {
            if (!found.Contains(handler) && !elsewhere.ContainsKey(handler))
            {
                yield return $"{handler} was never reached: no page shows its form.";
            }
            else if (found.Contains(handler) && elsewhere.ContainsKey(handler))
            {
                yield return $"{handler} was reached, so it needs no reason any more.";
            }
        }
    }

    public static string Name(RouteRow row) => $"{row.Path}{(row.Handler.Length == 0 ? string.Empty : "?handler=" + row.Handler)}";
}

public sealed class EveryFormOfDemandTests(FormsCompany company, ITestOutputHelper output) : EveryFormTests(company, output, Demand), IClassFixture<FormsCompany>
{
    [Fact]
    public void Every_handler_that_takes_a_form_belongs_to_one_of_these_tests()
    {
        string[] begins = [.. Demand, .. Screening, .. Offers, .. EveryFormOfAccountsTests.Begins];

        var nobodys = new Routes(Company).Of("POST").Where(r => !begins.Any(b => r.Path.StartsWith(b, StringComparison.Ordinal))).Select(Coverage.Name).Where(h => !Elsewhere.ContainsKey(h)).ToList();

        Assert.Empty(nobodys);
    }
}

public sealed class EveryFormOfScreeningTests(FormsCompany company, ITestOutputHelper output) : EveryFormTests(company, output, Screening), IClassFixture<FormsCompany>;

public sealed class EveryFormOfOffersTests(FormsCompany company, ITestOutputHelper output) : EveryFormTests(company, output, Offers), IClassFixture<FormsCompany>;
