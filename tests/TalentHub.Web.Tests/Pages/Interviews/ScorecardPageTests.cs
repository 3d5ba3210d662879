using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Services.Interviews;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Interviews;

public sealed class ScorecardPageTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private const string Verdict = "Could not explain the loss.";

    [Fact]
    public async Task Nobody_but_the_panel_opens_the_scorecard()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        var elsewhere = await InterviewScene.SetAsync(factory);
        await elsewhere.BookAsync(elsewhere.First);
        var path = $"/interviews/INT-{interview}/scorecard";

        Assert.Equal(HttpStatusCode.Redirect, (await factory.Browser().GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(await factory.PersonAsync()).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(elsewhere.First).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(elsewhere.First).GetAsync($"/interviews/INT-{interview}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(scene.Recruiter).GetAsync(path)).Status);
    }

    [Fact]
    public async Task Before_the_interview_there_is_no_form_and_a_forged_one_is_refused()
    {
        var fresh = new TalentHubFactory();
        await using var _ = fresh;
        var scene = await InterviewScene.SetAsync(fresh);
        var interview = await scene.BookAsync(scene.First);
        var browser = fresh.Browser(scene.First);

        var page = await browser.GetAsync($"/interviews/INT-{interview}/scorecard");
        Assert.Contains("The interview has not begun yet.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form[method=post]"));

        await Assert.ThrowsAsync<Domain.Workflows.MoveRefused>(() => fresh.ServiceAsync(
            (ScorecardDesk desk) => desk.WriteAsync(interview, new CardText([], Recommendation.Yes, null), true, Guid.Empty, CancellationToken.None),
            new Actor(scene.First.Id, ActorKind.Person, RoleRights.Of(Role.Employee) | RoleRights.Of(Relation.Interviewer))));
    }

    [Fact]
    public async Task Handing_in_says_all_that_is_missing_and_keeps_what_was_typed()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        await scene.EndAsync();
        var browser = factory.Browser(scene.First);
        var form = await browser.GetAsync($"/interviews/INT-{interview}/scorecard");

        var page = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Ratings[0].Score"] = "4", ["Input.Summary"] = "Typed with care" });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Still to rate: Communication.", page.Text, StringComparison.Ordinal);
        Assert.Contains("A 1 or a 4 needs what you saw or heard: Coding.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Give your overall recommendation.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Typed with care", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("input[name='Input.Ratings[0].Score'][value='4'][checked]"));
    }

    [Fact]
    public async Task A_card_opened_before_the_interview_was_over_is_accepted_after_the_timer_and_the_reminder()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First, scene.Second);
        factory.Clock.SetUtcNow(new DateTimeOffset(scene.Day().ToDateTime(new TimeOnly(13, 30)), TimeSpan.Zero));
        var browser = factory.Browser(scene.First);
        var before = await browser.GetAsync($"/interviews/INT-{interview}/scorecard");
        var second = factory.Browser(scene.Second);
        factory.Clock.Advance(TimeSpan.FromHours(1));
        await scene.RunAsync("end-interviews");
        var afterEnd = await second.GetAsync($"/interviews/INT-{interview}/scorecard");
        factory.Clock.Advance(TimeSpan.FromHours(26));
        await scene.RunAsync("remind-of-scorecards");
        var words = new Dictionary<string, string?>
        {
            ["Input.Ratings[0].Score"] = "3", ["Input.Ratings[0].Evidence"] = Verdict, ["Input.Ratings[1].Score"] = "3", ["Input.Overall"] = "3",
        };

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(before, words)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await second.SubmitAsync(afterEnd, words)).Status);
        Assert.Equal(2, await factory.DbAsync(async db =>
        {
            using (db.ReadingAsSystem())
            {
                return await db.Scorecards.CountAsync(c => c.InterviewId == interview && c.State == ScorecardState.Submitted);
            }
        }));
    }

    [Fact]
    public async Task Whose_card_is_in_is_told_of_others_only_where_there_are_some_and_not_asked_whether_they_can_come()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First, scene.Second);
        factory.Clock.SetUtcNow(new DateTimeOffset(scene.Day().ToDateTime(new TimeOnly(13, 10)), TimeSpan.Zero));
        var words = new Dictionary<string, string?>
        {
            ["Input.Ratings[0].Score"] = "3", ["Input.Ratings[1].Score"] = "3", ["Input.Overall"] = "3",
        };

        var first = await HandInAsync(factory.Browser(scene.First));
        var second = await HandInAsync(factory.Browser(scene.Second));

        Assert.Contains("Handed in. Thank you.", first.Html, StringComparison.Ordinal);
        Assert.Contains("Handed in. Below you can read now what the others wrote.", second.Html, StringComparison.Ordinal);
        Assert.Contains("Scorecard of Ina First", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Say whether you can interview", (await factory.Browser(scene.First).GetAsync("/today")).Text, StringComparison.Ordinal);

        async Task<TestPage> HandInAsync(TestBrowser browser) =>
            await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync($"/interviews/INT-{interview}/scorecard"), words));
    }

    [Fact]
    public async Task A_draft_is_kept_and_nobody_else_reads_it()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First, scene.Second);
        await scene.EndAsync();
        var browser = factory.Browser(scene.First);
        var form = await browser.GetAsync($"/interviews/INT-{interview}/scorecard");
        form.Document.QuerySelector("main form[method=post]")!.SetAttribute("action", $"/interviews/INT-{interview}/scorecard");

        var saved = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Ratings[0].Evidence"] = Verdict });

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains(Verdict, (await browser.GetAsync($"/interviews/INT-{interview}/scorecard")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await SeenByAsync(scene.Recruiter.Actor, scene.ApplicationId), c => c.InterviewerId == scene.First.Id);
    }

    [Fact]
    public async Task An_interviewer_reads_others_cards_only_after_handing_in_their_own()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First, scene.Second);
        await scene.EndAsync();
        await scene.ScoreAsync(scene.First, interview, 1, 2, 1, Verdict);
        var second = new Actor(scene.Second.Id, ActorKind.Person, RoleRights.Of(Role.Employee) | RoleRights.Of(Relation.Interviewer));

        Assert.DoesNotContain(await SeenByAsync(second, scene.ApplicationId), c => c.InterviewerId == scene.First.Id);
        await scene.ScoreAsync(scene.Second, interview, 3, 3, 3);
        Assert.Contains(await SeenByAsync(second, scene.ApplicationId), c => c.InterviewerId == scene.First.Id);

        // Taking one's own back to amend it closes the others' again.
        var browser = factory.Browser(scene.Second);
        var amended = await browser.SubmitAsync(await browser.GetAsync($"/interviews/INT-{interview}/scorecard"), form: "form[action*='handler=Amend']");
        Assert.Equal(HttpStatusCode.Redirect, amended.Status);
        Assert.DoesNotContain(await SeenByAsync(second, scene.ApplicationId), c => c.InterviewerId == scene.First.Id);
        Assert.Equal(InterviewState.AwaitingFeedback, await scene.StateAsync(interview));
    }

    [Fact]
    public async Task A_hiring_manager_who_interviews_owes_their_card_before_they_read_the_debrief()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First, scene.Manager);
        await scene.EndAsync();
        await scene.ScoreAsync(scene.First, interview, 1, 2, 1, Verdict);
        var manager = factory.Browser(scene.Manager);

        Assert.DoesNotContain(Verdict, (await manager.GetAsync($"/debriefs/APP-{scene.ApplicationId}")).Html, StringComparison.Ordinal);
        await scene.ScoreAsync(scene.Manager, interview, 3, 3, 3);
        Assert.Contains(Verdict, (await manager.GetAsync($"/debriefs/APP-{scene.ApplicationId}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_sees_the_interview_and_no_scorecard()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        await scene.EndAsync();
        await scene.ScoreAsync(scene.First, interview, 1, 2, 1, Verdict);
        var coordinator = await factory.PersonAsync(Role.Coordinator);

        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(coordinator).GetAsync($"/interviews/INT-{interview}")).Status);
        Assert.Empty(await SeenByAsync(coordinator.Actor, scene.ApplicationId));
    }

    [Fact]
    public async Task A_recruiter_waives_a_missing_card_with_a_reason_and_the_interview_is_complete()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        await scene.EndAsync();
        var browser = factory.Browser(scene.Recruiter);
        var page = await browser.GetAsync($"/interviews/INT-{interview}");

        var without = await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Reason"] = "" }, "form[action*='handler=Waive']");
        var waived = await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Reason"] = "Ina left the company." }, "form[action*='handler=Waive']");

        Assert.Equal(HttpStatusCode.Conflict, without.Status);
        Assert.Equal(HttpStatusCode.Redirect, waived.Status);
        Assert.Equal(InterviewState.FeedbackComplete, await scene.StateAsync(interview));
    }

    [Fact]
    public async Task Reminders_for_a_missing_card_come_daily_and_stop_when_it_is_in()
    {
        var fresh = new TalentHubFactory();
        await using var _ = fresh;
        var scene = await InterviewScene.SetAsync(fresh);
        var interview = await scene.BookAsync(scene.First);
        await scene.EndAsync();

        await scene.RunAsync("remind-of-scorecards");
        Assert.Equal(0, await RemindersAsync());
        fresh.Clock.Advance(TimeSpan.FromHours(25));
        await scene.RunAsync("remind-of-scorecards");
        await scene.RunAsync("remind-of-scorecards");
        Assert.Equal(1, await RemindersAsync());
        await scene.ScoreAsync(scene.First, interview, 3, 3, 3);
        fresh.Clock.Advance(TimeSpan.FromHours(25));
        await scene.RunAsync("remind-of-scorecards");
        Assert.Equal(1, await RemindersAsync());

        async Task<int> RemindersAsync() => (await scene.MailsAsync(interview)).Count(m => m.Template == "scorecard-reminder");
    }

    [Fact]
    public async Task When_the_job_has_ended_its_interviewers_see_nothing_of_it()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var interview = await scene.BookAsync(scene.First);
        await scene.EndAsync();
        await scene.ScoreAsync(scene.First, interview, 3, 3, 3);
        var first = new Actor(scene.First.Id, ActorKind.Person, RoleRights.Of(Role.Employee) | RoleRights.Of(Relation.Interviewer));
        Assert.NotEmpty(await SeenByAsync(first, scene.ApplicationId));

        await factory.DbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Requisitions SET State = 'Closed' WHERE Id = {scene.RequisitionId}"));

        Assert.Empty(await SeenByAsync(first, scene.ApplicationId));
    }

    private Task<List<Scorecard>> SeenByAsync(Actor viewer, long applicationId) => factory.DbAsync(db =>
    {
        db.ReadAs(viewer);
        return db.Scorecards.AsNoTracking().Where(c => c.ApplicationId == applicationId).ToListAsync();
    });
}
