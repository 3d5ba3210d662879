using System.Collections.Frozen;
using TalentHub.Domain.Access;

namespace TalentHub.Domain.Workflows;

/// <summary>Whether a move asks why.</summary>
public enum ReasonNeed
{
    Optional,
    Required,
}

/// <summary>What every page may know of a machine without knowing its types: for diagrams, the machine page and tests.</summary>
public interface IWorkflow
{
    /// <summary>Stable, in the table of transitions: <c>requisition</c>.</summary>
    string Name { get; }

    Type StateType { get; }

    Type TriggerType { get; }

    string Start { get; }

    IReadOnlyList<string> States { get; }

    IReadOnlySet<string> Ends { get; }

    /// <summary>Ends, and last states, that one works towards.</summary>
    IReadOnlySet<string> Good { get; }

    IReadOnlyList<MoveInfo> Moves { get; }

    /// <summary>Whose turn it is in a state, and until when.</summary>
    Turn TurnOf(string state);

    /// <summary>The trigger leads on, along the line: neither back, nor aside, nor to an end that nobody wanted.</summary>
    bool LeadsOn(string trigger);
}

/// <summary>One line of a machine's table, in words.</summary>
/// <param name="To">One target, or the listed choices.</param>
/// <param name="Rules">Templates of its rules, with who can lift each.</param>
public sealed record MoveInfo(
    string Trigger, IReadOnlyList<string> From, IReadOnlyList<string> To, Capability Needs, ReasonNeed Reason, bool Reopens, bool ToEarlier,
    IReadOnlyList<RuleInfo> Rules);

/// <summary>A rule in words.</summary>
public sealed record RuleInfo(Severity Severity, string Template, string Lift);

