using System.Globalization;
using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;
using static TalentHub.Domain.Access.Capability;
using static TalentHub.Domain.Demand.OpeningState;
using static TalentHub.Domain.Demand.OpeningTrigger;
using static TalentHub.Domain.Workflows.TimeLimit;
using Rule = TalentHub.Domain.Workflows.Rule<TalentHub.Domain.Demand.Opening, TalentHub.Domain.Demand.OpeningFacts>;

namespace TalentHub.Domain.Demand;

public enum OpeningState
{
    /// <summary>Asked for, not approved.</summary>
    Planned,

    /// <summary>Approved with its requisition.</summary>
    Approved,

    /// <summary>May be offered.</summary>
    Open,

    /// <summary>An offer names it.</summary>
    Reserved,

    /// <summary>Somebody works on it.</summary>
    Filled,

    /// <summary>Its person left.</summary>
    Vacated,

    /// <summary>Will not be filled.</summary>
    Cancelled,
}

public enum OpeningTrigger
{
    Approve,
    Open,
    Reserve,
    Release,
    Fill,
    Vacate,
    Cancel,
    Undo,
}

/// <summary>What must be known beyond the seat.</summary>
/// <param name="IsPaused">Its requisition is on hold.</param>
public readonly record struct OpeningFacts(bool IsPaused);

/// <summary>
/// The life of a seat. It follows its requisition, the offers for it and the employment on it, so the product makes these moves; HR may cancel one.
/// Diagram: docs/states/opening.mmd.
/// </summary>
public static class OpeningFlow
{
    private static readonly Rule NotPaused = Rule.Block(
        "Its requisition is on hold, so no offer can take this seat.", (_, facts, _) => !facts.IsPaused, "HR or the department's head");

    public static readonly Workflow<Opening, OpeningState, OpeningTrigger, OpeningFacts> Table = new(
        name: "opening", start: Planned, ends: [Vacated, Cancelled],
        good: [Filled],
        turns:
        [
            (Planned, "The approvers of its requisition", None("Its requisition is in approval and has the limit.")),
            (Approved, "The recruiter", None("Its requisition waits to be opened and has the limit.")),
            (OpeningState.Open, "The recruiter", None("Hiring runs; the job has the limit.")),
            (Reserved, "The recruiter", None("An offer holds it and has the limits.")),
            (Filled, "The hiring manager", None("Somebody works on it, as long as they stay.")),
        ],
        moves:
        [
            new(Approve, From: [Planned], To: Approved, ActAsSystem),
            new(OpeningTrigger.Open, From: [Approved], To: OpeningState.Open, ActAsSystem),
            new(Reserve, From: [OpeningState.Open], To: Reserved, ActAsSystem, NotPaused),
            new(Release, From: [Reserved], To: OpeningState.Open, ActAsSystem) { Aside = true },
            new(Fill, From: [Reserved], To: Filled, ActAsSystem),
            new(Vacate, From: [Filled], To: Vacated, ActAsSystem),
            new(Cancel, From: [Planned, Approved, OpeningState.Open], To: Cancelled, CloseRequisitions) { Reason = ReasonNeed.Required },
            new(Undo, From: [Cancelled], To: [Planned, Approved, OpeningState.Open], ActAsSystem) { ToEarlier = true },
        ]);

    /// <summary>Neither filled nor gone.</summary>
    public static readonly OpeningState[] Unfilled = [Planned, Approved, OpeningState.Open, Reserved];

    /// <summary>Counts as one of the seats that its requisition asks for.</summary>
    public static readonly OpeningState[] Standing = [Planned, Approved, OpeningState.Open, Reserved, Filled];
}

/// <summary>One position to fill: a numbered seat of a requisition.</summary>
public sealed class Opening : Stateful<Opening, OpeningState, OpeningTrigger, OpeningFacts>
{
    public const string Prefix = "OPN-";

    private Opening()
    {
    }

    public Opening(Actor by, DateTime at, long requisitionId)
    {
        RequisitionId = requisitionId;
        Begin(by, at);
    }

    public long RequisitionId { get; private set; }

    /// <summary>The offer that reserved it.</summary>
    public long? OfferId { get; private set; }

    /// <summary>Who works on it.</summary>
    public long? EmploymentId { get; private set; }

    public string Number => NumberOf(Id);

    protected override Workflow<Opening, OpeningState, OpeningTrigger, OpeningFacts> Table => OpeningFlow.Table;

    public static string NumberOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{id}");

    /// <summary>The key in "OPN-7"; null if it is none.</summary>
    public static long? KeyOf(string? number) =>
        number is not null
        && number.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && long.TryParse(number.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    public void Approve(Actor by, DateTime at) => Fire(OpeningTrigger.Approve, default, by, at);

    public void Open(Actor by, DateTime at) => Fire(OpeningTrigger.Open, default, by, at);

    /// <exception cref="MoveRefused">It is not open any more: another offer was faster, or hiring pauses.</exception>
    public void Reserve(OpeningFacts facts, Actor by, DateTime at, long offerId)
    {
        Fire(OpeningTrigger.Reserve, facts, by, at);
        OfferId = offerId;
    }

    /// <summary>The offer ended without a yes: free again.</summary>
    public void Release(Actor by, DateTime at)
    {
        Fire(OpeningTrigger.Release, default, by, at);
        OfferId = null;
    }

    public void Fill(Actor by, DateTime at, long employmentId)
    {
        Fire(OpeningTrigger.Fill, default, by, at);
        EmploymentId = employmentId;
        Raise(new OpeningFilled(this, by, at));
    }

    public void Vacate(Actor by, DateTime at) => Fire(OpeningTrigger.Vacate, default, by, at);

    public void Cancel(Actor by, DateTime at, Reason? reason)
    {
        Fire(OpeningTrigger.Cancel, default, by, at, reason);
        Raise(new OpeningCancelled(this, by, at));
    }

    /// <param name="last">The row that cancelled it.</param>
    public void Undo(Actor by, DateTime at, Transition last) => Fire(OpeningTrigger.Undo, default, by, at, to: EarlierOf(last), undoes: last);
}
