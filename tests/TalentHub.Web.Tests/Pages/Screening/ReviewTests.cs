using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.People;
using TalentHub.Domain.Common;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using static TalentHub.Domain.Screening.ApplicationState;

namespace TalentHub.Web.Tests.Pages.Screening;

public sealed class ReviewTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task An_application_is_there_for_its_team_and_for_nobody_else()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync();
        var path = $"/applications/APP-{application.Id}";
        var otherScene = await ScreeningScene.MakeAsync(factory);

        Assert.Equal(HttpStatusCode.Redirect, (await factory.Browser().GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(await factory.PersonAsync()).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(otherScene.Manager).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(scene.Recruiter).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(scene.Manager).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(scene.Recruiter).GetAsync("/applications/APP-999999")).Status);
    }

    [Fact]
    public async Task A_confidential_job_is_seen_by_its_people_and_hr_and_by_no_other_recruiter()
    {
        var scene = await ScreeningScene.MakeAsync(factory, confidential: true);
        var application = await scene.ApplicationAsync("Grace Secret");
        var path = $"/applications/APP-{application.Id}";

        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(scene.Recruiter).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(await factory.PersonAsync(Role.HR)).GetAsync(path)).Status);
        var other = factory.Browser(await factory.PersonAsync(Role.Recruiter));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
        Assert.DoesNotContain("Grace Secret", (await other.GetAsync("/candidates?q=secret")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/candidates/{application.PersonId}")).Status);
    }

    [Fact]
    public async Task Marks_with_their_passage_let_the_application_be_shortlisted()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync();
        var browser = factory.Browser(scene.Recruiter);
        var path = $"/applications/APP-{application.Id}";

        var page = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync(path), form: "form[action$='StartReview']"));
        Assert.Contains("2 of 2 must-haves are not marked yet.", page.Text, StringComparison.Ordinal);
        foreach (var value in new[] { "Met", "NoEvidence" })
        {
            var forms = page.Document.QuerySelectorAll(".criteria li[data-met=''] form");
            var criterion = forms[0].QuerySelector("[name=criterion]")!.GetAttribute("value");
            page = await browser.FollowAsync(await browser.SubmitAsync(
                page, new Dictionary<string, string?> { ["passage"] = "ran it for two years" }, $".criteria li[data-met=''] form:has([name=criterion][value='{criterion}'])", ("value", value)));
        }

        Assert.Contains("“ran it for two years”", page.Text, StringComparison.Ordinal);
        page = await browser.FollowAsync(await browser.SubmitAsync(page, form: "form[action$='Shortlist']"));

        Assert.Contains("Shortlisted", page.Text, StringComparison.Ordinal);
        var saved = await factory.DbAsync(db => db.Applications.Include(a => a.Marks).SingleAsync(a => a.Id == application.Id));
        Assert.Equal(Shortlisted, saved.State);
        Assert.Equal(2, saved.Marks.Count);
        Assert.Contains(await factory.DbAsync(db => db.Timeline.Where(t => t.PersonId == application.PersonId).Select(t => t.Template).ToListAsync()), t => t.Contains("{from}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_must_have_is_marked_with_one_button_and_the_work_that_the_candidate_shows_is_linked()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync(describe: p => p.Describe(null, null, null, "https://example.org/work"));
        var browser = factory.Browser(scene.Recruiter);
        var page = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync($"/applications/APP-{application.Id}"), form: "form[action$='StartReview']"));

        Assert.NotNull(page.Document.QuerySelector(".review-doc a[href='https://example.org/work']"));
        Assert.Equal(["Met", "Not met", "No evidence"], page.Document.QuerySelectorAll(".criteria li:first-child form button").Select(b => b.TextContent.Trim()));
        page = await browser.FollowAsync(await browser.SubmitAsync(page, form: ".criteria li:first-child form", button: ("value", "Met")));
        Assert.Equal("Met", page.Document.QuerySelector(".criteria li:first-child [aria-pressed=true]")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_filled_button_is_the_way_on_and_never_a_rejection()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync();
        var browser = factory.Browser(scene.Recruiter);
        var page = await browser.GetAsync($"/applications/APP-{application.Id}");
        Assert.Equal(["Start review"], page.Document.QuerySelectorAll(".moves .btn-primary").Select(b => b.TextContent.Trim()));

        page = await browser.FollowAsync(await browser.SubmitAsync(page, form: "form[action$='StartReview']"));

        // Shortlisting is refused for want of marks: what is left is a rejection, a hold, a transfer.
        Assert.Contains("2 of 2 must-haves are not marked yet.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".moves a.btn[href$='/rejection']"));
        Assert.Empty(page.Document.QuerySelectorAll(".moves .btn-primary"));
    }

    [Fact]
    public async Task Work_waits_for_the_recruiter_until_it_is_done()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        await scene.ApplicationAsync("Wanda Waiting");

        Assert.Contains("Screen Wanda Waiting for Machine-learning engineer", (await factory.Browser(scene.Recruiter).GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wanda Waiting", (await factory.Browser(scene.Manager).GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_is_read_by_those_for_whom_it_was_written()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync();
        var path = $"/applications/APP-{application.Id}";
        var browser = factory.Browser(scene.Recruiter);
        foreach (var (audience, text) in new[] { ("HiringTeam", "for the team"), ("HR", "for human resources"), ("Private", "for myself alone") })
        {
            await browser.SubmitAsync(
                await browser.GetAsync(path), new Dictionary<string, string?> { ["audience"] = audience, ["text"] = text }, "form[action$='Note']");
        }

        var manager = (await factory.Browser(scene.Manager).GetAsync(path)).Text;
        Assert.Contains("for the team", manager, StringComparison.Ordinal);
        Assert.DoesNotContain("for human resources", manager, StringComparison.Ordinal);
        Assert.DoesNotContain("for myself alone", manager, StringComparison.Ordinal);
        Assert.Contains("for human resources", (await factory.Browser(await factory.PersonAsync(Role.HR)).GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Contains("for myself alone", (await browser.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_we_know_is_shown_with_the_reason_and_can_be_joined_and_parted_again()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var first = await scene.ApplicationAsync("Noor Duplicate", email: "noor@example.org");
        var second = await scene.ApplicationAsync("Noor D.", email: "noor@example.org", jobId: await scene.JobAsync("Another job"));
        var browser = factory.Browser(scene.Recruiter);

        var page = await browser.GetAsync($"/applications/APP-{second.Id}");
        Assert.Contains("This may be someone we know: Noor Duplicate (same e-mail).", page.Text, StringComparison.Ordinal);
        var pair = await browser.GetAsync(page.Document.QuerySelector("a[href^='/candidates/duplicates/']")!.GetAttribute("href")!);
        pair = await browser.FollowAsync(await browser.SubmitAsync(pair, form: "form[action$='Merge']"));
        Assert.Equal($"/candidates/{first.PersonId}", (await browser.GetAsync($"/candidates/{second.PersonId}")).Location);
        Assert.Contains("Another job", (await browser.GetAsync($"/candidates/{first.PersonId}")).Text, StringComparison.Ordinal);

        await browser.SubmitAsync(pair, form: "form[action$='Unmerge']");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/candidates/{second.PersonId}")).Status);
    }
}
