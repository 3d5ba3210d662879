using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Offers;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Screening;

/// <summary>
/// Two records become one to look at: the newer points to the older, whose page then shows what hangs on both. Nothing is moved or overwritten, so taking it
/// back is exact.
/// </summary>
public sealed class MergeRecords(TalentHubDb db, TimeProvider clock) : IService
{
    public async Task<DuplicateFacts> FactsAsync(DuplicatePair pair, CancellationToken ct)
    {
        using (db.ReadingAsSystem())
        {
            long[] both = [pair.FirstId, pair.SecondId];
            var employed = await db.Employments.Where(e => both.Contains(e.PersonId) && EmploymentFlow.Employed.Contains(e.State)).Select(e => e.PersonId).Distinct().CountAsync(ct);
            var offer = await db.Applications.AnyAsync(
                    a => both.Contains(a.PersonId) && (a.State == ApplicationState.OfferStage || a.State == ApplicationState.ReadyToHire), ct)
                && await db.Set<Offer>().AnyAsync(o => both.Contains(o.PersonId) && OfferFlow.Live.Contains(o.State), ct);
            var merged = pair.State != DuplicateState.Merged
                && await db.People.AnyAsync(p => (both.Contains(p.Id) && p.MergedIntoId != null) || p.MergedIntoId == pair.SecondId, ct);
            return new DuplicateFacts(employed == 2, offer, merged);
        }
    }

    public async Task MergeAsync(DuplicatePair pair, Actor by, Reason? reason, CancellationToken ct)
    {
        pair.Merge(await FactsAsync(pair, ct), by, clock.UtcNow(), reason);
        var first = await db.People.SingleAsync(p => p.Id == pair.FirstId, ct);
        var second = await db.People.SingleAsync(p => p.Id == pair.SecondId, ct);
        second.MergeInto(first);
    }

    public async Task UnmergeAsync(DuplicatePair pair, Actor by, Reason? reason, CancellationToken ct)
    {
        pair.Unmerge(await FactsAsync(pair, ct), by, clock.UtcNow(), reason);
        (await db.People.SingleAsync(p => p.Id == pair.SecondId, ct)).Unmerge();
    }
}
