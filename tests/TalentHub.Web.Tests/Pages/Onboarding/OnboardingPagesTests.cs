using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Services;
using TalentHub.Services.Onboarding;
using TalentHub.Services.Scheduling;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Offers;

namespace TalentHub.Web.Tests.Pages.Onboarding;

/// <summary>From the yes to the first day, as HR, the manager and the owners of tasks see it.</summary>
public sealed class OnboardingPagesTests : OnboardingTestsBase
{
    [Fact]
    public async Task From_the_yes_to_the_first_day_the_applicant_becomes_an_employee()
    {
        var scene = await OfferScene.CreateAsync(Factory, "Sofia Kovalevskaya");
        var planId = await scene.AcceptedAsync();
        var path = $"/onboarding/ONB-{planId}";
        var hr = await Factory.PersonAsync(Role.HR);
        var browser = Factory.Browser(hr);

        var page = await browser.GetAsync(path);
        Assert.Contains("These tasks block day one", page.Text, StringComparison.Ordinal);

        await FinishBlockingAsync(scene, planId, browser, path);
        Assert.Equal(OnboardingState.ReadyForDayOne, await StateAsync(planId));
        Assert.Contains("The start date is", (await browser.GetAsync(path)).Text, StringComparison.Ordinal);

        Factory.Clock.Advance(TimeSpan.FromDays(2));
        var manager = Factory.Browser(scene.Manager);
        var arrived = await manager.SubmitAsync(await manager.GetAsync(path), form: "form[action*='Arrive']");

        Assert.Equal(HttpStatusCode.Redirect, arrived.Status);
        await Factory.DbAsync(async db =>
        {
            var employment = await db.Employments.SingleAsync(e => e.PersonId == scene.CandidateId);
            var seat = await db.Openings.SingleAsync(o => o.Id == scene.OpeningId);
            Assert.Equal(EmploymentState.Active, employment.State);
            Assert.Equal((OpeningState.Filled, (long?)employment.Id), (seat.State, seat.EmploymentId));
            Assert.Equal(ApplicationState.Hired, await db.Applications.Where(a => a.Id == scene.ApplicationId).Select(a => a.State).SingleAsync());
            Assert.Equal(RequisitionState.Filled, await db.Requisitions.Where(r => r.Id == scene.RequisitionId).Select(r => r.State).SingleAsync());
        });
    }

    [Fact]
    public async Task A_task_is_due_in_today_on_the_day_that_its_own_page_says()
    {
        var scene = await OfferScene.CreateAsync(Factory);
        var planId = await scene.AcceptedAsync();

        var (days, zone) = await Factory.DbAsync(async db => (
            await db.OnboardingTasks.Where(t => t.PlanId == planId)
                .Join(db.WorkItems.Where(w => w.Machine == "task"), t => t.Id, w => w.SubjectId, (t, w) => new { t.DueOn, w.DueAt }).ToListAsync(),
            await db.OnboardingPlans.Where(p => p.Id == planId).Join(db.Locations, p => p.LocationId, l => l.Id, (_, l) => l.Zone).SingleAsync()));

        Assert.NotEmpty(days);
        Assert.All(days, d => Assert.Equal(d.DueOn, Clock.DayIn(d.DueAt!.Value, zone)));
    }

    [Fact]
    public async Task Someone_who_never_came_frees_the_seat_and_breaks_the_offer()
    {
        var scene = await OfferScene.CreateAsync(Factory);
        var planId = await scene.AcceptedAsync();
        var hr = Factory.Browser(await Factory.PersonAsync(Role.HR));

        var done = await hr.SubmitAsync(await hr.GetAsync($"/onboarding/ONB-{planId}"), new Dictionary<string, string?> { ["Reason"] = "Took another job." }, "form[action*='DidNotStart']");

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal(OfferState.Reneged, await scene.StateAsync());
        await Factory.DbAsync(async db =>
        {
            Assert.Equal(OpeningState.Open, await db.Openings.Where(o => o.Id == scene.OpeningId).Select(o => o.State).SingleAsync());
            Assert.Equal(ApplicationState.Withdrawn, await db.Applications.Where(a => a.Id == scene.ApplicationId).Select(a => a.State).SingleAsync());
            Assert.Equal(EmploymentState.NeverStarted, await db.Employments.Where(e => e.PersonId == scene.CandidateId).Select(e => e.State).SingleAsync());
            Assert.False(await db.WorkItems.AnyAsync(w => w.Machine == "task" || w.Machine == "onboarding"));
        });
        Assert.Equal(HttpStatusCode.Gone, (await Factory.Browser().GetAsync(await scene.LinkAsync("preboarding-welcome"))).Status);
    }

