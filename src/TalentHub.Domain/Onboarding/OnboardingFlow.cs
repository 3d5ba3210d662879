using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;
using static TalentHub.Domain.Access.Capability;
using static TalentHub.Domain.Onboarding.OnboardingState;
using static TalentHub.Domain.Onboarding.OnboardingTrigger;
using static TalentHub.Domain.Workflows.TimeLimit;

namespace TalentHub.Domain.Onboarding;

public enum OnboardingState
{
    /// <summary>Offer accepted, before day one.</summary>
    Preboarding,

    /// <summary>No blocking task is left.</summary>
    ReadyForDayOne,

    /// <summary>Has arrived.</summary>
    InProgress,
    Probation,
    Confirmed,

    /// <summary>Probation goes on, once, with a new end date.</summary>
    Extended,
    DidNotStart,
    EndedInProbation,
}

public enum OnboardingTrigger
{
    MarkReady,

    /// <summary>A blocking task came back, or was added.</summary>
    HoldDayOne,
    Arrive,
    ToProbation,
    Confirm,
    Extend,
    End,
    DidNotStart,
}

/// <summary>What must be known beyond a plan to judge its moves.</summary>
/// <param name="Today">The day it is at the place of work.</param>
/// <param name="Blocking">Blocking tasks that are neither done nor waived.</param>
/// <param name="ShareDone">Part of the tasks that is done or waived, 0 to 1.</param>
/// <param name="OfferIsAccepted">The offer behind it still stands.</param>
/// <param name="Reports">The person who asks is the hire's manager, the job's hiring manager or the department's head.</param>
public readonly record struct OnboardingFacts(DateOnly Today, int Blocking, double ShareDone, bool OfferIsAccepted, bool Reports);

/// <summary>From the accepted offer to a confirmed employment. Diagram: docs/states/onboarding.mmd.</summary>
public static class OnboardingFlow
{
    /// <summary>Share of the tasks after which probation begins.</summary>
    public const double ShareForProbation = 0.8;

    /// <summary>The first weeks should be over by then; after that HR looks at what is left open.</summary>
    public const int DaysToSettle = 60;

    private const string Hr = "HR";

    private static readonly Rule<OnboardingPlan, OnboardingFacts> NothingBlocks = Rule<OnboardingPlan, OnboardingFacts>.Block(
        "Tasks that block day one are open: {count}.", (_, f, _) => f.Blocking == 0, "Their owners, or HR by waiving them", (_, f, _) => [("count", f.Blocking)]);

    private static readonly Rule<OnboardingPlan, OnboardingFacts> SomethingBlocks = Rule<OnboardingPlan, OnboardingFacts>.Block(
        "No blocking task is open.", (_, f, _) => f.Blocking > 0, Hr);

    private static readonly Rule<OnboardingPlan, OnboardingFacts> StartReached = Rule<OnboardingPlan, OnboardingFacts>.Block(
        "The start date is {day}.", (p, f, _) => f.Today >= p.StartsOn, "HR, by moving the start date", (p, _, _) => [("day", p.StartsOn)]);

    private static readonly Rule<OnboardingPlan, OnboardingFacts> OfferStands = Rule<OnboardingPlan, OnboardingFacts>.Block(
        "The offer behind it is no longer accepted.", (_, f, _) => f.OfferIsAccepted, Hr);

    private static readonly Rule<OnboardingPlan, OnboardingFacts> TheirReport = Rule<OnboardingPlan, OnboardingFacts>.Block(
        "Only HR and the hire’s own manager record the arrival.", (_, f, who) => f.Reports || who.May(RunOnboarding), Hr);

    private static readonly Rule<OnboardingPlan, OnboardingFacts> MostIsDone = Rule<OnboardingPlan, OnboardingFacts>.Block(
        "Too few tasks are done.", (_, f, _) => f.ShareDone >= ShareForProbation, "The tasks’ owners");

    private static readonly Rule<OnboardingPlan, OnboardingFacts> StillInProbation = Rule<OnboardingPlan, OnboardingFacts>.Warn(
        "Probation lasts until {day}.", (p, f, _) => p.ProbationEndsOn is not { } day || f.Today >= day, Hr, (p, _, _) => [("day", p.ProbationEndsOn)]);

    public static readonly Workflow<OnboardingPlan, OnboardingState, OnboardingTrigger, OnboardingFacts> Table = new(
        name: "onboarding", start: Preboarding, ends: [Confirmed, OnboardingState.DidNotStart, EndedInProbation],
        good: [Confirmed],
        turns:
        [
            (Preboarding, Hr, Until("The first day at work.")),
            (ReadyForDayOne, "The manager, or HR while there is none", Until("The first day at work.")),
            (InProgress, Hr, Days(DaysToSettle)),
            (Probation, Hr, Until("The end of probation.")),
            (Extended, Hr, Until("The end of probation.")),
        ],
        moves:
        [
            new(MarkReady, From: [Preboarding], To: ReadyForDayOne, ActAsSystem, NothingBlocks),
            new(HoldDayOne, From: [ReadyForDayOne], To: Preboarding, ActAsSystem, SomethingBlocks) { Aside = true },
            new(Arrive, From: [ReadyForDayOne], To: InProgress, MarkArrival, StartReached, OfferStands, TheirReport),

            // Only HR, with a reason, lets somebody begin while a blocking task is open.
            new(Arrive, From: [Preboarding], To: InProgress, WaiveTasks, StartReached, OfferStands) { Reason = ReasonNeed.Required },
            new(ToProbation, From: [InProgress], To: Probation, ActAsSystem, MostIsDone),
            new(Confirm, From: [Probation, Extended], To: Confirmed, RunOnboarding, StillInProbation) { Reason = ReasonNeed.Required },
            new(Extend, From: [Probation], To: Extended, RunOnboarding) { Reason = ReasonNeed.Required },
            new(End, From: [Probation, Extended], To: EndedInProbation, RunOnboarding) { Reason = ReasonNeed.Required },
            new(OnboardingTrigger.DidNotStart, From: [Preboarding, ReadyForDayOne], To: OnboardingState.DidNotStart, RunOnboarding) { Reason = ReasonNeed.Required },
        ]);

    /// <summary>States before the person is here.</summary>
    public static readonly OnboardingState[] BeforeDayOne = [Preboarding, ReadyForDayOne];

    /// <summary>States in which tasks are worked on.</summary>
    public static readonly OnboardingState[] Running = [Preboarding, ReadyForDayOne, InProgress, Probation, Extended];
}
