using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Onboarding;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Onboarding;

/// <summary>What the tests of an onboarding share. Time moves here; each test has a company of its own.</summary>
public abstract class OnboardingTestsBase : IAsyncDisposable
{
    protected TalentHubFactory Factory { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await Factory.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task TaskMoveAsync(TestBrowser browser, long planId, TaskKind kind, TaskTrigger trigger, string? reason)
    {
        var id = await Factory.DbAsync(db => db.OnboardingTasks.Where(t => t.PlanId == planId && t.Kind == kind).Select(t => t.Id).SingleAsync());
        var page = await browser.GetAsync($"/onboarding/ONB-{planId}");
        var done = await browser.SubmitAsync(page, reason is null ? null : new Dictionary<string, string?> { ["Reason"] = reason }, FormOf(id, trigger));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
    }

    protected static string FormOf(long taskId, TaskTrigger trigger) => $"#task-{taskId} form:has(input[name='Trigger'][value='{trigger}'])";

    protected Task<TaskState> TaskAsync(long planId, TaskKind kind) =>
        Factory.DbAsync(db => db.OnboardingTasks.Where(t => t.PlanId == planId && t.Kind == kind).Select(t => t.State).SingleAsync());
}
