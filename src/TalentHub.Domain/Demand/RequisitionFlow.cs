using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;
using static TalentHub.Domain.Access.Capability;
using static TalentHub.Domain.Demand.RequisitionState;
using static TalentHub.Domain.Demand.RequisitionTrigger;
using static TalentHub.Domain.Workflows.TimeLimit;
using Rule = TalentHub.Domain.Workflows.Rule<TalentHub.Domain.Demand.Requisition, TalentHub.Domain.Demand.RequisitionFacts>;

namespace TalentHub.Domain.Demand;

public enum RequisitionState
{
    /// <summary>Being written by the person who asks.</summary>
    Draft,

    /// <summary>Waits for the approvers of its chain, step by step.</summary>
    InApproval,

    /// <summary>Sent back: waits for the person who asks.</summary>
    ChangesRequested,

    /// <summary>The whole chain said yes; its seats are approved. Nobody hires yet.</summary>
    Approved,

    /// <summary>Hiring runs: this is a job.</summary>
    Open,

    /// <summary>Every seat is filled or cancelled, at least one filled.</summary>
    Filled,

    /// <summary>Ended without filling every seat.</summary>
    Closed,

    /// <summary>An approver said no.</summary>
    Rejected,

    /// <summary>Taken back before it was approved.</summary>
    Cancelled,
}

public enum RequisitionTrigger
{
    Submit,
    Approve,
    SendBack,
    Reject,
    Open,
    PutOnHold,
    Resume,
    Fill,

    /// <summary>Further seats for an evergreen job that is open.</summary>
    AskForSeats,
    GrantSeats,
    RefuseSeats,
    CloseUnfilled,
    Cancel,
    Reopen,
    Undo,
}

/// <summary>The life of a request to hire. Diagram: docs/states/requisition.mmd.</summary>
public static class RequisitionFlow
{
    /// <summary>An ended request can be opened again for so many days.</summary>
    public const int ReopenDays = 90;

    /// <summary>A rejection or a closing can be undone for so many days.</summary>
    public const int UndoDays = 14;

    /// <summary>A job should be filled in so many days; after that its recruiter is asked what keeps it.</summary>
    public const int OpenDays = 90;

    /// <summary>Whom a page names where it knows them.</summary>
    public const string ApproversLift = "The approvers of the present step";

    /// <summary>Left out where that person reads it.</summary>
    public const string RequesterLifts = "The person who asked";
    private const string HrLifts = "HR";

    // What a request must say before others spend time on it.
    private static readonly Rule HasRole = Rule.Block(
        "Choose the role family and the level.", (r, _, _) => r.RoleFamilyCode.Length > 0 && r.LevelCode.Length > 0, RequesterLifts);

    private static readonly Rule HasSeats = Rule.Block("Say how many people you want to hire.", (r, _, _) => r.Seats > 0 || r.IsEvergreen, RequesterLifts);

    private static readonly Rule HasCost = Rule.Block("Say what it will cost a year.", (r, _, _) => r.AnnualCost.MinorUnits > 0 || r is { IsEvergreen: true, Seats: 0 }, RequesterLifts);

    private static readonly Rule HasMustHaves = Rule.Block(
        "Name at least one must-have: candidates are marked against it.", (r, _, _) => r.MustHaves.Count > 0, RequesterLifts);

    private static readonly Rule HasStart = Rule.Block("Say when they should start.", (r, _, _) => r.TargetStart is not null, RequesterLifts);

    // The plan warns; it does not rule. The number of seats is said, the money is not: approvers see it on the page.
    private static readonly Rule HasPlan = Rule.Warn(
        "There is no headcount plan for this department in {year}.",
        (_, facts, _) => facts.Plan is not null,
        "Finance or HR",
        (r, facts, _) => [("year", r.PlanYear(facts.Now))]);

    private static readonly Rule SeatsInPlan = Rule.Warn(
        "This goes over the department's plan: seats left {left}, asked for {asked}.",
        (r, facts, _) => facts.Plan is not { } plan || r.Seats + facts.SeatsAsked <= plan.SeatsLeft,
        "Finance or HR",
        (r, facts, _) => [("left", facts.Plan?.SeatsLeft ?? 0), ("asked", r.Seats + facts.SeatsAsked)]);

    private static readonly Rule CostInPlan = Rule.Warn(
        "The yearly cost is more than the department's plan has left.",
        (r, facts, _) => facts.Plan is not { } plan || r.AnnualCost.MinorUnits + facts.CostAsked <= plan.BudgetLeft,
        "Finance or HR");

