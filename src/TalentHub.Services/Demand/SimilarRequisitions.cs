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

    /// <summary>Only those that the viewer may see.</summary>
    public async Task<IReadOnlyList<SimilarRow>> ToAsync(Requisition requisition, CancellationToken ct) => await db.Requisitions.AsNoTracking()
        .Where(r => r.Id != requisition.Id && r.RoleFamilyCode == requisition.RoleFamilyCode && r.DepartmentId == requisition.DepartmentId
            && r.LocationId == requisition.LocationId && RequisitionFlow.Running.Contains(r.State))
        .OrderByDescending(r => r.Id)
        .Select(r => new SimilarRow(r.Id, r.Title, r.State))
        .Take(Most).ToListAsync(ct);
}
