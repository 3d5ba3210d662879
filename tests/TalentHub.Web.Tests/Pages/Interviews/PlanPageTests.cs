using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Interviews;

public sealed class PlanPageTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task The_hiring_manager_adds_a_round_with_what_it_rates_and_who_holds_it()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var browser = factory.Browser(scene.Manager);
        var form = await browser.GetAsync($"/jobs/REQ-{scene.RequisitionId}/plan/rounds");

        var saved = await browser.SubmitAsync(form, new Dictionary<string, string?>
        {
            ["Input.NameEn"] = "Systems", ["Input.AimEn"] = "Can they carry it alone?", ["Input.Minutes"] = "45", ["Input.Attributes"] = "coding",
            ["Input.InterviewerIds"] = $"{scene.Second.Id}", ["Input.Kit[0].AskEn"] = "What broke last?", ["Input.Kit[0].GoodEn"] = "A cause",
        });

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var plan = await factory.DbAsync(db => db.InterviewPlans.AsNoTracking().SingleAsync(p => p.RequisitionId == scene.RequisitionId));
        var round = plan.Ordered.Last();
        Assert.Equal("Systems", round.Name.En);
        Assert.Equal(["coding"], round.Attributes.Select(a => a.Code));
        Assert.Equal("What broke last?", Assert.Single(round.Kit).Question.En);
        Assert.Contains("Ito Second", (await browser.FollowAsync(saved)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_ticked_in_a_list_and_those_who_are_chosen_stand_first()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var browser = factory.Browser(scene.Manager);

        var fresh = await browser.GetAsync($"/jobs/REQ-{scene.RequisitionId}/plan/rounds/{scene.RoundIds[0]}");
        var last = fresh.Document.QuerySelectorAll("[name='Input.InterviewerIds']")[^1].GetAttribute("value");
        var form = await browser.GetAsync($"/jobs/REQ-{scene.RequisitionId}/plan/rounds/{scene.RoundIds[0]}");
        await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.InterviewerIds"] = last });
        var again = await browser.GetAsync($"/jobs/REQ-{scene.RequisitionId}/plan/rounds/{scene.RoundIds[0]}");

        Assert.Empty(again.Document.QuerySelectorAll("select[multiple]"));
        var ticks = again.Document.QuerySelectorAll("[data-people] input[type=checkbox]");
        Assert.Equal(last, ticks[0].GetAttribute("value"));
        Assert.True(ticks[0].HasAttribute("checked"));
    }

    [Fact]
    public async Task A_round_without_a_name_or_with_an_odd_length_is_refused_at_the_field()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var browser = factory.Browser(scene.Recruiter);
        var form = await browser.GetAsync($"/jobs/REQ-{scene.RequisitionId}/plan/rounds");

        var nameless = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.AimEn"] = "Kept text" });
        var endless = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.NameEn"] = "X", ["Input.AimEn"] = "Y", ["Input.Minutes"] = "9999" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.Status);
        Assert.Equal("Write it in at least one language.", nameless.ErrorAt("Input.NameEn"));
        Assert.Contains("Kept text", nameless.Text, StringComparison.Ordinal);
        Assert.Equal("A round lasts 15 to 480 minutes.", endless.ErrorAt("Input.Minutes"));
    }

    [Fact]
    public async Task A_used_round_is_not_removed_and_an_interviewer_sees_no_plan()
    {
        var scene = await InterviewScene.SetAsync(factory);
        await scene.BookAsync(scene.First);
        var browser = factory.Browser(scene.Recruiter);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"/jobs/REQ-{scene.RequisitionId}/plan"), form: "form[action*='handler=Remove']");

        Assert.Contains("Interviews of this round exist.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.Browser(scene.First).GetAsync($"/jobs/REQ-{scene.RequisitionId}/plan")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(scene.HR).GetAsync($"/jobs/REQ-{scene.RequisitionId}/plan/rounds")).Status);
    }

    [Fact]
    public async Task Of_two_people_who_change_the_plan_at_once_the_second_is_told()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var path = $"/jobs/REQ-{scene.RequisitionId}/plan/rounds/{scene.RoundIds[0]}";
        var (first, second) = (factory.Browser(scene.Recruiter), factory.Browser(scene.Manager));
        var (early, late) = (await first.GetAsync(path), await second.GetAsync(path));

        var saved = await first.SubmitAsync(early, new Dictionary<string, string?> { ["Input.Minutes"] = "45" });
        var lost = await second.SubmitAsync(late, new Dictionary<string, string?> { ["Input.Minutes"] = "90" });

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Equal("90", lost.Document.QuerySelector("[name='Input.Minutes']")!.GetAttribute("value"));
        Assert.Equal(45, await factory.DbAsync(db => db.InterviewPlans.Where(p => p.RequisitionId == scene.RequisitionId).SelectMany(p => p.Rounds).Select(r => r.Minutes).SingleAsync()));
    }

    [Fact]
    public async Task A_removed_round_is_put_back_at_once_or_days_later_and_counts_again()
    {
        var scene = await InterviewScene.SetAsync(factory, false, Testing.A.Round("Coding"), Testing.A.Round("Chat", isRequired: false), Testing.A.Round("Values", isRequired: false));
        var path = $"/jobs/REQ-{scene.RequisitionId}/plan";
        var remove = $"form[action*='handler=Remove']:has(input[name=RoundId][value='{scene.RoundIds[1]}'])";
        var browser = factory.Browser(scene.Recruiter);
        Task<string> NamesAsync() => factory.DbAsync(async db => string.Join(", ", (await db.InterviewPlans.AsNoTracking().SingleAsync(p => p.RequisitionId == scene.RequisitionId)).Ordered.Select(r => r.Name.En)));

        var after = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync(path), form: remove));
        Assert.Equal("Coding, Values", await NamesAsync());

        await browser.SubmitAsync(after, form: ".toasts form");
        Assert.Equal("Coding, Chat, Values", await NamesAsync());

        // The toast goes, the list of what was removed stays.
        await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync(path), form: remove));
        var later = await browser.GetAsync(path);
        Assert.Null(later.Document.QuerySelector(".toasts form"));
        Assert.Contains("Removed rounds", later.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Removed rounds", (await factory.Browser(scene.HR).GetAsync(path)).Text, StringComparison.Ordinal);
        await browser.SubmitAsync(later, form: "main form[action*='handler=PutBack']");
        Assert.Equal("Coding, Chat, Values", await NamesAsync());
    }

    [Fact]
    public async Task Before_hiring_has_begun_the_plan_can_be_taken_over_from_the_role_family()
    {
        var scene = await InterviewScene.SetAsync(factory);
        var requisition = await factory.DbAsync(async db =>
        {
            var approved = Testing.A.Requisition().With(t => t with
            {
                DepartmentId = factory.Company.DepartmentId, LocationId = factory.Company.LocationId, HiringManagerId = scene.Manager.Id,
            }).Approved();
            approved.TakeEvents();
            approved.TakeTransitions();
            db.Requisitions.Add(approved);
            await db.SaveChangesAsync();
            return approved.Id;
        });
        var browser = factory.Browser(scene.Manager);

        var made = await browser.SubmitAsync(await browser.GetAsync($"/jobs/REQ-{requisition}/plan"), form: "form[action*='handler=Copy']");

        Assert.Equal(HttpStatusCode.Redirect, made.Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.FollowAsync(made)).Status);
        Assert.True(await factory.DbAsync(db => db.InterviewPlans.AnyAsync(p => p.RequisitionId == requisition)));
    }

    [Fact]
    public async Task The_list_shows_an_interviewer_only_their_own_and_reads_in_chinese()
    {
        var scene = await InterviewScene.SetAsync(factory);
        await scene.BookAsync(scene.First);
        var chinese = await factory.PersonAsync(Role.Recruiter, "王磊", "zh-CN");

        var mine = await factory.Browser(scene.First).GetAsync("/interviews");
        var all = await factory.Browser(chinese).GetAsync("/interviews");

        Assert.Contains("林小雨", mine.Text, StringComparison.Ordinal);
        Assert.Single(mine.Document.QuerySelectorAll("table.data tbody tr"));
        Assert.Contains("即将进行", all.Text, StringComparison.Ordinal);
        Assert.Contains("已安排", all.Text, StringComparison.Ordinal);
    }
}
