using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Demand;

namespace TalentHub.Services.Demand;

/// <summary>Where the plans stand: what they hold, what was taken, what is asked.</summary>
public sealed class HeadcountPlans(TalentHubDb db) : IService
{
    /// <summary>Positions of these departments' plans of these years; a pair without a plan is missing.</summary>
    /// <param name="except">A request that is left out of what was taken and asked, because it is the one being judged.</param>
    public async Task<Dictionary<(long Department, int Year), PlanPosition>> PositionsAsync(
        IReadOnlyCollection<long> departments, IReadOnlyCollection<int> years, long? except, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        var plans = await db.HeadcountPlans.AsNoTracking().Where(p => departments.Contains(p.DepartmentId) && years.Contains(p.Year)).ToListAsync(ct);
        if (plans.Count == 0)
        {
            return [];
        }

        var taking = (RequisitionState[])[.. RequisitionFlow.TakesFromPlan, .. RequisitionFlow.AsksOfPlan];
        var requests = await db.Requisitions
            .Where(r => departments.Contains(r.DepartmentId) && r.TargetStart != null && years.Contains(r.TargetStart!.Value.Year)
                && taking.Contains(r.State) && r.Id != except)
            .Select(r => new { r.DepartmentId, r.TargetStart!.Value.Year, r.State, r.Seats, Cost = r.AnnualCost.MinorUnits })
            .ToListAsync(ct);
        var byPair = requests.ToLookup(r => (r.DepartmentId, r.Year));
        return plans.ToDictionary(p => (p.DepartmentId, p.Year), p =>
        {
            var used = byPair[(p.DepartmentId, p.Year)].Where(r => RequisitionFlow.TakesFromPlan.Contains(r.State)).ToList();
            var asked = byPair[(p.DepartmentId, p.Year)].Where(r => RequisitionFlow.AsksOfPlan.Contains(r.State)).ToList();
            return new PlanPosition(
                p.Seats, p.Budget.MinorUnits, used.Sum(r => r.Seats), used.Sum(r => r.Cost), asked.Sum(r => r.Seats), asked.Sum(r => r.Cost));
        });
    }

    /// <summary>The plan that one request draws on, the request itself left out.</summary>
    public async Task<PlanPosition?> PositionAsync(long departmentId, int year, long? except, CancellationToken ct) =>
        (await PositionsAsync([departmentId], [year], except, ct)).GetValueOrDefault((departmentId, year));
}
