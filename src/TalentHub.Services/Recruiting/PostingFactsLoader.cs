using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Recruiting;

namespace TalentHub.Services.Recruiting;

/// <summary>Loads what postings must know of their requisitions, one query for many.</summary>
public sealed class PostingFactsLoader(TalentHubDb db, TimeProvider clock) : IService
{
    public async Task<PostingFacts> LoadAsync(Posting posting, CancellationToken ct) => (await LoadAsync([posting], ct))[posting.RequisitionId];

    /// <summary>Facts by requisition.</summary>
    public async Task<IReadOnlyDictionary<long, PostingFacts>> LoadAsync(IReadOnlyCollection<Posting> postings, CancellationToken ct)
    {
        var ids = postings.Select(p => p.RequisitionId).Distinct().ToList();
        using var reading = db.ReadingAsSystem();
        var rows = await (
            from r in db.Requisitions.AsNoTracking()
            join l in db.Locations.AsNoTracking() on r.LocationId equals l.Id
            where ids.Contains(r.Id)
            select new { r.Id, r.State, IsHeld = r.Hold != null, r.IsConfidential, l.Zone }).ToListAsync(ct);

        // A requisition that moves in this very save is newer in memory than in the table.
        var moving = db.Requisitions.Local.Where(r => ids.Contains(r.Id)).ToDictionary(r => r.Id);
        return rows.ToDictionary(
            r => r.Id,
            r => moving.TryGetValue(r.Id, out var now)
                ? new PostingFacts(now.State == RequisitionState.Open, now.Hold is not null, clock.TodayIn(r.Zone), now.IsConfidential)
                : new PostingFacts(r.State == RequisitionState.Open, r.IsHeld, clock.TodayIn(r.Zone), r.IsConfidential));
    }
}
