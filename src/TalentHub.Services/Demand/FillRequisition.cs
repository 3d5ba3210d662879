using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Demand;

/// <summary>When the last seat is filled, or cancelled beside filled ones, the request fills itself.</summary>
public sealed class FillRequisition(RequisitionFactsLoader facts) : IReaction<OpeningFilled>, IReaction<OpeningCancelled>
{
    public Task ReactAsync(OpeningFilled happened, TalentHubDb db, CancellationToken ct) => LookAsync(happened.Opening.RequisitionId, happened.At, db, ct);

    public Task ReactAsync(OpeningCancelled happened, TalentHubDb db, CancellationToken ct) => LookAsync(happened.Opening.RequisitionId, happened.At, db, ct);

    private async Task LookAsync(long requisitionId, DateTime at, TalentHubDb db, CancellationToken ct)
    {
        var requisition = await db.Requisitions.SingleAsync(r => r.Id == requisitionId, ct);
        var known = await facts.LoadAsync(requisition, ct);
        if (requisition.Can(RequisitionTrigger.Fill, known, Actor.System).IsPossible)
        {
            requisition.Fill(known, Actor.System, at);
        }
    }
}
