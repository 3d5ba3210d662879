using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;
using static TalentHub.Domain.Screening.ApplicationState;

namespace TalentHub.Web.Tests.Pages.Screening;

public sealed class RejectionTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task A_rejection_asks_for_its_reason_shows_the_message_and_sends_it_half_an_hour_later()
    {
        var scene = await SceneAsync();
        var application = await scene.ApplicationAsync("Rory Rejected", InReview);
        var browser = factory.Browser(scene.Recruiter);
        var path = $"/applications/APP-{application.Id}/rejection";

        var page = await browser.SubmitAsync(await browser.GetAsync(path), new Dictionary<string, string?> { ["Input.Note"] = "kept text" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Choose a reason.", page.ErrorAt("Input.ReasonCode"));
        Assert.Contains("kept text", page.Html, StringComparison.Ordinal);

        page = await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Input.ReasonCode"] = "experience" }, button: ("show", "1"));
        Assert.Contains("Dear Rory Rejected", page.Document.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(InReview, (await LoadAsync(application.Id)).State);

        page = await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Input.ReasonCode"] = "experience" });

        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        var saved = await LoadAsync(application.Id);
        Assert.Equal((Rejected, "experience", InReview), (saved.State, saved.RejectionReason, saved.EndedFrom));
        var mail = Assert.Single(await MailsAsync(application.Id));
        Assert.Equal((MailState.Waiting, A.Noon.AddMinutes(30), "application-rejected-skills"), (mail.State, mail.NotBefore, mail.Template));
    }

    [Fact]
    public async Task Undo_right_after_returns_to_the_exact_state_and_recalls_the_mail()
    {
        var scene = await SceneAsync();
        var application = await scene.ApplicationAsync("Una Undone", Shortlisted);
        var browser = factory.Browser(scene.Recruiter);
        var path = $"/applications/APP-{application.Id}";

        var done = await browser.SubmitAsync(await browser.GetAsync(path + "/rejection"), new Dictionary<string, string?> { ["Input.ReasonCode"] = "experience" });
        var page = await browser.FollowAsync(done);
        await browser.SubmitAsync(page, form: ".toasts form");

        var saved = await LoadAsync(application.Id);
        Assert.Equal((Shortlisted, (string?)null, (DateTime?)null), (saved.State, saved.RejectionReason, saved.EndedAt));
        Assert.Equal(MailState.Recalled, Assert.Single(await MailsAsync(application.Id)).State);
    }

    [Fact]
    public async Task A_restoration_later_asks_why_and_a_hiring_manager_has_no_right_to_it()
    {
        var scene = await SceneAsync();
        var application = await scene.ApplicationAsync(state: Rejected);
        var path = $"/applications/APP-{application.Id}/restoration";

        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(scene.Manager).GetAsync(path)).Status);
        var browser = factory.Browser(scene.Recruiter);
        var empty = await browser.SubmitAsync(await browser.GetAsync(path));
        Assert.Equal("Please say why.", empty.ErrorAt("Input.Reason"));
        await browser.SubmitAsync(empty, new Dictionary<string, string?> { ["Input.Reason"] = "The wrong button" });

        Assert.Equal(Received, (await LoadAsync(application.Id)).State);
    }

    [Fact]
    public async Task Of_two_who_reject_at_once_the_second_is_told_and_keeps_their_words()
    {
        var scene = await SceneAsync();
        var application = await scene.ApplicationAsync(state: InReview);
        var browser = factory.Browser(scene.Recruiter);
        var stale = await browser.GetAsync($"/applications/APP-{application.Id}/rejection");
        var hold = await browser.GetAsync($"/applications/APP-{application.Id}/hold");
        await browser.SubmitAsync(hold, new Dictionary<string, string?> { ["Input.Reason"] = "Waits for a visa", ["Input.ReviewOn"] = "2026-04-01" });

        var late = await browser.SubmitAsync(stale, new Dictionary<string, string?> { ["Input.ReasonCode"] = "experience", ["Input.Note"] = "my own words" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("my own words", late.Html, StringComparison.Ordinal);
        Assert.Equal(InReview, (await LoadAsync(application.Id)).State);
    }

    [Fact]
    public async Task After_interviews_the_hiring_manager_proposes_and_it_waits_for_the_recruiter()
    {
        var scene = await SceneAsync();
        var application = await scene.ApplicationAsync("Pia Proposed", Interviewing);
        var manager = factory.Browser(scene.Manager);

        var refused = await manager.SubmitAsync(
            await manager.GetAsync($"/applications/APP-{application.Id}/rejection"), new Dictionary<string, string?> { ["Input.ReasonCode"] = "experience" });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        await manager.SubmitAsync(
            await manager.GetAsync($"/applications/APP-{application.Id}/proposal"), new Dictionary<string, string?> { ["Input.ReasonCode"] = "experience", ["Input.Note"] = "Not deep enough." });

        Assert.Contains("Send the rejection of Pia Proposed", (await factory.Browser(scene.Recruiter).GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_is_recorded_and_a_transfer_goes_on_in_the_other_job()
    {
        var scene = await SceneAsync();
        var withdrawn = await scene.ApplicationAsync(state: InReview);
        var moved = await scene.ApplicationAsync(state: InReview);
        var other = await scene.JobAsync("Research engineer");
        var browser = factory.Browser(scene.Recruiter);

        await browser.SubmitAsync(await browser.GetAsync($"/applications/APP-{withdrawn.Id}/withdrawal"), new Dictionary<string, string?> { ["Input.Note"] = "Found something nearer" });
        var done = await browser.SubmitAsync(
            await browser.GetAsync($"/applications/APP-{moved.Id}/transfer"),
            new Dictionary<string, string?> { ["Input.Target"] = other.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Input.Reason"] = "Fits better" });

        Assert.Equal(Withdrawn, (await LoadAsync(withdrawn.Id)).State);
        Assert.Equal(Transferred, (await LoadAsync(moved.Id)).State);
        var next = await factory.DbAsync(db => db.Applications.SingleAsync(a => a.TransferredFromId == moved.Id));
        Assert.Equal((other, Received), (next.RequisitionId, next.State));
        Assert.Equal($"/applications/APP-{next.Id}", done.Location);
    }

    private async Task<ScreeningScene> SceneAsync()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        await factory.DbAsync(async db =>
        {
            if (!await db.CompanyReasons.AnyAsync(r => r.Kind == ReasonKind.Rejection))
            {
                db.CompanyReasons.Add(new CompanyReason(ReasonKind.Rejection, "experience", new Bilingual("Not enough experience", "经验不足"), "application-rejected-skills"));
                await db.SaveChangesAsync();
            }
        });
        return scene;
    }

    private Task<JobApplication> LoadAsync(long id) => factory.DbAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.Id == id));

    private Task<List<OutboxMail>> MailsAsync(long id) => factory.DbAsync(db => db.Outbox.AsNoTracking().Where(m => m.Machine == "application" && m.SubjectId == id).ToListAsync());
}
