using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Interviews;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Interviews;

/// <summary>
/// Work that follows from a move of something else: the debrief may open when the last interview is complete, the next round needs a time when the one before it
/// is over. The save itself refreshes only what moved.
/// </summary>
public sealed class WorkDesk(TalentHubDb db, IWaits<HiringDecision> decisions, IWaits<Interview> interviews) : IService
{
    public async Task RefreshDecisionAsync(long applicationId, CancellationToken ct)
    {
        if (await db.HiringDecisions.SingleOrDefaultAsync(d => d.ApplicationId == applicationId, ct) is { } decision)
        {
            await db.PutWorkAsync(decision, await decisions.WaitingAsync(decision, db, ct), ct);
        }
    }

    /// <summary>Whose card is in is no longer asked about the interview, although it has not moved.</summary>
    public async Task RefreshAsync(Interview interview, CancellationToken ct) => await db.PutWorkAsync(interview, await interviews.WaitingAsync(interview, db, ct), ct);

    public async Task RefreshNextAsync(long applicationId, CancellationToken ct)
    {
        foreach (var next in await db.Interviews.Where(i => i.ApplicationId == applicationId && i.State == InterviewState.ToSchedule).ToListAsync(ct))
        {
            await db.PutWorkAsync(next, await interviews.WaitingAsync(next, db, ct), ct);
        }
    }

    public async Task ClearDecisionAsync(long applicationId, CancellationToken ct)
    {
        foreach (var decision in await db.HiringDecisions.Where(d => d.ApplicationId == applicationId).ToListAsync(ct))
        {
            await db.PutWorkAsync(decision, [], ct);
        }
    }
}
