using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Screening;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Interviews;

public sealed class InterviewWalkTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task From_the_booking_to_a_hire_signed_by_two_the_application_comes_to_its_offer()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First, scene.Second);
        await scene.EndAsync();
        Assert.Equal(InterviewState.AwaitingFeedback, await scene.StateAsync(interview));
        Assert.Contains("Write your scorecard for 林小雨", (await factory.Browser(scene.First).GetAsync("/today")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await scene.ScoreAsync(scene.First, interview, 4, 3, 4)).Status);
        Assert.Equal(InterviewState.AwaitingFeedback, await scene.StateAsync(interview));
        Assert.Equal(HttpStatusCode.Redirect, (await scene.ScoreAsync(scene.Second, interview, 2, 3, 2)).Status);
        Assert.Equal(InterviewState.FeedbackComplete, await scene.StateAsync(interview));
        Assert.Equal(ApplicationState.Deciding, await scene.ApplicationStateAsync());

        var manager = factory.Browser(scene.Manager);
        Assert.Contains("Open the debrief on 林小雨", (await manager.GetAsync("/today")).Text, StringComparison.Ordinal);
        var debrief = await manager.GetAsync($"/debriefs/APP-{scene.ApplicationId}");
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SubmitAsync(debrief, form: "form[action*=Open]")).Status);
        debrief = await manager.GetAsync($"/debriefs/APP-{scene.ApplicationId}");
        Assert.NotNull(debrief.Document.QuerySelector("table.debrief tr[data-spread=high]"));
        var signed = await manager.SubmitAsync(debrief, new Dictionary<string, string?> { ["Reason"] = "Strong on evaluation." }, "form[action*=SignHire]");
        Assert.Equal(HttpStatusCode.Redirect, signed.Status);
        Assert.Equal(ApplicationState.Deciding, await scene.ApplicationStateAsync());

        var hr = factory.Browser(scene.HR);
        Assert.Contains("Sign the hire of 林小雨", (await hr.GetAsync("/today")).Text, StringComparison.Ordinal);
        var cosigned = await hr.SubmitAsync(await hr.GetAsync($"/debriefs/APP-{scene.ApplicationId}"), form: "form[action*=Hire]");
        Assert.Equal(HttpStatusCode.Redirect, cosigned.Status);

        Assert.Equal(ApplicationState.OfferStage, await scene.ApplicationStateAsync());
        Assert.Equal(ScorecardState.Locked, await factory.DbAsync(db => db.Scorecards.Where(c => c.InterviewId == interview).Select(c => c.State).Distinct().SingleAsync()));
        Assert.DoesNotContain("林小雨", (await hr.GetAsync("/today")).Text, StringComparison.Ordinal);
        var export = await hr.GetAsync($"/debriefs/APP-{scene.ApplicationId}?handler=Export");
        Assert.Equal("text/csv", export.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"Strong on evaluation.\"", export.Html, StringComparison.Ordinal);
        Assert.Contains("\"Wrote it and tested it.\"", export.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hiring_manager_cannot_hire_alone_and_another_manager_does_not_see_the_debrief()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        await scene.EndAsync();
        await scene.ScoreAsync(scene.First, interview, 3, 3, 3);
        var other = await InterviewScene.SetAsync(factory);
        var manager = factory.Browser(scene.Manager);
        await manager.SubmitAsync(await manager.GetAsync($"/debriefs/APP-{scene.ApplicationId}"), form: "form[action*=Open]");

        var page = await manager.GetAsync($"/debriefs/APP-{scene.ApplicationId}");
        Assert.Null(page.Document.QuerySelector("form[action*='handler=Hire']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.PostAsync($"/debriefs/APP-{scene.ApplicationId}?handler=Hire")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(other.Manager).GetAsync($"/debriefs/APP-{scene.ApplicationId}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(scene.First).GetAsync($"/debriefs/APP-{scene.ApplicationId}")).Status);
    }

    [Fact]
    public async Task Hr_can_say_no_to_a_signed_hire_and_the_manager_reads_why()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        await scene.EndAsync();
        await scene.ScoreAsync(scene.First, interview, 3, 3, 3);
        var path = $"/debriefs/APP-{scene.ApplicationId}";
        var manager = factory.Browser(scene.Manager);
        await manager.SubmitAsync(await manager.GetAsync(path), form: "form[action*=Open]");
        await manager.SubmitAsync(await manager.GetAsync(path), new Dictionary<string, string?> { ["Reason"] = "Solid." }, "form[action*=SignHire]");
        var hr = factory.Browser(scene.HR);

        var bare = await hr.SubmitAsync(await hr.GetAsync(path), new Dictionary<string, string?> { ["Reason"] = "" }, "form[action*=SendBack]");
        var back = await hr.SubmitAsync(await hr.GetAsync(path), new Dictionary<string, string?> { ["Reason"] = "Who checked the references?" }, "form[action*=SendBack]");

        Assert.Equal(HttpStatusCode.Conflict, bare.Status);
        Assert.Equal(HttpStatusCode.Redirect, back.Status);
        Assert.Equal(DecisionState.Open, await factory.DbAsync(db => db.HiringDecisions.Where(d => d.ApplicationId == scene.ApplicationId).Select(d => d.State).SingleAsync()));
        Assert.DoesNotContain("Sign the hire of", (await hr.GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.Contains("Decide on 林小雨", (await manager.GetAsync("/today")).Text, StringComparison.Ordinal);
        var page = await manager.GetAsync(path);
        Assert.Contains("Who checked the references?", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("form[action*=SignHire]"));
    }

    [Fact]
    public async Task An_interviewer_reads_the_others_scorecards_on_the_interviews_page_once_theirs_is_in()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First, scene.Second);
        await scene.EndAsync();
        await scene.ScoreAsync(scene.First, interview, 4, 3, 4, "Wrote a scheduler on the board.");
        var second = factory.Browser(scene.Second);

        Assert.DoesNotContain("Wrote a scheduler on the board.", (await second.GetAsync($"/interviews/INT-{interview}")).Text, StringComparison.Ordinal);
        await scene.ScoreAsync(scene.Second, interview, 2, 3, 2);

        var page = await second.GetAsync($"/interviews/INT-{interview}");
        Assert.Contains("Scorecard of Ina First", page.Text, StringComparison.Ordinal);
        Assert.Contains("Wrote a scheduler on the board.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_signal_sends_the_application_back_and_a_new_booking_makes_the_decision_wait_again()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        await scene.EndAsync();
        await scene.ScoreAsync(scene.First, interview, 3, 2, 3);
        var manager = factory.Browser(scene.Manager);
        await manager.SubmitAsync(await manager.GetAsync($"/debriefs/APP-{scene.ApplicationId}"), form: "form[action*=Open]");

        await manager.SubmitAsync(
            await manager.GetAsync($"/debriefs/APP-{scene.ApplicationId}"), new Dictionary<string, string?> { ["Reason"] = "Can she lead?" }, "form[action*=AskMore]");
        Assert.Equal(ApplicationState.Interviewing, await scene.ApplicationStateAsync());
        var booked = await scene.BookingAsync(scene.Slot(day: scene.Day(2)), scene.Second);

        Assert.Equal(HttpStatusCode.Redirect, booked.Status);
        Assert.Equal(DecisionState.Blocked, await factory.DbAsync(db => db.HiringDecisions.Where(d => d.ApplicationId == scene.ApplicationId).Select(d => d.State).SingleAsync()));
    }

    [Fact]
    public async Task A_rejected_application_cancels_what_is_booked_and_nobody_is_asked_for_a_scorecard()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);

        await factory.DbAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.Id == scene.ApplicationId);
            application.Reject(Testing.A.ClearFacts(), Domain.Access.Actor.System, Testing.A.Noon, new Domain.Workflows.Reason("experience", null));
            await db.SaveChangesAsync();
        });

        Assert.Equal(InterviewState.Cancelled, await scene.StateAsync(interview));
        var toCandidate = (await scene.MailsAsync(interview)).Single(m => m.Template == "interview-cancelled" && m.PersonId == scene.CandidateId);
        Assert.Equal(JobApplication.RecallDelay, toCandidate.NotBefore - toCandidate.CreatedAt);
    }
}
