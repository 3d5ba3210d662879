using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Screening;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Offers;

/// <summary>A candidate withdraws while an offer is still being prepared: it ends unsent, and its seat is free again. One that is out is declined, not withdrawn from.</summary>
public sealed class CancelOnWithdrawal(OfferFactsLoader loader) : IReaction<ApplicationWithdrawn>
{
    private static readonly OfferState[] Unsent = [OfferState.Draft, OfferState.InApproval, OfferState.ChangesRequested, OfferState.Approved];

    public async Task ReactAsync(ApplicationWithdrawn happened, TalentHubDb db, CancellationToken ct)
    {
        foreach (var offer in await db.Offers.Include(o => o.Versions).Where(o => o.ApplicationId == happened.Application.Id && Unsent.Contains(o.State)).ToListAsync(ct))
        {
            offer.Cancel(Actor.System, happened.At, await loader.LoadAsync(offer, ct), "The candidate withdrew.");
        }
    }
}
