using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Interviews;

public sealed class InvitationAnswerTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task The_candidate_says_yes_on_a_page_in_their_zone_without_an_account()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        var browser = factory.Browser(language: "zh-CN");
        var page = await browser.GetAsync("/i/" + await TokenAsync(scene, interview));

        Assert.Contains("2026年3月4日 星期三 08:00（纽约时间）", page.Text, StringComparison.Ordinal);
        var answered = await browser.SubmitAsync(page, form: "form[action*='handler=Confirm']");

        Assert.Equal(HttpStatusCode.Redirect, answered.Status);
        Assert.NotNull(await factory.DbAsync(db => db.Interviews.Where(i => i.Id == interview).Select(i => i.CandidateConfirmedAt).SingleAsync()));
        Assert.Contains("期待与您见面", (await browser.FollowAsync(answered)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_last_yes_it_is_confirmed()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        var candidate = factory.Browser();
        await candidate.SubmitAsync(await candidate.GetAsync("/i/" + await TokenAsync(scene, interview)), form: "form[action*='handler=Confirm']");
        var interviewer = factory.Browser(scene.First);

        await interviewer.SubmitAsync(await interviewer.GetAsync($"/interviews/INT-{interview}"), form: "form[action*='handler=Confirm']");

        Assert.Equal(InterviewState.Confirmed, await scene.StateAsync(interview));
    }

    [Fact]
    public async Task Asking_for_another_time_takes_it_from_the_calendars_and_tells_the_recruiter()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        var candidate = factory.Browser();

        await candidate.SubmitAsync(
            await candidate.GetAsync("/i/" + await TokenAsync(scene, interview)), new Dictionary<string, string?> { ["Reason"] = "I travel." }, "form[action*='handler=Decline']");

        Assert.Equal(InterviewState.ToSchedule, await scene.StateAsync(interview));
        Assert.Equal(2, (await scene.MailsAsync(interview)).Count(m => m.CalendarMethod == "CANCEL"));
        Assert.Contains("Find a time for 林小雨", (await factory.Browser(scene.Recruiter).GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_when_they_can_the_candidate_writes_it_and_the_recruiter_reads_it_while_booking()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await factory.DbAsync(db => db.Interviews.Where(i => i.ApplicationId == scene.ApplicationId).Select(i => i.Id).SingleAsync());
        var recruiter = factory.Browser(scene.Recruiter);
        await recruiter.SubmitAsync(await recruiter.GetAsync($"/interviews/INT-{interview}"), form: "form[action*='handler=AskAvailability']");
        Assert.Equal("interview-availability", (await scene.MailsAsync(interview)).Single().Template);
        var candidate = factory.Browser();
        var page = await candidate.GetAsync("/i/" + await TokenAsync(scene, interview));

        var empty = await candidate.SubmitAsync(page, new Dictionary<string, string?> { ["Availability"] = " " });
        await candidate.SubmitAsync(page, new Dictionary<string, string?> { ["Availability"] = "Tuesday after 9, New York" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("Tuesday after 9, New York", (await recruiter.GetAsync($"/applications/APP-{scene.ApplicationId}/interviews/new")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_altered_or_for_another_purpose_opens_nothing()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        var token = await TokenAsync(scene, interview, LinkPurpose.CandidateStatus);

        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser().GetAsync("/i/" + token)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser().GetAsync("/i/abc")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await factory.Browser().PostAsync("/i/abc?handler=Confirm")).Status);
    }

    private static Task<string> TokenAsync(InterviewScene scene, long interviewId, LinkPurpose purpose = LinkPurpose.InterviewAnswer) => scene.Factory.DbAsync(async db =>
    {
        db.SignedLinks.Add(SignedLink.Create(purpose, interviewId, scene.CandidateId, Testing.A.Noon, Testing.A.Noon.AddDays(60), out var token));
        await db.SaveChangesAsync();
        return token;
    });
}
