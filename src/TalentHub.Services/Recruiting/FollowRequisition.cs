using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Recruiting;

/// <summary>A request on hold takes its postings off the site.</summary>
public sealed class PausePostings(PostingFactsLoader facts) : IReaction<RequisitionHeld>
{
    public async Task ReactAsync(RequisitionHeld happened, TalentHubDb db, CancellationToken ct)
    {
        foreach (var posting in await db.PostingsOf(happened.Requisition.Id, [PostingState.Live], ct))
        {
            posting.Pause(Actor.System, happened.At, await facts.LoadAsync(posting, ct), "The request is on hold.");
        }
    }
}

/// <summary>When it goes on, what the hold paused comes back, unless its last day has passed meanwhile.</summary>
public sealed class ResumePostings(PostingFactsLoader facts) : IReaction<RequisitionResumed>
{
    public async Task ReactAsync(RequisitionResumed happened, TalentHubDb db, CancellationToken ct)
    {
        foreach (var posting in (await db.PostingsOf(happened.Requisition.Id, [PostingState.Paused], ct)).Where(p => p.PausedByHold))
        {
            var known = await facts.LoadAsync(posting, ct);
            if (posting.Can(PostingTrigger.Resume, known, Actor.System).IsPossible)
            {
                posting.Resume(Actor.System, happened.At, known);
            }
        }
    }
}

/// <summary>When hiring ends, so do its postings.</summary>
public sealed class ClosePostings(PostingFactsLoader facts) : IReaction<RequisitionEnded>
{
    public async Task ReactAsync(RequisitionEnded happened, TalentHubDb db, CancellationToken ct)
    {
        foreach (var posting in await db.PostingsOf(happened.Requisition.Id, PostingFlow.Running, ct))
        {
            posting.Close(Actor.System, happened.At, await facts.LoadAsync(posting, ct), "The request has ended.");
        }
    }
}

/// <summary>When the end of a request is undone, the postings that ended with it stand again where they stood.</summary>
public sealed class RestorePostings(PostingFactsLoader facts) : IReaction<RequisitionRestored>
{
    public async Task ReactAsync(RequisitionRestored happened, TalentHubDb db, CancellationToken ct)
    {
        foreach (var posting in await db.PostingsOf(happened.Requisition.Id, [PostingState.Closed], ct))
        {
            var last = await db.Transitions.Where(t => t.Machine == PostingFlow.Table.Name && t.SubjectId == posting.Id).OrderByDescending(t => t.Id).FirstAsync(ct);
            if (last.ActorKind == ActorKind.System && last.At >= happened.EndedAt)
            {
                // One whose last day has passed meanwhile stays closed.
                var known = await facts.LoadAsync(posting, ct);
                if (posting.Can(PostingTrigger.Restore, known, Actor.System).IsPossible)
                {
                    posting.Restore(Actor.System, happened.At, known, last);
                }
            }
        }
    }
}

internal static class RequisitionPostings
{
    public static Task<List<Posting>> PostingsOf(this TalentHubDb db, long requisitionId, PostingState[] states, CancellationToken ct) =>
        db.Postings.Where(p => p.RequisitionId == requisitionId && states.Contains(p.State)).OrderBy(p => p.Id).ToListAsync(ct);
}
