using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Interviews;

/// <summary>What an interview asks of people before, while and after it is held. Time moves here; each test has a company of its own.</summary>
public sealed class InterviewHoursTests : IAsyncDisposable
{
    private readonly TalentHubFactory factory = new();

    public ValueTask DisposeAsync() => factory.DisposeAsync();

    [Fact]
    public async Task An_invitation_waits_until_the_interview_begins_and_the_talk_until_it_is_over()
    {
        var scene = await InterviewScene.SetAsync(factory);
        await scene.BookAsync(scene.First);
        var before = await TodayAsync(scene);
        At(13, 20);
        var during = await TodayAsync(scene);
        At(14, 1);
        var after = await TodayAsync(scene);

        Assert.Contains("Say whether you can interview 林小雨", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Say whether you can interview", during.Text, StringComparison.Ordinal);
        var talk = during.Document.QuerySelectorAll(".todo li").Single(l => l.TextContent.Contains("Interview 林小雨", StringComparison.Ordinal));
        Assert.DoesNotContain("late", talk.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("林小雨", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_is_late_only_once_the_interview_is_over()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        var before = await ToneAsync(scene);
        At(13, 20);
        var during = await ToneAsync(scene);
        await scene.EndAsync();
        var after = await ToneAsync(scene);
        await scene.ScoreAsync(scene.First, interview, 3, 3, 3);

        Assert.Equal(("waiting", "waiting", "blocked"), (before, during, after));
        Assert.Equal("waiting", await ToneAsync(scene));
    }

    [Fact]
    public async Task An_old_page_says_no_word_to_a_time_that_it_does_not_show()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        var (interviewer, candidate) = (factory.Browser(scene.First), factory.Browser(language: "zh-CN"));
        var seen = await interviewer.GetAsync($"/interviews/INT-{interview}");
        var asked = await candidate.GetAsync("/i/" + await TokenAsync(scene, interview));
        var recruiter = factory.Browser(scene.Recruiter);
        var moved = await recruiter.SubmitAsync(
            await recruiter.GetAsync($"/interviews/INT-{interview}/move"), InterviewScene.With(scene.Slot("22:30"), scene.First));
        Assert.True(moved.Status == HttpStatusCode.Redirect, moved.Text);

        var yes = await interviewer.SubmitAsync(seen, form: "form[action*='handler=Confirm']");
        var no = await interviewer.SubmitAsync(seen, new Dictionary<string, string?> { ["Reason"] = "I teach then." }, "form[action*='handler=Decline']");
        var candidates = await candidate.SubmitAsync(asked, form: "form[action*='handler=Confirm']");

        Assert.All([yes, no], page => Assert.Equal(HttpStatusCode.Conflict, page.Status));
        Assert.All([yes, no], page => Assert.Contains("The interview was moved since this page was opened.", page.Text, StringComparison.Ordinal));
        Assert.Contains("22:30", yes.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, candidates.Status);
        Assert.Contains("面试时间已更改", candidates.Text, StringComparison.Ordinal);
        Assert.Contains("09:30（纽约时间）", candidates.Text, StringComparison.Ordinal);
        Assert.Equal(InterviewState.Scheduled, await scene.StateAsync(interview));
        Assert.Equal(0, await AnswersAsync(interview));

        await interviewer.SubmitAsync(yes, form: "form[action*='handler=Confirm']");
        await candidate.SubmitAsync(candidates, form: "form[action*='handler=Confirm']");
        Assert.Equal(InterviewState.Confirmed, await scene.StateAsync(interview));
    }

    [Fact]
    public async Task Two_who_say_yes_from_pages_opened_at_the_same_moment_both_count()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First, scene.Second);
        var (first, second) = (factory.Browser(scene.First), factory.Browser(scene.Second));
        var (one, other) = (await first.GetAsync($"/interviews/INT-{interview}"), await second.GetAsync($"/interviews/INT-{interview}"));

        await first.SubmitAsync(one, form: "form[action*='handler=Confirm']");
        await second.SubmitAsync(other, form: "form[action*='handler=Confirm']");

        Assert.Equal(2, await AnswersAsync(interview));
    }

    private Task<int> AnswersAsync(long interview) =>
        factory.DbAsync(db => db.Interviews.Where(i => i.Id == interview).SelectMany(i => i.Panel).CountAsync(m => m.ConfirmedAt != null));

    private static Task<string> TokenAsync(InterviewScene scene, long interviewId) => scene.Factory.DbAsync(async db =>
    {
        db.SignedLinks.Add(SignedLink.Create(LinkPurpose.InterviewAnswer, interviewId, scene.CandidateId, Testing.A.Noon, Testing.A.Noon.AddDays(60), out var token));
        await db.SaveChangesAsync();
        return token;
    });

    private void At(int hour, int minute) =>
        factory.Clock.SetUtcNow(new DateTimeOffset(new DateOnly(2026, 3, 4).ToDateTime(new TimeOnly(hour, minute)), TimeSpan.Zero));

    private Task<TestPage> TodayAsync(InterviewScene scene) => factory.Browser(scene.First).GetAsync("/today");

    /// <summary>The colour of the state beside the debrief's title.</summary>
    private async Task<string?> ToneAsync(InterviewScene scene) =>
        (await factory.Browser(scene.HR).GetAsync($"/debriefs/APP-{scene.ApplicationId}")).Document.QuerySelector(".page-head .state")?.GetAttribute("data-tone");
}
