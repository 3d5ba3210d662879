using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Services.Access;

namespace TalentHub.Services.Interviews;

/// <summary>An interviewer sits on the panel of an interview of a job that still hires.</summary>
public sealed class HoldsInterviews : IRelationProbe
{
    public Relation Relation => Relation.Interviewer;

    public Task<bool> HoldsAsync(long personId, TalentHubDb db, CancellationToken ct) =>
        db.Interviews.AnyAsync(
            i => i.Panel.Any(m => m.PersonId == personId) && db.Requisitions.Any(r => r.Id == i.RequisitionId && r.State == RequisitionState.Open), ct);
}
