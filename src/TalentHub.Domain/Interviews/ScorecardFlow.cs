using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;
using static TalentHub.Domain.Access.Capability;
using static TalentHub.Domain.Interviews.ScorecardState;
using static TalentHub.Domain.Interviews.ScorecardTrigger;
using static TalentHub.Domain.Workflows.TimeLimit;
using CardRule = TalentHub.Domain.Workflows.Rule<TalentHub.Domain.Interviews.Scorecard, TalentHub.Domain.Interviews.ScorecardFacts>;

namespace TalentHub.Domain.Interviews;

public enum ScorecardState
{
    /// <summary>The interviewer has not begun.</summary>
    Assigned,

    /// <summary>Begun; only its author sees it.</summary>
    Draft,

    /// <summary>In; may be amended until the debrief.</summary>
    Submitted,

    /// <summary>The debrief has opened.</summary>
    Locked,

    /// <summary>Not needed, with a reason.</summary>
    Waived,
}

public enum ScorecardTrigger
{
    Begin,
    Submit,
    Amend,
    Lock,
    Waive,
}

/// <summary>What must be known beyond the card.</summary>
/// <param name="HasStarted">The interview has begun.</param>
/// <param name="DebriefOpen">The decision is no longer waiting for feedback.</param>
/// <param name="HiringManagerId">The job's hiring manager.</param>
public sealed record ScorecardFacts(bool HasStarted = true, bool DebriefOpen = false, long HiringManagerId = 0);

/// <summary>The life of a scorecard. Diagram: docs/states/scorecard.mmd.</summary>
public static class ScorecardFlow
{
    private const string Author = "Its interviewer";

    private static readonly CardRule OwnCard = CardRule.Block(
        "Only the interviewer writes this scorecard.", (c, _, who) => c.InterviewerId == who.PersonId, lift: Author);

    private static readonly CardRule HasStarted = CardRule.Block(
        "The interview has not begun yet.", (_, f, _) => f.HasStarted, lift: "Time");

    private static readonly CardRule AllRated = CardRule.Block(
        "Still to rate: {attributes}.", (c, _, _) => c.Unrated.Count == 0, lift: Author, (c, _, _) => [("attributes", c.NamesOf(c.Unrated))]);

    private static readonly CardRule ExtremesShown = CardRule.Block(
        "A 1 or a 4 needs what you saw or heard: {attributes}.", (c, _, _) => c.WithoutEvidence.Count == 0, lift: Author,
        (c, _, _) => [("attributes", c.NamesOf(c.WithoutEvidence))]);

    private static readonly CardRule Concluded = CardRule.Block(
        "Give your overall recommendation.", (c, _, _) => c.Overall is not null, lift: Author);

    private static readonly CardRule BeforeDebrief = CardRule.Block(
        "The debrief has opened; scorecards stay as they are.", (_, f, _) => !f.DebriefOpen, lift: "Nobody");

    private static readonly CardRule ByTheJob = CardRule.Block(
        "The job's hiring manager or a recruiter waives a scorecard.", (_, f, who) => who.May(SeeAllInterviews) || f.HiringManagerId == who.PersonId,
        lift: "The recruiter");

    public static readonly Workflow<Scorecard, ScorecardState, ScorecardTrigger, ScorecardFacts> Table = new(
        name: "scorecard", start: Assigned, ends: [Locked, Waived],
        good: [Submitted, ScorecardState.Locked],
        turns:
        [
            (Assigned, Author, Until("24 hours after the interview.")),
            (Draft, Author, Until("24 hours after the interview.")),
            (Submitted, "Nobody", None("It is in; the debrief locks it.")),
        ],
        moves:
        [
            new(ScorecardTrigger.Begin, From: [Assigned], To: Draft, ScoreInterviews, OwnCard, HasStarted),
            new(Submit, From: [Draft], To: Submitted, ScoreInterviews, OwnCard, AllRated, ExtremesShown, Concluded),
            new(Amend, From: [Submitted], To: Draft, ScoreInterviews, OwnCard, BeforeDebrief),
            new(ScorecardTrigger.Lock, From: [Submitted], To: Locked, ActAsSystem),
            new(Waive, From: [Assigned, Draft], To: Waived, WaiveScorecards, ByTheJob) { Reason = ReasonNeed.Required },
        ]);

    /// <summary>Waited for.</summary>
    public static readonly ScorecardState[] Missing = [Assigned, Draft];

    /// <summary>Written and readable for those who may.</summary>
    public static readonly ScorecardState[] In = [Submitted, Locked];
}
