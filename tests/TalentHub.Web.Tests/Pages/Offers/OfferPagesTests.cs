using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Offers;

public sealed class OfferPagesTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private const string Pay = "600,000";

    [Fact]
    public async Task An_offer_is_drafted_approved_by_someone_else_and_sent()
    {
        var scene = await OfferScene.CreateAsync(factory, "Emmy Noether");
        var recruiter = factory.Browser(scene.Recruiter);
        var form = await recruiter.GetAsync($"/offers/new?application={scene.ApplicationId}");

        var sent = await recruiter.SubmitAsync(form, Filled());
        var path = sent.Location!;
        var page = await recruiter.GetAsync(path);
        Assert.Contains("CNY 600,000", page.Text, StringComparison.Ordinal);
        Assert.Contains("Vesting, month by month", page.Text, StringComparison.Ordinal);
        Assert.Equal(OpeningState.Reserved, await factory.DbAsync(db => db.Openings.Where(o => o.Id == scene.OpeningId).Select(o => o.State).SingleAsync()));

        var submitted = await recruiter.SubmitAsync(page, form: "form[action*='Submit']");
        Assert.Equal(HttpStatusCode.Redirect, submitted.Status);
        var finance = factory.Browser(scene.Finance);
        Assert.Contains("Emmy Noether", (await finance.GetAsync("/today")).Text, StringComparison.Ordinal);
        var approved = await finance.SubmitAsync(await finance.GetAsync(path), form: "form[action*='Approve']");
        Assert.Equal(HttpStatusCode.Redirect, approved.Status);
        var extended = await recruiter.SubmitAsync(await recruiter.GetAsync(path), form: "form[action*='Extend']");
        Assert.Equal(HttpStatusCode.Redirect, extended.Status);

        var mail = await factory.DbAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Template == "offer-extended" && m.PersonId == scene.CandidateId));
        Assert.DoesNotContain(Pay, mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/o/", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_mistakes_comes_back_with_what_was_typed()
    {
        var scene = await OfferScene.CreateAsync(factory);
        var recruiter = factory.Browser(scene.Recruiter);
        var form = await recruiter.GetAsync($"/offers/new?application={scene.ApplicationId}");

        var nothing = await recruiter.SubmitAsync(form, new Dictionary<string, string?> { ["Input.BaseAnnual"] = "", ["Input.ClausesEn"] = "Keep me." });
        var letters = await recruiter.SubmitAsync(form, new Dictionary<string, string?> { ["Input.BaseAnnual"] = "a lot" });
        var shares = await recruiter.SubmitAsync(form, Filled(("Input.Shares[0]", "90")));
        var foreign = await recruiter.SubmitAsync(form, Filled(("OpeningId", "999999")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("Say what the base pay is.", nothing.Text, StringComparison.Ordinal);
        Assert.Contains("Keep me.", nothing.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, letters.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shares.Status);
        Assert.Contains("must make 100 %", shares.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.Status);
        Assert.Equal(0, await factory.DbAsync(db => db.Offers.CountAsync(o => o.ApplicationId == scene.ApplicationId)));
    }

    [Theory]
    [InlineData("Input.StartsOn", "9999-12-31", "Choose a day between")]
    [InlineData("Input.StartsOn", "0001-01-01", "Choose a day between")]
    [InlineData("Input.ExpiresOn", "2020-01-01", "Choose a day between")]
    [InlineData("Input.Currency", "XXX", "Choose a currency.")]
    [InlineData("Input.Language", "xx", "Choose from the list.")]
    [InlineData("Input.BaseAnnual", "-1", "This amount is out of range.")]
    public async Task What_the_form_does_not_offer_is_refused_at_its_field_of_a_draft_too(string field, string value, string says)
    {
        var scene = await (await OfferScene.CreateAsync(factory)).DraftedAsync();
        var recruiter = factory.Browser(scene.Recruiter);

        var answer = await recruiter.SubmitAsync(await recruiter.GetAsync(scene.OfferPath + "/edit"), new Dictionary<string, string?> { [field] = value });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.StartsWith(says, answer.ErrorAt(field), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12,000")]
    [InlineData("12 000")]
    [InlineData("１２０００")]
    [InlineData("１２，０００")]
    public async Task A_number_is_read_as_people_write_it(string written)
    {
        var scene = await OfferScene.CreateAsync(factory);
        var recruiter = factory.Browser(scene.Recruiter);

        var drafted = await recruiter.SubmitAsync(await recruiter.GetAsync($"/offers/new?application={scene.ApplicationId}"), Filled(("Input.Units", written), ("Input.BaseAnnual", "６０0,０００")));

        Assert.Equal(HttpStatusCode.Redirect, drafted.Status);
        var terms = await factory.DbAsync(db => db.Offers.Where(o => o.ApplicationId == scene.ApplicationId).SelectMany(o => o.Versions).SingleAsync());
        Assert.Equal(12_000, terms.Equity!.Units);
        Assert.Equal(600_000m, terms.BaseAnnual.Amount);
    }

    [Fact]
    public async Task Clauses_stand_in_both_languages_or_in_one()
    {
        var scene = await OfferScene.CreateAsync(factory);
        var recruiter = factory.Browser(scene.Recruiter);
        var form = await recruiter.GetAsync($"/offers/new?application={scene.ApplicationId}");

        var uneven = await recruiter.SubmitAsync(form, Filled(("Input.ClausesEn", "One.\n\nTwo."), ("Input.ClausesZh", "一。")));
        var one = await recruiter.SubmitAsync(form, Filled(("Input.ClausesEn", "One.\n\nTwo.")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, uneven.Status);
        Assert.StartsWith("There are 2 clauses in English and 1 in Chinese", uneven.ErrorAt("Input.ClausesZh"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, one.Status);
    }

    [Fact]
    public async Task Sending_an_offer_asks_first_and_its_terms_open_no_form_any_more()
    {
        var scene = await OfferScene.CreateAsync(factory, "Asked First");
        await scene.ApprovedAsync();
        var recruiter = factory.Browser(scene.Recruiter);

        var page = await recruiter.GetAsync(scene.OfferPath);
        var edit = await recruiter.GetAsync(scene.OfferPath + "/edit");

        Assert.StartsWith("Send the offer to Asked First?", page.Document.QuerySelector("form[action*='Extend'] button")!.GetAttribute("data-confirm"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, scene.OfferPath), (edit.Status, edit.Location));
    }

    [Fact]
    public async Task Pay_is_not_there_for_those_who_have_nothing_to_do_with_it()
    {
        var scene = await (await OfferScene.CreateAsync(factory, "Secret Candidate")).DraftedAsync();
        var employee = factory.Browser(await factory.PersonAsync());
        var coordinator = factory.Browser(await factory.PersonAsync(Role.Coordinator));
        var otherFinance = factory.Browser(await factory.PersonAsync(Role.Finance));

        Assert.Equal(HttpStatusCode.Forbidden, (await employee.GetAsync(scene.OfferPath)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.GetAsync(scene.OfferPath)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await otherFinance.GetAsync(scene.OfferPath)).Status);
        Assert.DoesNotContain("Secret Candidate", (await otherFinance.GetAsync("/offers")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await otherFinance.GetAsync(scene.OfferPath + "?handler=Letter")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await factory.Browser().GetAsync(scene.OfferPath)).Status);
    }

    [Fact]
    public async Task The_hiring_manager_sees_the_offers_of_their_own_jobs_and_no_others()
    {
        var mine = await (await OfferScene.CreateAsync(factory, "Own Candidate")).DraftedAsync();
        var others = await (await OfferScene.CreateAsync(factory, "Foreign Candidate")).DraftedAsync();
        var manager = factory.Browser(mine.Manager);

        var list = await manager.GetAsync("/offers");

        Assert.Contains("Own Candidate", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Foreign Candidate", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync(mine.OfferPath)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(others.OfferPath)).Status);
    }

    [Fact]
    public async Task A_confidential_jobs_offer_is_hidden_from_other_recruiters()
    {
        var scene = await (await OfferScene.CreateAsync(factory, confidential: true)).DraftedAsync();
        var other = factory.Browser(await factory.PersonAsync(Role.Recruiter));

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(scene.OfferPath)).Status);
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(scene.Recruiter).GetAsync(scene.OfferPath)).Status);
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(await factory.PersonAsync(Role.HR)).GetAsync(scene.OfferPath)).Status);
    }

    [Fact]
    public async Task A_changed_version_shows_the_approver_what_differs()
    {
        var scene = await (await OfferScene.CreateAsync(factory)).DraftedAsync();
        var recruiter = factory.Browser(scene.Recruiter);
        var finance = factory.Browser(scene.Finance);
        await recruiter.SubmitAsync(await recruiter.GetAsync(scene.OfferPath), form: "form[action*='Submit']");
        var back = await finance.SubmitAsync(await finance.GetAsync(scene.OfferPath), new Dictionary<string, string?> { ["Reason"] = "Too high." }, "form[action*='SendBack']");
        Assert.Equal(HttpStatusCode.Redirect, back.Status);
        var edited = await recruiter.SubmitAsync(await recruiter.GetAsync(scene.OfferPath + "/edit"), new Dictionary<string, string?> { ["Input.BaseAnnual"] = "580000" });
        Assert.Equal(HttpStatusCode.Redirect, edited.Status);
        await recruiter.SubmitAsync(await recruiter.GetAsync(scene.OfferPath), form: "form[action*='Submit']");

        var page = await finance.GetAsync(scene.OfferPath);

        Assert.Contains("Version 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("CNY 600,000CNY 580,000", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_page_cannot_overwrite_newer_terms()
    {
        var scene = await (await OfferScene.CreateAsync(factory)).DraftedAsync();
        var recruiter = factory.Browser(scene.Recruiter);
        var first = await recruiter.GetAsync(scene.OfferPath + "/edit");
        var second = await recruiter.GetAsync(scene.OfferPath + "/edit");
        await recruiter.SubmitAsync(first, new Dictionary<string, string?> { ["Input.BaseAnnual"] = "610000" });

        var late = await recruiter.SubmitAsync(second, new Dictionary<string, string?> { ["Input.BaseAnnual"] = "900000" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("900000", late.Html, StringComparison.Ordinal);
        Assert.Equal(61_000_000, await factory.DbAsync(db => db.Offers.Where(o => o.Id == scene.OfferId).SelectMany(o => o.Versions).Select(v => v.BaseAnnual.MinorUnits).SingleAsync()));
    }

    [Fact]
    public async Task Two_hr_people_take_an_offer_back()
    {
        var scene = await OfferScene.CreateAsync(factory);
        await scene.ExtendedAsync();
        var first = factory.Browser(await factory.PersonAsync(Role.HR));
        var second = factory.Browser(await factory.PersonAsync(Role.HR));
        var reason = new Dictionary<string, string?> { ["Reason"] = "The degree is forged; counsel agrees." };

        var signed = await first.SubmitAsync(await first.GetAsync(scene.OfferPath), reason, "form[action*='Rescind']");
        Assert.Equal(HttpStatusCode.Redirect, signed.Status);
        Assert.Equal(OfferState.Extended, await scene.StateAsync());
        Assert.Null((await first.GetAsync(scene.OfferPath)).Document.QuerySelector("form[action*='Rescind']"));
        var done = await second.SubmitAsync(await second.GetAsync(scene.OfferPath), reason, "form[action*='Rescind']");

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal(OfferState.Rescinded, await scene.StateAsync());
        var (seat, application) = await factory.DbAsync(async db => (
            await db.Openings.Where(o => o.Id == scene.OpeningId).Select(o => o.State).SingleAsync(),
            await db.Applications.Where(a => a.Id == scene.ApplicationId).Select(a => a.State).SingleAsync()));
        Assert.Equal((OpeningState.Open, ApplicationState.Deciding), (seat, application));
    }

    [Fact]
    public async Task Cancelling_frees_the_seat_and_keeps_the_application_at_the_offer()
    {
        var scene = await (await OfferScene.CreateAsync(factory)).DraftedAsync();
        var recruiter = factory.Browser(scene.Recruiter);

        await recruiter.SubmitAsync(await recruiter.GetAsync(scene.OfferPath), new Dictionary<string, string?> { ["Reason"] = "Wrong level." }, "form[action*='Cancel']");

        var (seat, application) = await factory.DbAsync(async db => (
            await db.Openings.Where(o => o.Id == scene.OpeningId).Select(o => o.State).SingleAsync(),
            await db.Applications.Where(a => a.Id == scene.ApplicationId).Select(a => a.State).SingleAsync()));
        Assert.Equal((OpeningState.Open, ApplicationState.OfferStage), (seat, application));
    }

    [Fact]
    public async Task Two_drafts_for_one_person_or_one_seat_are_refused()
    {
        var scene = await (await OfferScene.CreateAsync(factory)).DraftedAsync();

        await Assert.ThrowsAnyAsync<Domain.Common.DomainException>(() => scene.DraftedAsync());
    }

    private static Dictionary<string, string?> Filled(params (string Name, string Value)[] changes)
    {
        var values = new Dictionary<string, string?>
        {
            ["Input.BaseAnnual"] = "600000", ["Input.Instrument"] = "RestrictedUnits", ["Input.Units"] = "4800", ["Input.StartsOn"] = "2026-04-01", ["Input.ExpiresOn"] = "2026-03-20",
        };
        foreach (var (name, value) in changes)
        {
            values[name] = value;
        }

        return values;
    }
}
