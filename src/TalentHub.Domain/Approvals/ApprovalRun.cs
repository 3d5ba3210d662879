using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Approvals;

/// <summary>How many of a step's approvers must say yes.</summary>
public enum ApprovalNeed
{
    One,
    All,

    /// <summary>N of M, with the number beside it.</summary>
    Several,
}

/// <summary>
/// One walk through a chain of approvals for one subject: requisition, posting, offer. Steps are taken in order; a step is done when enough of its
/// approvers said yes. The person who asked never approves, and nobody approves twice.
/// </summary>
public sealed class ApprovalRun : Entity
{
    private readonly List<ApprovalStep> steps = [];

    private ApprovalRun() => Machine = string.Empty;

    /// <param name="machine">The machine of the subject: <c>requisition</c>.</param>
    /// <param name="requestedBy">Who asked; left out of every step.</param>
    /// <exception cref="DomainException">A step would have nobody who may approve.</exception>
    public ApprovalRun(string machine, long subjectId, long requestedBy, DateTime at, IEnumerable<ApprovalStepPlan> plan)
    {
        Machine = machine;
        SubjectId = subjectId;
        RequestedBy = requestedBy;
        StartedAt = at;
        foreach (var step in plan)
        {
            steps.Add(new ApprovalStep(steps.Count + 1, step, requestedBy));
        }

        Require.That(steps.Count > 0, "No approval chain fits this request. An administrator sets chains under Admin.");
    }

    public string Machine { get; private set; }

    public long SubjectId { get; private set; }

    public long RequestedBy { get; private set; }

    public DateTime StartedAt { get; private set; }

    public IReadOnlyList<ApprovalStep> Steps => steps;

    /// <summary>The step that is waited for; null when all are done.</summary>
    public ApprovalStep? Current => steps.Where(s => !s.IsDone).MinBy(s => s.Order);

    public bool IsComplete => Current is null;

    /// <summary>Does the present step wait for this person?</summary>
    public bool WaitsFor(long personId) => Current?.WaitsFor(personId) == true && personId != RequestedBy;

    public bool Names(long personId) => steps.Exists(s => s.Votes.Any(v => v.ApproverId == personId));

    /// <summary>Would this person's yes end the last step?</summary>
    public bool WouldComplete(long personId) => Current is { } step && step == steps[^1] && step.WaitsFor(personId) && step.Missing == 1;

    /// <summary>Records a yes. True when the whole chain is done.</summary>
    /// <exception cref="DomainException">It is not this person's turn.</exception>
    public bool Approve(Actor by, DateTime at, string? note)
    {
        var approver = by.OnBehalfOf ?? by.PersonId;
        Require.That(by.PersonId != RequestedBy && approver != RequestedBy, "The person who asked may not approve.");
        Require.That(WaitsFor(approver), "It is not your turn to approve this.");
        Current!.Approve(approver, at, Require.AtMost(note, 2000, "Reason"));
        return IsComplete;
    }
}

/// <summary>One step of a running chain.</summary>
public sealed class ApprovalStep
{
    private readonly List<ApprovalVote> votes = [];

    private ApprovalStep() => Label = new Bilingual("Approval", "审批");

    internal ApprovalStep(int order, ApprovalStepPlan plan, long requestedBy)
    {
        Order = order;
        Label = new Bilingual(plan.Label.En, plan.Label.Zh);
        votes.AddRange(plan.Approvers.Distinct().Where(a => a != requestedBy).Select(a => new ApprovalVote(a)));
        Require.That(
            votes.Count > 0,
            new Sentence("Nobody but you could approve the step “{step}”. An administrator must add an approver.", ("step", Label)));
        Required = plan.Need switch
        {
            ApprovalNeed.One => 1,
            ApprovalNeed.All => votes.Count,
            ApprovalNeed.Several => Math.Clamp(plan.Count, 1, votes.Count),
        };
    }

    public long Id { get; private set; }

    /// <summary>From 1.</summary>
    public int Order { get; private set; }

    public Bilingual Label { get; private set; }

    /// <summary>How many yeses end the step.</summary>
    public int Required { get; private set; }

    public IReadOnlyList<ApprovalVote> Votes => votes;

    public int Missing => Math.Max(0, Required - votes.Count(v => v.ApprovedAt is not null));

    public bool IsDone => Missing == 0;

    internal bool WaitsFor(long personId) => !IsDone && votes.Exists(v => v.ApproverId == personId && v.ApprovedAt is null);

    internal void Approve(long personId, DateTime at, string? note) => votes.First(v => v.ApproverId == personId).Approve(at, note);
}

/// <summary>One approver's place in a step.</summary>
public sealed class ApprovalVote
{
    private ApprovalVote()
    {
    }

    internal ApprovalVote(long approverId) => ApproverId = approverId;

    public long Id { get; private set; }

    public long ApproverId { get; private set; }

    /// <summary>Null while they have not said yes.</summary>
    public DateTime? ApprovedAt { get; private set; }

    public string? Note { get; private set; }

    internal void Approve(DateTime at, string? note)
    {
        ApprovedAt = at;
        Note = note;
    }
}

/// <summary>A step before it runs: its people are already known.</summary>
public sealed record ApprovalStepPlan(Bilingual Label, ApprovalNeed Need, int Count, IReadOnlyList<long> Approvers);
