using TalentHub.Domain.Workflows;
using static TalentHub.Domain.Access.Capability;
using static TalentHub.Domain.Interviews.DecisionState;
using static TalentHub.Domain.Workflows.TimeLimit;
using DecisionRule = TalentHub.Domain.Workflows.Rule<TalentHub.Domain.Interviews.HiringDecision, TalentHub.Domain.Interviews.DecisionFacts>;

namespace TalentHub.Domain.Interviews;

public enum DecisionState
{
    /// <summary>Scorecards or required interviews are missing.</summary>
    Blocked,

    /// <summary>Cards are locked, people talk.</summary>
    Open,

    /// <summary>A named question stays open; another interview is to be planned.</summary>
    MoreSignal,
    Hire,
    NoHire,
}

public enum DecisionTrigger
{
    OpenDebrief,

    /// <summary>The hiring manager's signature under a hire; no change of state.</summary>
    SignHire,
    WithdrawSignature,

    /// <summary>HR does not sign: back to the hiring manager, with what they should think over.</summary>
    SendBack,

    /// <summary>HR's signature, which fires.</summary>
    Hire,
    NoHire,
    AskMore,

    /// <summary>The further interview is planned: the decision waits for feedback again.</summary>
    Plan,
    Reconsider,
}

/// <summary>What must be known beyond the decision.</summary>
/// <param name="HiringManagerId">The job's hiring manager.</param>
/// <param name="ApplicationDecides">The application stands at Deciding (or, before the debrief, at Interviewing) and is not on hold.</param>
/// <param name="MissingCards">Scorecards neither handed in nor waived, of interviews that took place.</param>
/// <param name="MissingFrom">The interviewers who owe them.</param>
/// <param name="MissingRounds">Required rounds without a complete interview; null if none.</param>
/// <param name="Yes">Cards whose overall recommendation is yes or strong yes.</param>
/// <param name="No">Cards whose overall recommendation is no or strong no.</param>
/// <param name="SignedBy">Whose signature stands under the hire; null if nobody's.</param>
/// <param name="SeatIsOpen">The job has an open seat.</param>
public sealed record DecisionFacts(
    long HiringManagerId = 0,
    bool ApplicationDecides = true,
    int MissingCards = 0,
    NameList? MissingFrom = null,
    NameList? MissingRounds = null,
    int Yes = 0,
    int No = 0,
    long? SignedBy = null,
    bool SeatIsOpen = true);

/// <summary>The life of a hiring decision. Diagram: docs/states/decision.mmd.</summary>
public static class DecisionFlow
{
    private const string Interviewers = "The interviewers, or the recruiter by waiving";
    private const string Manager = "The job's hiring manager";

    private static readonly DecisionRule InTime = DecisionRule.Block(
        "The application does not stand at the decision.", (_, f, _) => f.ApplicationDecides, lift: "The recruiter");

    private static readonly DecisionRule CardsAreIn = DecisionRule.Block(
        "Scorecards are missing from {who}.", (_, f, _) => f.MissingCards == 0, lift: Interviewers, (_, f, _) => [("who", f.MissingFrom)]);

    private static readonly DecisionRule RoundsAreHeld = DecisionRule.Block(
        "Required rounds are not complete: {rounds}.", (_, f, _) => f.MissingRounds is null, lift: "The recruiter", (_, f, _) => [("rounds", f.MissingRounds)]);

    private static readonly DecisionRule SomethingToRead = DecisionRule.Warn(
        "Not one scorecard has been written.", (_, f, _) => f.Yes + f.No > 0, lift: Interviewers);

    private static readonly DecisionRule ByHiringManager = DecisionRule.Block(
        "The job's hiring manager decides.", (_, f, who) => f.HiringManagerId == who.PersonId || f.HiringManagerId == who.OnBehalfOf, lift: Manager);

    private static readonly DecisionRule NotYetSigned = DecisionRule.Block(
        "The hiring manager has signed already.", (_, f, _) => f.SignedBy is null, lift: "HR, by signing as well");

    private static readonly DecisionRule OwnSignature = DecisionRule.Block(
        "Only the person who signed can withdraw a signature.", (_, f, who) => f.SignedBy == who.PersonId, lift: "Who signed");

    private static readonly DecisionRule ManagerHasSigned = DecisionRule.Block(
        "The hiring manager has not signed yet.", (_, f, _) => f.SignedBy is not null, lift: Manager);

    private static readonly DecisionRule AnotherPerson = DecisionRule.Block(
        "The same person cannot sign twice.", (_, f, who) => f.SignedBy != who.PersonId, lift: "Someone else in HR");

    private static readonly DecisionRule HasSeat = DecisionRule.Block(
        "The job has no open seat.", (_, f, _) => f.SeatIsOpen, lift: "HR, by another requisition");

    private static readonly DecisionRule CardsSayYes = DecisionRule.Warn(
        "Most scorecards say no: {no} of {all}.", (_, f, _) => f.No <= f.Yes, lift: Manager, (_, f, _) => [("no", f.No), ("all", f.No + f.Yes)]);

    private static readonly DecisionRule CardsSayNo = DecisionRule.Warn(
        "Most scorecards say yes: {yes} of {all}.", (_, f, _) => f.Yes <= f.No, lift: Manager, (_, f, _) => [("yes", f.Yes), ("all", f.No + f.Yes)]);

    public static readonly Workflow<HiringDecision, DecisionState, DecisionTrigger, DecisionFacts> Table = new(
        name: "decision", start: Blocked, ends: [DecisionState.Hire, DecisionState.NoHire],
        good: [DecisionState.Hire],
        turns:
        [
            (Blocked, Manager, Until("2 working days after the last scorecard is in.")),
            (Open, "The hiring manager, then HR", WorkingDays(2)),
            (MoreSignal, "The recruiter", WorkingDays(2)),
        ],
        moves:
        [
            new(DecisionTrigger.OpenDebrief, From: [Blocked], To: Open, OpenDebriefs, InTime, CardsAreIn, RoundsAreHeld, SomethingToRead),
            new(DecisionTrigger.SignHire, From: [Open], To: Open, DecideHires, InTime, ByHiringManager, NotYetSigned, HasSeat, CardsSayYes),
            new(DecisionTrigger.Hire, From: [Open], To: DecisionState.Hire, CosignHires, InTime, ManagerHasSigned, AnotherPerson, HasSeat),
            new(DecisionTrigger.AskMore, From: [Open], To: MoreSignal, DecideHires, InTime, ByHiringManager) { Reason = ReasonNeed.Required },
            new(DecisionTrigger.NoHire, From: [Open], To: DecisionState.NoHire, DecideHires, InTime, ByHiringManager, CardsSayNo) { Reason = ReasonNeed.Required },
            new(DecisionTrigger.SendBack, From: [Open], To: Open, CosignHires, InTime, ManagerHasSigned, AnotherPerson) { Reason = ReasonNeed.Required, Aside = true },
            new(DecisionTrigger.WithdrawSignature, From: [Open], To: Open, DecideHires, OwnSignature) { Aside = true },
            new(DecisionTrigger.Plan, From: [MoreSignal], To: Blocked, ActAsSystem),
            new(DecisionTrigger.Reconsider, From: [DecisionState.NoHire], To: Open, OpenDebriefs, InTime) { Reason = ReasonNeed.Required, Reopens = true },
        ]);

    /// <summary>No longer waiting for feedback: cards stay as they are.</summary>
    public static readonly DecisionState[] DebriefOpened = [Open, DecisionState.Hire, DecisionState.NoHire];
}
