using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Access;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Demand;

/// <summary>For whom a request waits: its approvers, the person who asked, a recruiter, or whoever paused it.</summary>
public sealed class RequisitionWaits : IWaits<Requisition>
{
    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(Requisition subject, TalentHubDb db, CancellationToken ct)
    {
        if (subject.Approval is null && RequisitionFactsLoader.WaitsForChain(subject))
        {
            await db.Entry(subject).Reference(r => r.Approval).LoadAsync(ct);
        }

        var link = $"/demand/requisitions/{subject.Number}";
        var due = RequisitionFlow.Table.DueAt(subject.State, subject.StateSince);
        if (subject.Hold is { } hold)
        {
            return [Item(WorkKind.Decide, hold.HeldBy, null, "Look again at {number}, {title}, which is on hold", hold.Since, hold.ReviewOn?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) ?? hold.Since.AddDays(Hold.DaysToLookAgain), 1)];
        }

        return subject.State switch
        {
            RequisitionState.Draft => [Item(WorkKind.Write, subject.RequestedBy, null, "Send {number}, {title}, for approval, or take it back", subject.StateSince, due, 1)],
            RequisitionState.InApproval => [.. (subject.Approval?.Current?.Votes ?? [])
                .Where(v => v.ApprovedAt is null && v.ApproverId != subject.RequestedBy)
                .Select(v => Item(WorkKind.Decide, v.ApproverId, null, "Approve {number}, {title}", subject.StateSince, due, 3))],
            RequisitionState.ChangesRequested => [Item(WorkKind.Write, subject.RequestedBy, null, "Change {number}, {title}, as asked", subject.StateSince, due, 2)],
            RequisitionState.Approved => [subject.RecruiterId is { } recruiter
                ? Item(WorkKind.Do, recruiter, null, "Open {number}, {title}", subject.StateSince, due, 2)
                : Item(WorkKind.Do, null, Queues.For(Capability.OpenRequisitions, subject.IsConfidential), "Open {number}, {title}", subject.StateSince, due, 2)],
            RequisitionState.Open when subject.SeatRequest is { } asked => [.. (subject.Approval?.Current?.Votes ?? [])
                .Where(v => v.ApprovedAt is null && v.ApproverId != asked.AskedBy)
                .Select(v => Item(
                    WorkKind.Decide, v.ApproverId, null, "Approve further seats for {number}, {title}", asked.AskedAt,
                    RequisitionFlow.Table.DueAt(RequisitionState.InApproval, asked.AskedAt), 3))],
            RequisitionState.Open => [Item(
                WorkKind.Decide, subject.RecruiterId, subject.RecruiterId is null ? Queues.For(Capability.OpenRequisitions, subject.IsConfidential) : null,
                "{number}, {title}, has been open for long: what keeps it?", subject.StateSince, due, 1, shownFrom: due)],
            RequisitionState.Filled or RequisitionState.Closed or RequisitionState.Rejected or RequisitionState.Cancelled => [],
        };

        WorkItem Item(WorkKind kind, long? assignee, Capability? queue, string template, DateTime since, DateTime? dueAt, int weight, DateTime? shownFrom = null) => new(
            RequisitionFlow.Table.Name, subject.Id, kind, assignee, queue,
            new Sentence(template, ("number", subject.Number), ("title", subject.Title)), link, since, dueAt, weight, shownFrom);
    }
}
