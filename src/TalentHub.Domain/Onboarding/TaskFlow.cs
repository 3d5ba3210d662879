using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;
using static TalentHub.Domain.Access.Capability;
using static TalentHub.Domain.Onboarding.TaskState;
using static TalentHub.Domain.Onboarding.TaskTrigger;
using static TalentHub.Domain.Workflows.TimeLimit;

namespace TalentHub.Domain.Onboarding;

public enum TaskState
{
    Todo,

    /// <summary>A time is set.</summary>
    Scheduled,

    /// <summary>Begun; a document that was handed in waits here to be looked at.</summary>
    InProgress,

    /// <summary>Waits for someone named.</summary>
    Blocked,
    Done,
    Waived,
}

public enum TaskTrigger
{
    Schedule,
    Begin,

    /// <summary>The hire gave the document; HR looks at it.</summary>
    HandIn,
    SendBack,
    Block,
    Unblock,
    Complete,
    Waive,
    Reopen,
}

/// <summary>What must be known beyond a task.</summary>
/// <param name="PlanRuns">The plan is not at an end.</param>
/// <param name="HasBuddy">Somebody was chosen who helps the hire.</param>
/// <param name="HasDetails">The hire told us what we need to know before day one.</param>
public readonly record struct TaskFacts(bool PlanRuns, bool HasBuddy = false, bool HasDetails = false)
{
    public static TaskFacts Of(OnboardingPlan plan) => new(OnboardingFlow.Running.Contains(plan.State), plan.BuddyId is not null, plan.Details.IsComplete);
}

/// <summary>The life of an onboarding task. Diagram: docs/states/task.mmd.</summary>
public static class TaskFlow
{
    /// <summary>Said where somebody ticks the choice of a buddy without choosing one.</summary>
    public const string NoBuddy = "Choose who helps; the task is done with the choice.";

    private const string Hr = "HR";

    private static readonly Rule<OnboardingTask, TaskFacts> Theirs = Rule<OnboardingTask, TaskFacts>.Block(
        "This task belongs to someone else.", (t, _, who) => t.BelongsTo(who), "Its owner, or HR");

    private static readonly Rule<OnboardingTask, TaskFacts> PlanRuns = Rule<OnboardingTask, TaskFacts>.Block(
        "The onboarding is over.", (_, f, _) => f.PlanRuns, Hr);

    private static readonly Rule<OnboardingTask, TaskFacts> HrWaivesBlocking = Rule<OnboardingTask, TaskFacts>.Block(
        "A task that blocks day one is waived by HR.", (t, _, who) => t.Blocks == TaskBlocks.Nothing || who.May(WaiveTasks), Hr);

    private static readonly Rule<OnboardingTask, TaskFacts> HrLooksAtIt = Rule<OnboardingTask, TaskFacts>.Block(
        "HR looks at the document and then ends this task.", (t, _, who) => !t.AsksFile || who.May(RunOnboarding), Hr);

    // What the product itself keeps cannot be ticked off while it is missing; who does without it waives the task.
    private static readonly Rule<OnboardingTask, TaskFacts> BuddyIsChosen = Rule<OnboardingTask, TaskFacts>.Block(
        NoBuddy, (t, f, _) => t.Kind != TaskKind.Buddy || f.HasBuddy, "The manager, or HR");

    private static readonly Rule<OnboardingTask, TaskFacts> DetailsAreThere = Rule<OnboardingTask, TaskFacts>.Block(
        "The hire’s details are not complete yet.", (t, f, _) => t.Kind != TaskKind.Details || f.HasDetails, "The hire");

    private static readonly Rule<OnboardingTask, TaskFacts> FileIsThere = Rule<OnboardingTask, TaskFacts>.Warn(
        "Nothing was handed in here. Say where you saw it.", (t, _, _) => !t.AsksFile || t.FileId is not null, "The hire, by handing it in");

    private static readonly Rule<OnboardingTask, TaskFacts> IsDocument = Rule<OnboardingTask, TaskFacts>.Block(
        "This task asks for no document.", (t, _, _) => t.AsksFile, Hr);

    public static readonly Workflow<OnboardingTask, TaskState, TaskTrigger, TaskFacts> Table = new(
        name: "task", start: Todo, ends: [Done, Waived],
        good: [Done],
        turns:
        [
            (Todo, "Its owner", Until("The day on which it is due.")),
            (Scheduled, "Its owner", Until("The day on which it is due.")),
            (InProgress, "Its owner, or HR once a document is in", Until("The day on which it is due.")),
            (Blocked, "Its owner", Until("The day on which it is due.")),
        ],
        moves:
        [
            new(Schedule, From: [Todo], To: Scheduled, DoTasks, PlanRuns, Theirs),
            new(Begin, From: [Todo, Scheduled], To: InProgress, DoTasks, PlanRuns, Theirs),
            new(HandIn, From: [Todo, Scheduled, InProgress], To: InProgress, DoTasks, PlanRuns, Theirs, IsDocument),
            new(SendBack, From: [InProgress], To: Todo, RunOnboarding, PlanRuns, IsDocument) { Reason = ReasonNeed.Required },
            new(Block, From: [Todo, Scheduled, InProgress], To: Blocked, DoTasks, PlanRuns, Theirs) { Reason = ReasonNeed.Required },
            new(Unblock, From: [Blocked], To: Todo, DoTasks, PlanRuns, Theirs),
            new(Complete, From: [Todo, Scheduled, InProgress], To: Done, DoTasks, PlanRuns, Theirs, HrLooksAtIt, BuddyIsChosen, DetailsAreThere, FileIsThere),
            new(Waive, From: [Todo, Scheduled, InProgress, Blocked], To: Waived, DoTasks, PlanRuns, Theirs, HrWaivesBlocking) { Reason = ReasonNeed.Required },
            new(Reopen, From: [Done, Waived], To: Todo, DoTasks, PlanRuns, Theirs) { Reopens = true, Reason = ReasonNeed.Required },
        ]);

    /// <summary>States in which something is still to be done.</summary>
    public static readonly TaskState[] Open = [Todo, Scheduled, InProgress, Blocked];
}
