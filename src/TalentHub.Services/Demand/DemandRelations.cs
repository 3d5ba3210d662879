using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Services.Access;

namespace TalentHub.Services.Demand;

/// <summary>Named as the hiring manager of a request, whatever became of it: old jobs stay readable.</summary>
public sealed class HasRequisitions : IRelationProbe
{
    public Relation Relation => Relation.HiringManager;

    public Task<bool> HoldsAsync(long personId, TalentHubDb db, CancellationToken ct) => db.Requisitions.AnyAsync(r => r.HiringManagerId == personId, ct);
}

/// <summary>Named in a step of any chain.</summary>
public sealed class StandsInChain : IRelationProbe
{
    public Relation Relation => Relation.Approver;

    public Task<bool> HoldsAsync(long personId, TalentHubDb db, CancellationToken ct) =>
        db.ApprovalRuns.AnyAsync(run => run.Steps.Any(s => s.Votes.Any(v => v.ApproverId == personId)), ct);
}
