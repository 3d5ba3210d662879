using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Onboarding;

namespace TalentHub.Web.Pages.Onboarding;

/// <summary>The hires that the viewer has to do with: who starts next stands first; those who are settled come last.</summary>
public sealed class IndexModel(TalentHubDb db, CurrentActor actor) : PageModel
{
    private const int Most = 100;

    [FromQuery(Name = "state")]
    public OnboardingState? State { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool RunsIt => actor.Value.May(Capability.RunOnboarding);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var plans = db.OnboardingPlans.AsNoTracking();
        plans = State is { } state ? plans.Where(p => p.State == state) : plans.Where(p => OnboardingFlow.Running.Contains(p.State));
        var rows = await plans
            .OrderByDescending(p => p.State == OnboardingState.Preboarding || p.State == OnboardingState.ReadyForDayOne).ThenBy(p => p.StartsOn).ThenBy(p => p.Id)
            .Take(Most)
            .Select(p => new
            {
                p.Id,
                p.State,
                p.StartsOn,
                p.PersonId,
                p.RequisitionId,
                All = db.OnboardingTasks.Count(t => t.PlanId == p.Id),
                Open = db.OnboardingTasks.Count(t => t.PlanId == p.Id && TaskFlow.Open.Contains(t.State)),
                Blocking = db.OnboardingTasks.Count(t => t.PlanId == p.Id && t.Blocks != TaskBlocks.Nothing && TaskFlow.Open.Contains(t.State)),
            }).ToListAsync(ct);
        var ids = rows.ConvertAll(r => r.Id);
        using var system = db.ReadingAsSystem();
        var about = await (
            from plan in db.OnboardingPlans.AsNoTracking()
            where ids.Contains(plan.Id)
            join person in db.People on plan.PersonId equals person.Id
            join job in db.Requisitions on plan.RequisitionId equals job.Id
            select new { plan.Id, person.Name, job.Title }).ToDictionaryAsync(p => p.Id, ct);
        Rows = [.. rows.Select(r => new Row(r.Id, about[r.Id].Name, about[r.Id].Title, r.State, r.StartsOn, r.All, r.Open, r.Blocking))];
    }

    public sealed record Row(long Id, PersonName Name, Bilingual Title, OnboardingState State, DateOnly StartsOn, int Tasks, int Open, int Blocking);
}