/// <summary>The frozen table of one machine, shared by all its subjects: one line a move. It checks itself when it is made.</summary>
public sealed class Workflow<TSubject, TState, TTrigger, TFacts> : IWorkflow
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly FrozenDictionary<(TState, TTrigger), Move> byPair;
    private readonly FrozenDictionary<TState, Turn> turns;
    private readonly FrozenSet<string> endNames;
    private readonly FrozenSet<string> goodNames;
    private readonly string[] states = Enum.GetNames<TState>();

    /// <param name="good">The ends, and the last states, that one works towards.</param>
    /// <param name="turns">Whose turn it is in each state that is no end, and until when.</param>
    public Workflow(string name, TState start, TState[] ends, TState[] good, (TState State, string Owner, TimeLimit Limit)[] turns, Move[] moves)
    {
        Name = name;
        Start = start;
        Ends = ends.ToFrozenSet();
        Good = good.ToFrozenSet();
        endNames = ends.Select(e => e.ToString()).ToFrozenSet();
        goodNames = good.Select(g => g.ToString()).ToFrozenSet();
        Moves = moves;
        this.turns = turns.Select(t => (t.State, Turn: new Turn(t.State.ToString(), t.Owner, t.Limit)))
            .Concat(ends.Select(e => (State: e, Turn: Turn.OfEnd(e.ToString())))).ToFrozenDictionary(t => t.State, t => t.Turn);
        if (turns.Length + ends.Length != this.turns.Count)
        {
            throw new InvalidOperationException($"{name}: a state has two owners, or an end has one.");
        }

        var pairs = new Dictionary<(TState, TTrigger), Move>();
        foreach (var move in moves)
        {
            foreach (var from in move.From)
            {
                if (!pairs.TryAdd((from, move.Trigger), move))
                {
                    throw new InvalidOperationException($"{name}: {move.Trigger} from {from} is listed twice.");
                }
            }
        }

        byPair = pairs.ToFrozenDictionary();
        CheckItself();
    }

    public string Name { get; }

    public TState Start { get; }

    public FrozenSet<TState> Ends { get; }

    /// <summary>Ends, and last states, that one works towards.</summary>
    public FrozenSet<TState> Good { get; }

    public IReadOnlyList<Move> Moves { get; }

    Type IWorkflow.StateType => typeof(TState);

    Type IWorkflow.TriggerType => typeof(TTrigger);

    string IWorkflow.Start => Start.ToString();

    IReadOnlyList<string> IWorkflow.States => states;

    IReadOnlySet<string> IWorkflow.Ends => endNames;

    IReadOnlySet<string> IWorkflow.Good => goodNames;

    IReadOnlyList<MoveInfo> IWorkflow.Moves => [.. Moves.Select(m => m.Info())];

    Turn IWorkflow.TurnOf(string state) => TurnOf(Enum.Parse<TState>(state));

    bool IWorkflow.LeadsOn(string trigger) => Enum.TryParse<TTrigger>(trigger, out var one) && Moves.Any(m => m.Trigger.Equals(one) && LeadsOn(m));

    public Turn TurnOf(TState state) => turns[state];

    /// <summary>When what came to stand there at an instant is overdue; null where the record's own date says so, or nothing does.</summary>
    public DateTime? DueAt(TState state, DateTime since) => turns[state].Limit.DueFrom(since);

    /// <summary>The move that a trigger makes from a state, or null.</summary>
    public Move? Find(TState from, TTrigger trigger) => byPair.GetValueOrDefault((from, trigger));

    /// <summary>Judges without changing anything, and says every finding at once.</summary>
    public Verdict Judge(TSubject subject, TState state, TTrigger trigger, TFacts facts, Actor actor)
    {
        if (!byPair.TryGetValue((state, trigger), out var move))
        {
            return Verdict.NotFromHere;
        }

        if (!actor.May(move.Needs))
        {
            return Verdict.NotHeld;
        }

        List<Finding>? findings = null;
        var blocked = false;
        foreach (var rule in move.Rules)
        {
            if (!rule.Holds(subject, facts, actor))
            {
                (findings ??= []).Add(rule.Find(subject, facts, actor));
                blocked |= rule.Severity == Severity.Block;
            }
        }

        return findings is null ? Verdict.Allowed : new Verdict(blocked ? Answer.Blocked : Answer.AskReason, findings);
    }

    /// <summary>To where one wants to be; a move that needs a reason, reopens or goes back does not, unless it leads to a good end.</summary>
    private bool LeadsOn(Move move) =>
        !move.Reopens && !move.ToEarlier && !move.Aside
        && (move.To.Any(Good.Contains) || (move.Reason == ReasonNeed.Optional && !move.To.Any(Ends.Contains)));

    private void CheckItself()
    {
        var nobodys = Enum.GetValues<TState>().Where(s => !turns.ContainsKey(s)).ToList();
        if (nobodys.Count > 0)
        {
            throw new InvalidOperationException($"{Name}: nobody's turn and no time limit in {string.Join(", ", nobodys)}.");
        }

        var reached = Moves.SelectMany(m => m.To).Append(Start).ToHashSet();
        var unreachable = Enum.GetValues<TState>().Where(s => !reached.Contains(s)).ToList();
        if (unreachable.Count > 0)
        {
            throw new InvalidOperationException($"{Name}: no way into {string.Join(", ", unreachable)}.");
        }

        foreach (var move in Moves)
        {
            if (move.To.Length == 0 || move.From.Length == 0)
            {
                throw new InvalidOperationException($"{Name}: {move.Trigger} leads nowhere or comes from nowhere.");
            }

            if (!move.Reopens && !move.ToEarlier && move.From.Any(Ends.Contains))
            {
                throw new InvalidOperationException($"{Name}: {move.Trigger} leaves an end without being marked as reopening.");
            }

            if (move.Reopens && move.Reason != ReasonNeed.Required)
            {
                throw new InvalidOperationException($"{Name}: {move.Trigger} reopens and must ask for a reason.");
            }
        }

        var dead = Enum.GetValues<TState>().Where(s => !Ends.Contains(s) && !Moves.Any(m => m.From.Contains(s))).ToList();
        if (dead.Count > 0)
        {
            throw new InvalidOperationException($"{Name}: no way out of {string.Join(", ", dead)}, which is no end.");
        }
    }

    /// <summary>One line of the table.</summary>
    public sealed class Move
    {
        /// <summary>A move with one target.</summary>
        public Move(TTrigger Trigger, TState[] From, TState To, Capability Needs, params Rule<TSubject, TFacts>[] rules)
            : this(Trigger, From, [To], Needs, rules)
        {
        }

        /// <summary>A move whose target the verb chooses among those listed.</summary>
        public Move(TTrigger Trigger, TState[] From, TState[] To, Capability Needs, params Rule<TSubject, TFacts>[] rules)
        {
            this.Trigger = Trigger;
            this.From = From;
            this.To = To;
            this.Needs = Needs;
            Rules = rules;
        }

        public TTrigger Trigger { get; }

        public TState[] From { get; }

        public TState[] To { get; }

        public Capability Needs { get; }

        public Rule<TSubject, TFacts>[] Rules { get; }

        public ReasonNeed Reason { get; init; }

        /// <summary>Leaves an end on purpose; a reason is required.</summary>
        public bool Reopens { get; init; }

        /// <summary>Returns to where the last transition came from (undo, restore); the listed targets are those that may occur.</summary>
        public bool ToEarlier { get; init; }

        /// <summary>Back or aside by its nature, though neither its reason nor its target says so: never what one is led to.</summary>
        public bool Aside { get; init; }

        internal MoveInfo Info() => new(
            Trigger.ToString(), [.. From.Select(s => s.ToString())], [.. To.Select(s => s.ToString())], Needs, Reason, Reopens, ToEarlier,
            [.. Rules.Select(r => new RuleInfo(r.Severity, r.Template, r.Lift))]);
    }
}
