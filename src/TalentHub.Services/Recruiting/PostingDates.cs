using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Recruiting;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Recruiting;

/// <summary>Postings go live on their first day and close after their last one, each counted at the job's place.</summary>
public sealed class PostingDates(TalentHubDb db, PostingFactsLoader facts, TimeProvider clock) : IJob
{
    private static readonly PostingState[] Dated = [PostingState.Scheduled, PostingState.Live, PostingState.Paused];

    public string Name => "posting-dates";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken ct)
    {
        // No place is more than a day ahead of or behind UTC: the query is wide, the facts are exact.
        var soon = DateOnly.FromDateTime(clock.UtcNow()).AddDays(1);
        var due = await db.Postings
            .Where(p => Dated.Contains(p.State) && (p.ClosesOn < soon || (p.State == PostingState.Scheduled && p.OpensOn <= soon)))
            .OrderBy(p => p.Id).ToListAsync(ct);
        if (due.Count == 0)
        {
            return;
        }

        var known = await facts.LoadAsync(due, ct);
        foreach (var posting in due)
        {
            Follow(posting, known[posting.RequisitionId]);
        }

        await db.SaveChangesAsync(ct);
    }

    private void Follow(Posting posting, PostingFacts known)
    {
        if (posting.ClosesOn < known.Today)
        {
            posting.Close(Actor.System, clock.UtcNow(), known, "Its closing date has passed.");
        }
        else if (posting.Can(PostingTrigger.GoLive, known, Actor.System).IsPossible)
        {
            posting.GoLive(Actor.System, clock.UtcNow(), known);
        }
    }
}
