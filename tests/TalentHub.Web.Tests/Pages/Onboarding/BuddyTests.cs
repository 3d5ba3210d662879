using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Offers;

namespace TalentHub.Web.Tests.Pages.Onboarding;

/// <summary>The choice of a buddy is the doing of the task that asks for one.</summary>
public sealed class BuddyTests : IAsyncDisposable
{
    private const string Choice = "form[action*='Buddy']";
    private readonly TalentHubFactory factory = new();

    public ValueTask DisposeAsync() => factory.DisposeAsync();

    [Fact]
    public async Task Choosing_a_colleague_does_the_task()
    {
        var (path, manager, colleague) = await StartAsync();
        var page = await manager.GetAsync(path);
        Assert.Equal("#BuddyId", page.Document.QuerySelectorAll($"#task-{(await TaskAsync()).Id} a.btn").Single().GetAttribute("href"));

        var chosen = await manager.SubmitAsync(page, Chosen(colleague.Id), Choice);

        Assert.Equal(HttpStatusCode.Redirect, chosen.Status);
        Assert.Equal(TaskState.Done, (await TaskAsync()).State);
        Assert.Equal(colleague.Id, await factory.DbAsync(db => db.OnboardingPlans.Select(p => p.BuddyId).SingleAsync()));
    }

    [Theory]
    [InlineData("en", "Choose who helps; the task is done with the choice.", "Choose a colleague from the list.")]
    [InlineData("zh-CN", "请指定入职伙伴，指定后该任务自动完成。", "请从列表中选择同事。")]
    public async Task Ticking_it_without_a_buddy_says_so_at_the_field_and_the_choice_can_be_made_there(string language, string untold, string nobody)
    {
        var (path, manager, colleague) = await StartAsync(language);
        var task = await TaskAsync();
        var page = await manager.GetAsync(path);

        // An old page may still show the tick: sent with the fields of another move of the same task.
        var ticked = await manager.SubmitAsync(page, new Dictionary<string, string?> { ["Trigger"] = "Complete" }, $"#task-{task.Id} form:has(input[value=Begin])");
        var unchosen = await manager.SubmitAsync(page, form: Choice);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, untold), (ticked.Status, ticked.ErrorAt("BuddyId")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, nobody), (unchosen.Status, unchosen.ErrorAt("BuddyId")));
        Assert.Equal(TaskState.Todo, (await TaskAsync()).State);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SubmitAsync(ticked, Chosen(colleague.Id), Choice)).Status);
        Assert.Equal(TaskState.Done, (await TaskAsync()).State);
    }

    [Fact]
    public async Task Neither_the_newcomer_nor_the_manager_nor_who_has_left_can_be_the_buddy()
    {
        var (path, manager, gone) = await StartAsync();
        var page = await manager.GetAsync(path);
        await factory.DbAsync(db => db.Employments.Where(e => e.PersonId == gone.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.State, EmploymentState.Ended)));
        var plan = await factory.DbAsync(db => db.OnboardingPlans.Select(p => new { p.PersonId, p.ManagerId }).SingleAsync());

        foreach (var person in new[] { plan.PersonId, plan.ManagerId!.Value, gone.Id })
        {
            var refused = await manager.SubmitAsync(page, Chosen(person), Choice);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "Choose a colleague from the list."), (refused.Status, refused.ErrorAt("BuddyId")));
        }

        Assert.Equal(TaskState.Todo, (await TaskAsync()).State);
    }

    [Fact]
    public async Task Refresh_sends_a_refused_form_again_without_harm_and_a_mended_one_counts_once_with_the_first_ones_answer()
    {
        var (path, manager, colleague) = await StartAsync();
        var page = await manager.GetAsync(path);

        var refused = await manager.SubmitAsync(page, form: Choice);
        var refreshed = await manager.SubmitAsync(page, form: Choice);
        Assert.All([refused, refreshed], answer => Assert.Equal((HttpStatusCode.UnprocessableEntity, "Choose a colleague from the list."), (answer.Status, answer.ErrorAt("BuddyId"))));
        Assert.Equal(TaskState.Todo, (await TaskAsync()).State);

        var mended = await manager.SubmitAsync(refused, Chosen(colleague.Id), Choice);
        var again = await manager.SubmitAsync(refused, Chosen(colleague.Id), Choice);

        Assert.Equal((HttpStatusCode.Redirect, path), (mended.Status, mended.Location));
        Assert.Equal((HttpStatusCode.Redirect, path), (again.Status, again.Location));
        var task = await TaskAsync();
        Assert.Equal(1, await factory.DbAsync(db => db.Transitions.CountAsync(t => t.Machine == "task" && t.SubjectId == task.Id && t.To == nameof(TaskState.Done))));
    }

    private static Dictionary<string, string?> Chosen(long person) => new() { ["BuddyId"] = person.ToString(CultureInfo.InvariantCulture) };

    private async Task<(string Path, TestBrowser Manager, TestPerson Colleague)> StartAsync(string language = "en")
    {
        var scene = await OfferScene.CreateAsync(factory);
        var planId = await scene.AcceptedAsync();
        var colleague = await factory.PersonAsync(Role.Employee, "Kind Colleague");
        var chooser = language == "en" ? scene.Manager : await factory.PersonAsync(Role.HR, language: language);
        return ($"/onboarding/ONB-{planId}", factory.Browser(chooser), colleague);
    }

    private Task<OnboardingTask> TaskAsync() => factory.DbAsync(db => db.OnboardingTasks.AsNoTracking().SingleAsync(t => t.Kind == TaskKind.Buddy));
}
