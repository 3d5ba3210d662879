using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Onboarding;

/// <summary>Who does a task, before it is known for which hire.</summary>
public enum TaskOwner
{
    Hire,
    Manager,
    HR,
    IT,
    Buddy,
}

/// <summary>What waits while a task is open.</summary>
public enum TaskBlocks
{
    Nothing,

    /// <summary>The account of the new employee, and with it day one.</summary>
    Account,
    DayOne,
}

/// <summary>What kind of doing it is.</summary>
public enum TaskKind
{
    /// <summary>Ticked off.</summary>
    Plain,

    /// <summary>The hire fills in their details; done when they are complete.</summary>
    Details,

    /// <summary>The hire gives a document; HR approves it or sends it back.</summary>
    Document,

    /// <summary>The hire gives a picture of themself; HR approves it or sends it back.</summary>
    Photo,

    /// <summary>The manager chooses who helps the hire; done with the choice.</summary>
    Buddy,
}

public static class TaskKinds
{
    private static readonly Sentence ByHire = "Details and documents are asked of the hire.";
    private static readonly Sentence BuddyByManager = "The buddy is chosen by the manager.";

    /// <summary>Of whom this kind of doing is asked; null where anybody can do it.</summary>
    public static TaskOwner? AskedOf(this TaskKind kind) => kind switch
    {
        TaskKind.Plain => null,
        TaskKind.Details or TaskKind.Document or TaskKind.Photo => TaskOwner.Hire,
        TaskKind.Buddy => TaskOwner.Manager,
    };

    /// <summary>What is wrong with this owner of such a task; null when nothing is.</summary>
    public static Sentence? Mistake(this TaskKind kind, TaskOwner owner)
    {
        if (kind.AskedOf() is not { } wanted || wanted == owner)
        {
            return null;
        }

        return kind == TaskKind.Buddy ? BuddyByManager : ByHire;
    }

    /// <exception cref="DomainException">Such a task is not asked of this owner.</exception>
    internal static void RequireOwner(this TaskKind kind, TaskOwner owner)
    {
        if (kind.Mistake(owner) is { } mistake)
        {
            throw new DomainException(mistake) { Field = "Owner" };
        }
    }
}

/// <summary>Something that one owner does by a day.</summary>
public sealed class OnboardingTask : Stateful<OnboardingTask, TaskState, TaskTrigger, TaskFacts>
{
    public const int HelpLength = 1000;

    private OnboardingTask() => Title = new Bilingual("-", "-");

    public OnboardingTask(
        Actor by, DateTime at, long planId, int order, Bilingual title, Bilingual? help, TaskOwner owner, long? ownerId, DateOnly dueOn, TaskBlocks blocks, TaskKind kind)
    {
        PlanId = planId;
        Order = order;
        Title = title;
        Help = help;
        Owner = owner;
        OwnerId = ownerId;
        DueOn = dueOn;
        Blocks = blocks;
        Kind = kind;
        kind.RequireOwner(owner);
        Begin(by, at);
    }

    public long PlanId { get; private set; }

    public int Order { get; private set; }

    public Bilingual Title { get; private set; }

    public Bilingual? Help { get; private set; }

    public TaskOwner Owner { get; private set; }

    /// <summary>The person; null where whoever holds the role's right may do it, or nobody was chosen yet.</summary>
    public long? OwnerId { get; private set; }

    public DateOnly DueOn { get; private set; }

    public TaskBlocks Blocks { get; private set; }

    public TaskKind Kind { get; private set; }

    /// <summary>The document that was handed in last.</summary>
    public long? FileId { get; private set; }

    /// <summary>What was said when it was sent back or blocked last; null once it goes on.</summary>
    public string? Remark { get; private set; }

    /// <summary>Who can unblock it, in words.</summary>
    public string? WaitsFor { get; private set; }

