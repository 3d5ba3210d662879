using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;
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
            await PutAsync(DecisionFlow.Table.Name, decision.Id, await decisions.WaitingAsync(decision, db, ct), ct);
        }
    }

    public async Task RefreshNextAsync(long applicationId, CancellationToken ct)
    {
        foreach (var next in await db.Interviews.Where(i => i.ApplicationId == applicationId && i.State == InterviewState.ToSchedule).ToListAsync(ct))
        {
            await PutAsync(InterviewFlow.Table.Name, next.Id, await interviews.WaitingAsync(next, db, ct), ct);
        }
    }

    public async Task ClearDecisionAsync(long applicationId, CancellationToken ct)
    {
        var ids = await db.HiringDecisions.Where(d => d.ApplicationId == applicationId).Select(d => d.Id).ToListAsync(ct);
        foreach (var id in ids)
        {
            await PutAsync(DecisionFlow.Table.Name, id, [], ct);
        }
    }

    private async Task PutAsync(string machine, long subjectId, IReadOnlyList<WorkItem> wanted, CancellationToken ct)
    {
        var present = await db.WorkItems.Where(w => w.Machine == machine && w.SubjectId == subjectId).ToListAsync(ct);
        present.AddRange(db.WorkItems.Local.Where(w => w.Machine == machine && w.SubjectId == subjectId && !present.Contains(w)));
        db.WorkItems.RemoveRange(present.Where(p => !wanted.Any(p.IsSame)));
        db.WorkItems.AddRange(wanted.Where(w => !present.Any(p => p.IsSame(w))));
    }
}
