using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Offers;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Offers;

/// <summary>A draft reserves its seat, an end without a hire frees it: in the transaction of the offer, so that two drafts never name one seat.</summary>
public sealed class HoldSeat : IReaction<OfferDrafted>, IReaction<OfferEnded>
{
    public async Task ReactAsync(OfferDrafted happened, TalentHubDb db, CancellationToken ct)
    {
        var seat = await db.Openings.SingleAsync(o => o.Id == happened.Offer.OpeningId, ct);
        if (seat.OfferId == happened.Offer.Id)
        {
            return;
        }

        var isPaused = await db.Requisitions.AnyAsync(r => r.Id == seat.RequisitionId && r.Hold != null, ct);
        seat.Reserve(new OpeningFacts(isPaused), AsProduct(happened.By), happened.At, happened.Offer.Id);
    }

    public async Task ReactAsync(OfferEnded happened, TalentHubDb db, CancellationToken ct)
    {
        var seat = await db.Openings.SingleAsync(o => o.Id == happened.Offer.OpeningId, ct);
        if (seat.State == OpeningState.Reserved && seat.OfferId == happened.Offer.Id)
        {
            seat.Release(AsProduct(happened.By), happened.At);
        }
    }

    private static Actor AsProduct(Actor cause) => Actor.System with { OnBehalfOf = cause.PersonId == 0 ? null : cause.PersonId };
}