    /// <summary>When its owner was reminded that it is due.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>Whoever holds this may do it when nobody is named.</summary>
    public Capability Queue => Owner == TaskOwner.IT ? Capability.ManageUsers : Capability.RunOnboarding;

    /// <summary>It is done with a file that HR has looked at.</summary>
    public bool AsksFile => Kind is TaskKind.Document or TaskKind.Photo;

    public bool IsOpen => TaskFlow.Open.Contains(State);

    public bool IsBlocking => Blocks != TaskBlocks.Nothing && IsOpen;

    protected override Workflow<OnboardingTask, TaskState, TaskTrigger, TaskFacts> Table => TaskFlow.Table;

    /// <summary>Its owner, HR, or, where nobody is named, whoever holds its queue's right.</summary>
    public bool BelongsTo(Actor who) =>
        (OwnerId is { } owner && (who.PersonId == owner || who.OnBehalfOf == owner))
        || who.May(Capability.RunOnboarding)
        || (OwnerId is null && who.May(Queue));

    public void Schedule(Actor by, DateTime at, TaskFacts facts, DateOnly on)
    {
        Fire(TaskTrigger.Schedule, facts, by, at);
        DueOn = on;
        Raise(new TaskMoved(this, by, at));
    }

    public void BeginWork(Actor by, DateTime at, TaskFacts facts)
    {
        Fire(TaskTrigger.Begin, facts, by, at);
        Raise(new TaskMoved(this, by, at));
    }

    public void HandIn(Actor by, DateTime at, TaskFacts facts, long fileId)
    {
        Fire(TaskTrigger.HandIn, facts, by, at);
        FileId = fileId;
        Remark = null;
        Raise(new TaskMoved(this, by, at));
    }

    public void SendBack(Actor by, DateTime at, TaskFacts facts, string? reason)
    {
        var why = Require.Text(reason, "Say what the document should be like.", Transition.ReasonLength, "Reason");
        Fire(TaskTrigger.SendBack, facts, by, at, why);
        Remark = why;
        Raise(new TaskMoved(this, by, at));
    }

    public void Block(Actor by, DateTime at, TaskFacts facts, string? reason, string? waitsFor)
    {
        var why = Require.Text(reason, "Say what it waits for.", Transition.ReasonLength, "Reason");
        WaitsFor = Require.AtMost(waitsFor, 200, "WaitsFor");
        Fire(TaskTrigger.Block, facts, by, at, why);
        Remark = why;
        Raise(new TaskMoved(this, by, at));
    }

    public void Unblock(Actor by, DateTime at, TaskFacts facts)
    {
        Fire(TaskTrigger.Unblock, facts, by, at);
        Remark = WaitsFor = null;
        Raise(new TaskMoved(this, by, at));
    }

    /// <param name="reason">Needed where nothing was handed in: where it was seen.</param>
    public void Complete(Actor by, DateTime at, TaskFacts facts, Reason? reason = null)
    {
        Fire(TaskTrigger.Complete, facts, by, at, reason);
        Remark = WaitsFor = null;
        Raise(new TaskMoved(this, by, at));
    }

    public void Waive(Actor by, DateTime at, TaskFacts facts, Reason? reason)
    {
        Fire(TaskTrigger.Waive, facts, by, at, reason);
        Raise(new TaskMoved(this, by, at));
    }

    public void Reopen(Actor by, DateTime at, TaskFacts facts, Reason? reason)
    {
        Fire(TaskTrigger.Reopen, facts, by, at, reason);
        Remark = reason?.Text;
        Raise(new TaskMoved(this, by, at));
    }

    /// <summary>Somebody else does it: the buddy was chosen, the manager changed.</summary>
    public void GiveTo(long? ownerId) => OwnerId = ownerId;

    /// <summary>The start date moved: reminding begins anew.</summary>
    public void DueBy(DateOnly day)
    {
        DueOn = day;
        RemindedAt = null;
    }

    public void Remind(DateTime at) => RemindedAt ??= at;
}
