using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;

namespace TalentHub.Services.Demand;

/// <summary>A request that may be the same wish twice.</summary>
public sealed record SimilarRow(long Id, Bilingual Title, RequisitionState State);

/// <summary>Finds running requests for the same role, department and place; they are shown, never in the way.</summary>
public sealed class SimilarRequisitions(TalentHubDb db) : IService
{
    private const int Most = 3;

    private static readonly CompiledQuery<Func<TalentHubDb, long, string, long, long, IAsyncEnumerable<SimilarRow>>> Rows = new(() => EF.CompileAsyncQuery(
        (TalentHubDb db, long but, string family, long department, long place) => db.Requisitions.AsNoTracking()
            .Where(r => r.Id != but && r.RoleFamilyCode == family && r.DepartmentId == department && r.LocationId == place && RequisitionFlow.Running.Contains(r.State))
            .OrderByDescending(r => r.Id)
            .Select(r => new SimilarRow(r.Id, new Bilingual(r.Title.En, r.Title.Zh), r.State))
            .Take(Most)));

    /// <summary>Only those that the viewer may see.</summary>
    public async Task<IReadOnlyList<SimilarRow>> ToAsync(Requisition requisition, CancellationToken ct) =>
        await Rows.For(db)(db, requisition.Id, requisition.RoleFamilyCode, requisition.DepartmentId, requisition.LocationId).ToListAsync(ct);
}
