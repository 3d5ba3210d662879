using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Workflows;

/// <summary>What the save needs from any aggregate with a machine.</summary>
public interface IStateful
{
    long Id { get; }

    IWorkflow Workflow { get; }

    string StateName { get; }

    DateTime StateSince { get; }

    /// <summary>Moves wait to be written; the row's version then changes, even if none of its columns did (a hold, a note of a signature).</summary>
    bool HasMoved { get; }

    /// <summary>Hands over the moves made since the last call, oldest first.</summary>
    IReadOnlyList<Transition> TakeTransitions();
}

/// <summary>
/// An aggregate with a state. The state has no other writer than <see cref="Fire"/>: that is what makes history, undo and every refusal true.
/// </summary>
public abstract class Stateful<TSelf, TState, TTrigger, TFacts> : Entity, IStateful
    where TSelf : Stateful<TSelf, TState, TTrigger, TFacts>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private List<Transition>? pending;

    public TState State { get; private set; }

    /// <summary>When it came to stand there; a move onto the same state leaves it alone.</summary>
    public DateTime StateSince { get; private set; }

    public IWorkflow Workflow => Table;

    bool IStateful.HasMoved => pending is { Count: > 0 };

    string IStateful.StateName => State.ToString();

    /// <summary>The machine of this aggregate; one frozen table for all of them.</summary>
    protected abstract Workflow<TSelf, TState, TTrigger, TFacts> Table { get; }

    /// <summary>May this be done, by this person, now? Changes nothing.</summary>
    public Verdict Can(TTrigger trigger, TFacts facts, Actor actor) => Table.Judge((TSelf)this, State, trigger, facts, actor);

    /// <summary>The triggers that lead out of the present state, in the order of the table.</summary>
    public IEnumerable<TTrigger> TriggersFromHere() => Table.Moves.Where(m => m.From.Contains(State)).Select(m => m.Trigger);

    public IReadOnlyList<Transition> TakeTransitions()
    {
        var taken = pending ?? [];
        pending = null;
        return taken;
    }

    /// <summary>Writes the first row of the history. Constructors call it once.</summary>
    protected void Begin(Actor by, DateTime at, string trigger = "Create")
    {
        State = Table.Start;
        StateSince = at;
        (pending ??= []).Add(new Transition(Table.Name, null, State.ToString(), trigger, by, at, null, null, null));
    }

    /// <summary>Makes a move or refuses it aloud.</summary>
    /// <param name="to">The target, where the table lists a choice.</param>
    /// <param name="undoes">For an undo: the row that is undone.</param>
    /// <exception cref="MoveRefused">No such move from here, right lacking, a rule against it, or no reason where one is asked for.</exception>
    protected void Fire(
        TTrigger trigger, TFacts facts, Actor by, DateTime at, Reason? reason = null, TState? to = null, DateOnly? effective = null, Transition? undoes = null)
    {
        var verdict = Can(trigger, facts, by);
        if (!verdict.IsPossible)
        {
            throw Refuse(trigger, verdict);
        }

        var move = Table.Find(State, trigger)!;
        if (reason is null && (move.Reason == ReasonNeed.Required || verdict.Answer == Answer.AskReason))
        {
            throw new MoveRefused(
                Table.Name, trigger.ToString(), Answer.AskReason, verdict.Findings,
                [.. verdict.Findings.Select(f => f.Says), "Please say why."]) { Field = "Reason" };
        }

        Require.AtMost(reason?.Text, Transition.ReasonLength, "Reason");
        var target = to ?? (move.To.Length == 1
            ? move.To[0]
            : throw new InvalidOperationException($"{Table.Name}: {trigger} has several targets; the verb must choose one."));
        if (!move.To.Contains(target))
        {
            throw new InvalidOperationException($"{Table.Name}: {trigger} does not lead to {target}.");
        }

        var row = new Transition(Table.Name, State.ToString(), target.ToString(), trigger.ToString(), by, at, StateSince, reason, effective);
        if (undoes is not null)
        {
            row.MarkUndo(undoes.Id);
        }

        (pending ??= []).Add(row);
        if (!EqualityComparer<TState>.Default.Equals(target, State))
        {
            State = target;
            StateSince = at;
        }
    }

    /// <summary>The state that a transition came from, for a move marked as leading to an earlier one.</summary>
    /// <exception cref="InvalidOperationException">The row belongs to another machine or begins a history.</exception>
    protected static TState EarlierOf(Transition last) =>
        Enum.TryParse<TState>(last.From, out var state) ? state : throw new InvalidOperationException("This row has no state before it.");

    private MoveRefused Refuse(TTrigger trigger, Verdict verdict)
    {
        Sentence[] sentences = verdict.Answer switch
        {
            Answer.NotFromHere => [new Sentence("This is not possible while it stands at “{state}”.", ("state", State))],
            Answer.NotHeld => ["You do not hold the right to do this."],
            _ => [.. verdict.Findings.Where(f => f.Severity == Severity.Block).Select(f => f.Says)],
        };
        return new MoveRefused(Table.Name, trigger.ToString(), verdict.Answer, verdict.Findings, sentences);
    }
}
