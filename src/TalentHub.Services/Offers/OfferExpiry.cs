using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Offers;
using TalentHub.Services.Access;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Offers;

/// <summary>Reminds the candidate two days before an offer ends, and ends it when its time is over. Safe to run twice: a reminder is noted, an end is an end.</summary>
public sealed class OfferExpiry(TalentHubDb db, OfferFactsLoader facts, SignedLinks links, OfferMail mail, TimeProvider clock) : IJob
{
    public static readonly TimeSpan WarnBefore = TimeSpan.FromHours(48);

    private const int Batch = 100;

    public string Name => "offer-expiry";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken ct)
    {
        await ExpireAsync(ct);
        await WarnAsync(ct);
    }

    private async Task ExpireAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        foreach (var offer in await Waiting().Where(o => o.ExpiresAt <= now).OrderBy(o => o.ExpiresAt).Take(Batch).ToListAsync(ct))
        {
            offer.Expire(Actor.System, now, await facts.LoadAsync(offer, ct));
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task WarnAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var soon = now + WarnBefore;

        // Sent less than a day ago: they have just read the date.
        var settled = now.AddDays(-1);
        var due = await Waiting().Where(o => o.ExpiresAt > now && o.ExpiresAt <= soon && o.WarnedAt == null && o.ExtendedAt < settled).OrderBy(o => o.ExpiresAt).ThenBy(o => o.Id).Take(Batch).ToListAsync(ct);
        foreach (var offer in due)
        {
            offer.Warn(now);
            var token = links.Create(LinkPurpose.OfferAnswer, offer.Id, offer.PersonId, offer.Current.ExpiresAt);
            await mail.ToCandidateAsync("offer-expiring", offer, token, ct);
            await db.SaveChangesAsync(ct);
        }
    }

    private IQueryable<Offer> Waiting() => db.Offers
        .Include(o => o.Versions).AsSplitQuery()
        .Where(o => OfferFlow.AwaitingCandidate.Contains(o.State));
}
