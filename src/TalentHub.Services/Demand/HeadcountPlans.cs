using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Demand;

namespace TalentHub.Services.Demand;

/// <summary>Where the plans stand: what they hold, what was taken, what is asked.</summary>
public sealed class HeadcountPlans(TalentHubDb db) : IService
{
    private static readonly CompiledQuery<Func<TalentHubDb, long[], int[], long?, IAsyncEnumerable<Row>>> Rows = new(() => EF.CompileAsyncQuery(
        (TalentHubDb db, long[] departments, int[] years, long? except) =>
            from plan in db.HeadcountPlans.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking()
            where departments.Contains(plan.DepartmentId) && years.Contains(plan.Year)
            select new Row(
                plan.DepartmentId,
                plan.Year,
                plan.Seats,
                plan.Budget.MinorUnits,
                db.Requisitions.Where(r => r.DepartmentId == plan.DepartmentId && r.TargetStart!.Value.Year == plan.Year && r.Id != except && RequisitionFlow.TakesFromPlan.Contains(r.State)).Sum(r => r.Seats),
                db.Requisitions.Where(r => r.DepartmentId == plan.DepartmentId && r.TargetStart!.Value.Year == plan.Year && r.Id != except && RequisitionFlow.TakesFromPlan.Contains(r.State)).Sum(r => r.AnnualCost.MinorUnits),
                db.Requisitions.Where(r => r.DepartmentId == plan.DepartmentId && r.TargetStart!.Value.Year == plan.Year && r.Id != except && RequisitionFlow.AsksOfPlan.Contains(r.State)).Sum(r => r.Seats),
                db.Requisitions.Where(r => r.DepartmentId == plan.DepartmentId && r.TargetStart!.Value.Year == plan.Year && r.Id != except && RequisitionFlow.AsksOfPlan.Contains(r.State)).Sum(r => r.AnnualCost.MinorUnits))));

    /// <summary>Positions of these departments' plans of these years, in one command; a pair without a plan is missing.</summary>
    /// <param name="except">A request that is left out of what was taken and asked, because it is the one being judged.</param>
    public async Task<Dictionary<(long Department, int Year), PlanPosition>> PositionsAsync(
        IReadOnlyCollection<long> departments, IReadOnlyCollection<int> years, long? except, CancellationToken ct)
    {
        var rows = await Rows.For(db)(db, [.. departments], [.. years], except).ToListAsync(ct);
        return rows.ToDictionary(p => (p.DepartmentId, p.Year), p => new PlanPosition(p.Seats, p.Budget, p.Used, p.UsedCost, p.Asked, p.AskedCost));
    }

    /// <summary>The plan that one request draws on, the request itself left out.</summary>
    public async Task<PlanPosition?> PositionAsync(long departmentId, int year, long? except, CancellationToken ct) =>
        (await PositionsAsync([departmentId], [year], except, ct)).GetValueOrDefault((departmentId, year));

    private sealed record Row(long DepartmentId, int Year, int Seats, long Budget, int Used, long UsedCost, int Asked, long AskedCost);
}
