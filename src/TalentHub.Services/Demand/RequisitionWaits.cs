using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Demand;

/// <summary>For whom a request waits: its approvers, the person who asked, a recruiter, or whoever paused it.</summary>
public sealed class RequisitionWaits : IWaits<Requisition>
{
    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(Requisition subject, TalentHubDb db, CancellationToken ct)
    {
        if (subject is { State: RequisitionState.InApproval, Approval: null })
        {
            await db.Entry(subject).Reference(r => r.Approval).LoadAsync(ct);
        }

        var link = $"/demand/requisitions/{subject.Number}";
        var due = RequisitionFlow.LimitDays(subject.State) is { } days ? subject.StateSince.AddDays(days) : (DateTime?)null;
        if (subject.Hold is { } hold)
        {
            return [Item(WorkKind.Decide, hold.HeldBy, null, "Look again at {number}, {title}, which is on hold", hold.Since, hold.ReviewOn?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), 1)];
        }

        return subject.State switch
        {
            RequisitionState.InApproval => [.. (subject.Approval?.Current?.Votes ?? [])
                .Where(v => v.ApprovedAt is null && v.ApproverId != subject.RequestedBy)
                .Select(v => Item(WorkKind.Decide, v.ApproverId, null, "Approve {number}, {title}", subject.StateSince, due, 3))],
            RequisitionState.ChangesRequested => [Item(WorkKind.Write, subject.RequestedBy, null, "Change {number}, {title}, as asked", subject.StateSince, due, 2)],
            RequisitionState.Approved => [subject.RecruiterId is { } recruiter
                ? Item(WorkKind.Do, recruiter, null, "Open {number}, {title}", subject.StateSince, due, 2)
                : Item(WorkKind.Do, null, Capability.OpenRequisitions, "Open {number}, {title}", subject.StateSince, due, 2)],
            RequisitionState.Draft or RequisitionState.Open or RequisitionState.Filled or RequisitionState.Closed or RequisitionState.Rejected
                or RequisitionState.Cancelled => [],
        };

        WorkItem Item(WorkKind kind, long? assignee, Capability? queue, string template, DateTime since, DateTime? dueAt, int weight) => new(
            RequisitionFlow.Table.Name, subject.Id, kind, assignee, queue,
            new Sentence(template, ("number", subject.Number), ("title", subject.Title)), link, since, dueAt, weight);
    }
}