    [Fact]
    public async Task An_offer_taken_back_after_the_yes_ends_the_onboarding()
    {
        var scene = await OfferScene.CreateAsync(Factory);
        var planId = await scene.AcceptedAsync();
        var hr = await Factory.PersonAsync(Role.HR);

        await scene.MoveAsync(hr, (offer, facts) => offer.Rescind(hr.Actor, TalentHub.Testing.A.Noon, facts with { RescissionSignedBy = -1 }, "Counsel agrees."));

        Assert.Equal(OnboardingState.DidNotStart, await StateAsync(planId));
        Assert.Equal(OfferState.Rescinded, await scene.StateAsync());
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_a_hire_sees_nothing_and_a_task_owner_sees_the_task()
    {
        var scene = await OfferScene.CreateAsync(Factory, "Quiet Hire");
        var planId = await scene.AcceptedAsync();
        var path = $"/onboarding/ONB-{planId}";
        var stranger = Factory.Browser(await Factory.PersonAsync());
        var admin = Factory.Browser(await Factory.PersonAsync(Role.Admin));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync("/onboarding")).Status);
        var seen = await admin.GetAsync(path);
        Assert.Contains("Create the account", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Prepare and sign the contract", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Create the account", (await admin.GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.Contains("Quiet Hire", (await Factory.Browser(scene.Manager).GetAsync("/onboarding")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_buddy_is_suggested_and_gets_their_tasks_and_the_manager_is_never_one()
    {
        var scene = await OfferScene.CreateAsync(Factory);
        var planId = await scene.AcceptedAsync();
        var colleague = await Factory.PersonAsync(Role.Employee, "Kind Colleague");
        var manager = Factory.Browser(scene.Manager);

        var page = await manager.GetAsync($"/onboarding/ONB-{planId}");
        Assert.DoesNotContain(page.Document.QuerySelectorAll("#BuddyId option"), o => o.GetAttribute("value") == scene.Manager.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await manager.SubmitAsync(page, new Dictionary<string, string?> { ["BuddyId"] = colleague.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) }, "form[action*='Buddy']");

        Assert.Contains("Say hello before day one", (await Factory.Browser(colleague).GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_the_start_moves_what_is_due_around_it()
    {
        var scene = await OfferScene.CreateAsync(Factory);
        var planId = await scene.AcceptedAsync();
        var hr = Factory.Browser(await Factory.PersonAsync(Role.HR));
        var before = await DueAsync(planId);

        var moved = await hr.SubmitAsync(await hr.GetAsync($"/onboarding/ONB-{planId}"), new Dictionary<string, string?> { ["StartsOn"] = "2026-03-12" }, "form[action*='Start']:not([action*='DidNot'])");

        Assert.Equal(HttpStatusCode.Redirect, moved.Status);
        Assert.Equal(before.AddDays(7), await DueAsync(planId));
    }

    [Fact]
    public async Task A_start_that_was_moved_to_today_is_a_day_on_which_someone_arrives()
    {
        var scene = await OfferScene.CreateAsync(Factory);
        var planId = await scene.AcceptedAsync();
        var path = $"/onboarding/ONB-{planId}";
        var hr = Factory.Browser(await Factory.PersonAsync(Role.HR));
        await FinishBlockingAsync(scene, planId, hr, path);
        Assert.DoesNotContain("Record the arrival", (await Factory.Browser(scene.Manager).GetAsync("/today")).Text, StringComparison.Ordinal);

        await hr.SubmitAsync(await hr.GetAsync(path), new Dictionary<string, string?> { ["StartsOn"] = "2026-03-03" }, "form[action*='Start']:not([action*='DidNot'])");
        Assert.Contains("Record the arrival", (await Factory.Browser(scene.Manager).GetAsync("/today")).Text, StringComparison.Ordinal);
        var arrived = await hr.SubmitAsync(await hr.GetAsync(path), form: "form[action*='Arrive']");

        Assert.Equal(HttpStatusCode.Redirect, arrived.Status);
        await Factory.DbAsync(async db =>
        {
            var employment = await db.Employments.SingleAsync(e => e.PersonId == scene.CandidateId);
            Assert.Equal((EmploymentState.Active, new DateOnly(2026, 3, 3)), (employment.State, employment.StartsOn));
            Assert.Equal(ApplicationState.Hired, await db.Applications.Where(a => a.Id == scene.ApplicationId).Select(a => a.State).SingleAsync());
        });
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("2020-02-02")]
    [InlineData("9999-12-31")]
    public async Task A_start_that_nobody_means_is_refused_with_a_sentence(string day)
    {
        var scene = await OfferScene.CreateAsync(Factory);
        var planId = await scene.AcceptedAsync();
        var hr = Factory.Browser(await Factory.PersonAsync(Role.HR));

        var refused = await hr.SubmitAsync(await hr.GetAsync($"/onboarding/ONB-{planId}"), new Dictionary<string, string?> { ["StartsOn"] = day }, "form[action*='Start']:not([action*='DidNot'])");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith("Choose a day between", refused.ErrorAt("StartsOn"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owners_are_reminded_once_when_a_task_is_due()
    {
        var scene = await OfferScene.CreateAsync(Factory);
        await scene.AcceptedAsync();

        await RemindAsync();
        var first = await Factory.DbAsync(db => db.Outbox.CountAsync(m => m.Template == "task-due"));
        await RemindAsync();

        Assert.True(first > 0);
        Assert.Equal(first, await Factory.DbAsync(db => db.Outbox.CountAsync(m => m.Template == "task-due")));
        Assert.Equal(HttpStatusCode.OK, (await Factory.Browser().GetAsync(await Factory.LinkOfLastMailAsync("task-due", scene.CandidateId))).Status);
    }

    [Fact]
    public async Task The_new_employee_is_invited_to_an_account_once_the_tasks_that_block_it_are_done()
    {
        var scene = await OfferScene.CreateAsync(Factory);
        var planId = await scene.AcceptedAsync();
        var browser = Factory.Browser(await Factory.PersonAsync(Role.HR));
        Factory.Clock.Advance(TimeSpan.FromDays(2));
        await browser.SubmitAsync(
            await browser.GetAsync($"/onboarding/ONB-{planId}"), new Dictionary<string, string?> { ["Reason"] = "The laptop comes at noon." }, "form[action*='Arrive']");
        Assert.False(await InvitedAsync(scene));

        await FinishBlockingAsync(scene, planId, browser, $"/onboarding/ONB-{planId}");

        Assert.True(await InvitedAsync(scene));
    }

    [Fact]
    public async Task Hr_keeps_templates_and_holidays()
    {
        _ = Factory.Services;
        var hr = Factory.Browser(await Factory.PersonAsync(Role.HR));
        var form = await hr.GetAsync("/onboarding/templates/new");
        var saved = await hr.SubmitAsync(form, new Dictionary<string, string?> { ["Input.NameEn"] = "Research" });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var id = await Factory.DbAsync(db => db.OnboardingTemplates.Select(t => t.Id).SingleAsync());
        var edit = await hr.GetAsync($"/onboarding/templates/{id}");
        var tooMany = await hr.SubmitAsync(edit, new Dictionary<string, string?> { ["Input.Tasks[0].Offset"] = "9999" });
        Assert.NotEqual(HttpStatusCode.Redirect, tooMany.Status);
        var again = await hr.SubmitAsync(edit, new Dictionary<string, string?> { ["Input.Tasks[0].TitleEn"] = "Hello", ["Input.NameZh"] = "研究" });
        Assert.Equal(HttpStatusCode.Redirect, again.Status);

        var added = await hr.SubmitAsync(
            await hr.GetAsync("/onboarding/holidays"), new Dictionary<string, string?> { ["On"] = "2026-10-01", ["NameEn"] = "National Day" }, "form[action*='Add']");
        Assert.Equal(HttpStatusCode.Redirect, added.Status);
        Assert.Contains("National Day", (await hr.GetAsync("/onboarding/holidays")).Text, StringComparison.Ordinal);
    }

    private async Task FinishBlockingAsync(OfferScene scene, long planId, TestBrowser browser, string path)
    {
        var tasks = await Factory.DbAsync(db => db.OnboardingTasks.Where(t => t.PlanId == planId && t.Blocks != TaskBlocks.Nothing).Select(t => new { t.Id, t.Kind }).ToListAsync());
        foreach (var task in tasks)
        {
            // What the hire gives is missing here: HR saw the document, and does without the details.
            var page = await browser.GetAsync(path);
            var done = await browser.SubmitAsync(
                page, task.Kind == TaskKind.Plain ? null : new Dictionary<string, string?> { ["Reason"] = "Brought along." },
                FormOf(task.Id, task.Kind == TaskKind.Details ? TaskTrigger.Waive : TaskTrigger.Complete));
            Assert.Equal(HttpStatusCode.Redirect, done.Status);
        }
    }

    private Task<bool> RemindAsync() => Factory.ServiceAsync<IEnumerable<IJob>, bool>(async jobs =>
    {
        await jobs.OfType<TaskReminders>().Single().RunAsync(default);
        return true;
    });

    private Task<bool> InvitedAsync(OfferScene scene) => Factory.DbAsync(db => db.Users.AnyAsync(a => a.PersonId == scene.CandidateId));

    private Task<OnboardingState> StateAsync(long planId) => Factory.DbAsync(db => db.OnboardingPlans.Where(p => p.Id == planId).Select(p => p.State).SingleAsync());

    private Task<DateOnly> DueAsync(long planId) => Factory.DbAsync(db => db.OnboardingTasks.Where(t => t.PlanId == planId).OrderBy(t => t.Order).Select(t => t.DueOn).LastAsync());
}