    private static readonly Rule Theirs = Rule.Block(
        "Only the person who asked, the hiring manager or HR can do this.",
        (r, _, who) => who.PersonId == r.RequestedBy || who.PersonId == r.HiringManagerId || IsHr(who),
        "The person who asked, the hiring manager or HR");

    private static readonly Rule RequestersOrHr = Rule.Block(
        "Only the person who asked or HR can take it back.", (r, _, who) => who.PersonId == r.RequestedBy || IsHr(who), "The person who asked or HR");

    // Four eyes: no combination of roles gets around this one.
    private static readonly Rule NotTheirOwn = Rule.Block(
        "The person who asked for a hire may not approve it.",
        (r, _, who) => who.PersonId != r.RequestedBy && who.OnBehalfOf != r.RequestedBy,
        "Another approver");

    private static readonly Rule TheirTurn = Rule.Block(
        "It waits for somebody else's approval.", (_, facts, who) => facts.WaitsFor(who), ApproversLift);

    private static readonly Rule HasSeatToFill = Rule.Block("Every seat is filled or cancelled already.", (r, facts, _) => facts.SeatsUnfilled > 0 || r.IsEvergreen, HrLifts);

    private static readonly Rule HasInterviewPlan = Rule.Block(
        "It has no interview plan yet.", (_, facts, _) => facts.HasInterviewPlan, "The recruiter or the hiring manager");

    private static readonly Rule NotOnHold = Rule.Block("It is on hold.", (r, _, _) => r.Hold is null, "HR or the department's head");

    private static readonly Rule OnHold = Rule.Block("It is not on hold.", (r, _, _) => r.Hold is not null, HrLifts);

    private static readonly Rule HeadsOrHr = Rule.Block(
        "Only the department's head or HR can pause it or let it go on.",
        (_, facts, who) => IsHr(who) || facts.DepartmentHeads.Contains(who.PersonId),
        "HR or the department's head");

    private static readonly Rule AllSeatsTaken = Rule.Block("Some seats are not filled yet.", (_, facts, _) => facts.SeatsUnfilled == 0 && facts.SeatsFilled > 0, "Hiring");

    private static readonly Rule StaysOpen = Rule.Block(
        "It is evergreen: it stays open for further seats until HR closes it.", (r, _, _) => !r.IsEvergreen, HrLifts);

    private static readonly Rule IsEvergreen = Rule.Block(
        "Only an evergreen job takes further seats; file a new request.", (r, _, _) => r.IsEvergreen, RequesterLifts);

    private static readonly Rule NoSeatsAsked = Rule.Block(
        "Further seats are being asked for already.", (r, _, _) => r.SeatRequest is null, "The approvers of the present step");

    private static readonly Rule SeatsAreAsked = Rule.Block("No further seats are asked for.", (r, _, _) => r.SeatRequest is not null, RequesterLifts);

    private static readonly Rule NotTheirSeats = Rule.Block(
        "The person who asked for seats may not approve them.",
        (r, _, who) => r.SeatRequest is not { } asked || (who.PersonId != asked.AskedBy && who.OnBehalfOf != asked.AskedBy),
        "Another approver");

    private static readonly Rule NobodyUndecided = Rule.Block(
        "Candidates still undecided: {count}.",
        (_, facts, _) => facts.Undecided == 0,
        "The recruiter: reject, transfer or hire them",
        (_, facts, _) => [("count", facts.Undecided)]);

    private static readonly Rule InReopenWindow = Rule.Block(
        "It ended more than {days} days ago. File a new request.",
        (r, facts, _) => r.StateSince.AddDays(ReopenDays) >= facts.Now,
        "Nobody",
        (_, _, _) => [("days", ReopenDays)]);

    private static readonly Rule InUndoWindow = Rule.Block(
        "It ended more than {days} days ago, so it can no longer be undone.",
        (r, facts, _) => r.StateSince.AddDays(UndoDays) >= facts.Now,
        HrLifts,
        (_, _, _) => [("days", UndoDays)]);

