using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;

namespace TalentHub.Services.Onboarding;

/// <summary>What must be known beyond a plan, or a task of it.</summary>
public sealed class OnboardingFactsLoader(TalentHubDb db, TimeProvider clock) : IService
{
    public async Task<OnboardingFacts> LoadAsync(OnboardingPlan plan, Actor who, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        var me = who.OnBehalfOf ?? who.PersonId;
        var row = await db.OnboardingPlans.AsNoTracking().Where(p => p.Id == plan.Id).Select(p => new
        {
            Zone = db.Locations.Where(l => l.Id == p.LocationId).Select(l => l.Zone).FirstOrDefault(),
            Blocking = db.OnboardingTasks.Count(t => t.PlanId == p.Id && t.Blocks != TaskBlocks.Nothing && TaskFlow.Open.Contains(t.State)),
            Open = db.OnboardingTasks.Count(t => t.PlanId == p.Id && TaskFlow.Open.Contains(t.State)),
            All = db.OnboardingTasks.Count(t => t.PlanId == p.Id),
            Accepted = db.Offers.Any(o => o.Id == p.OfferId && o.State == OfferState.Accepted),
            Reports = p.ManagerId == me
                || db.Requisitions.Any(r => r.Id == p.RequisitionId && r.HiringManagerId == me)
                || db.Employments.Any(e => e.Id == p.EmploymentId && db.Departments.Any(d => d.Id == e.DepartmentId && d.HeadId == me)),
        }).SingleAsync(ct);
        return new OnboardingFacts(
            clock.TodayIn(row.Zone), row.Blocking, row.All == 0 ? 1 : (row.All - row.Open) / (double)row.All, row.Accepted, row.Reports);
    }

    public async Task<TaskFacts> ForTaskAsync(OnboardingTask task, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        return TaskFacts.Of(await db.OnboardingPlans.SingleAsync(p => p.Id == task.PlanId, ct));
    }
}
