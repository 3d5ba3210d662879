using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Recruiting;

/// <summary>
/// Hiring has begun: its recruiter writes the posting, else nobody finds the job. The request does not move when one is begun, so that event takes the item away.
/// </summary>
public sealed class PostingDue : IWaits<Requisition>, IReaction<PostingBegun>
{
    private static readonly TimeLimit TimeToWrite = TimeLimit.WorkingDays(3);

    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(Requisition subject, TalentHubDb db, CancellationToken ct)
    {
        // A confidential job is not shown to anybody; one on hold waits for the hold.
        if (subject is not { State: RequisitionState.Open, Hold: null, IsConfidential: false, RecruiterId: { } recruiter }
            || await db.Postings.AnyAsync(p => p.RequisitionId == subject.Id, ct))
        {
            return [];
        }

        return
        [
            new WorkItem(
                RequisitionFlow.Table.Name, subject.Id, WorkKind.Write, recruiter, null,
                new Sentence("Write the posting for {number}, {title}, and check its interview plan", ("number", subject.Number), ("title", subject.Title)),
                LinkTo(subject.Id), subject.StateSince, TimeToWrite.DueFrom(subject.StateSince), 2),
        ];
    }

    public async Task ReactAsync(PostingBegun happened, TalentHubDb db, CancellationToken ct)
    {
        var link = LinkTo(happened.Posting.RequisitionId);
        db.WorkItems.RemoveRange(await db.WorkItems.Where(w => w.Link == link).ToListAsync(ct));
    }

    private static string LinkTo(long requisitionId) => "/postings/new?requisition=" + Requisition.NumberOf(requisitionId);
}