    public static readonly Workflow<Requisition, RequisitionState, RequisitionTrigger, RequisitionFacts> Table = new(
        name: "requisition", start: Draft, ends: [Filled, Closed, Rejected, Cancelled],
        good: [Filled],
        turns:
        [
            (Draft, RequesterLifts, WorkingDays(10)),
            (InApproval, ApproversLift, WorkingDays(3)),
            (ChangesRequested, RequesterLifts, WorkingDays(5)),
            (Approved, "The recruiter, or HR while there is none", WorkingDays(5)),
            (RequisitionState.Open, "The recruiter", Days(OpenDays)),
        ],
        moves:
        [
            new(Submit, From: [Draft, ChangesRequested], To: InApproval, FileRequisitions,
                Theirs, HasRole, HasSeats, HasCost, HasMustHaves, HasStart, HasPlan, SeatsInPlan, CostInPlan),
            new(Approve, From: [InApproval], To: [InApproval, Approved], ApproveRequisitions, NotTheirOwn, TheirTurn),
            new(SendBack, From: [InApproval], To: ChangesRequested, ApproveRequisitions, NotTheirOwn, TheirTurn) { Reason = ReasonNeed.Required },
            new(Reject, From: [InApproval], To: Rejected, ApproveRequisitions, NotTheirOwn, TheirTurn) { Reason = ReasonNeed.Required },
            new(RequisitionTrigger.Open, From: [Approved], To: RequisitionState.Open, OpenRequisitions, NotOnHold, HasSeatToFill, HasInterviewPlan),
            new(PutOnHold, From: [Approved], To: Approved, HoldRequisitions, HeadsOrHr, NotOnHold) { Reason = ReasonNeed.Required },
            new(PutOnHold, From: [RequisitionState.Open], To: RequisitionState.Open, HoldRequisitions, HeadsOrHr, NotOnHold) { Reason = ReasonNeed.Required },
            new(Resume, From: [Approved], To: Approved, HoldRequisitions, HeadsOrHr, OnHold, SeatsInPlan, CostInPlan),
            new(Resume, From: [RequisitionState.Open], To: RequisitionState.Open, HoldRequisitions, HeadsOrHr, OnHold, SeatsInPlan, CostInPlan),
            new(Fill, From: [RequisitionState.Open], To: Filled, ActAsSystem, AllSeatsTaken, StaysOpen),
            new(AskForSeats, From: [RequisitionState.Open], To: RequisitionState.Open, FileRequisitions, Theirs, IsEvergreen, NoSeatsAsked, NotOnHold, HasPlan, SeatsInPlan, CostInPlan),
            new(GrantSeats, From: [RequisitionState.Open], To: RequisitionState.Open, ApproveRequisitions, SeatsAreAsked, NotTheirSeats, TheirTurn),
            new(RefuseSeats, From: [RequisitionState.Open], To: RequisitionState.Open, ApproveRequisitions, SeatsAreAsked, NotTheirSeats, TheirTurn) { Reason = ReasonNeed.Required },
            new(CloseUnfilled, From: [Approved, RequisitionState.Open], To: Closed, CloseRequisitions, NobodyUndecided) { Reason = ReasonNeed.Required },
            new(Cancel, From: [Draft, InApproval, ChangesRequested], To: Cancelled, FileRequisitions, RequestersOrHr),
            new(Reopen, From: [Closed, Filled, Rejected], To: Draft, ReopenRequisitions, InReopenWindow) { Reason = ReasonNeed.Required, Reopens = true },
            new(Undo, From: [Closed], To: [Approved, RequisitionState.Open], ReopenRequisitions, InUndoWindow) { ToEarlier = true },
            new(Undo, From: [Rejected], To: InApproval, ReopenRequisitions, InUndoWindow) { ToEarlier = true },
            new(Undo, From: [Cancelled], To: [Draft, InApproval, ChangesRequested], FileRequisitions, RequestersOrHr, InUndoWindow) { ToEarlier = true },
        ]);

    /// <summary>Its words may still change.</summary>
    public static readonly RequisitionState[] Editable = [Draft, ChangesRequested];

    /// <summary>Somebody still has to act.</summary>
    public static readonly RequisitionState[] Running = [Draft, InApproval, ChangesRequested, Approved, RequisitionState.Open];

    /// <summary>Its seats and its cost are taken from the plan.</summary>
    public static readonly RequisitionState[] TakesFromPlan = [Approved, RequisitionState.Open, Filled];

    /// <summary>Its seats and its cost are asked for.</summary>
    public static readonly RequisitionState[] AsksOfPlan = [InApproval, ChangesRequested];

    /// <summary>Closing is HR's right, and so is acting for those who asked.</summary>
    private static bool IsHr(Actor who) => who.May(CloseRequisitions);
}
