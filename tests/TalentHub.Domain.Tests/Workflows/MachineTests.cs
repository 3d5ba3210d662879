using System.Reflection;
using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Workflows;

/// <summary>
/// What every machine promises, walked on the real aggregate. Each machine has a class that derives from this and says how to make a subject and its facts.
/// </summary>
public abstract class MachineTests<TSubject, TState, TTrigger, TFacts>
    where TSubject : Stateful<TSubject, TState, TTrigger, TFacts>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private static readonly MethodInfo FireMethod = typeof(TSubject).GetMethod("Fire", BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.FlattenHierarchy)!;

    /// <summary>A fresh subject at the machine's start.</summary>
    protected abstract TSubject New(Random random);

    /// <summary>Facts, some of which refuse and some of which do not.</summary>
    protected abstract TFacts Facts(Random random);

    [Fact]
    public void Every_pair_of_state_and_trigger_either_moves_as_the_table_says_or_is_refused_and_changes_nothing()
    {
        var random = new Random(7);
        var seen = 0;
        foreach (var state in Enum.GetValues<TState>())
        {
            foreach (var trigger in Enum.GetValues<TTrigger>())
            {
                if (Reach(state, random) is not { } subject)
                {
                    continue;
                }

                seen++;
                var move = TableOf(subject).Find(state, trigger);
                var outcome = Try(subject, trigger, random, Actor.System, move?.To[0]);
                if (outcome)
                {
                    Assert.NotNull(move);
                    Assert.Contains(subject.State, move.To);
                }
                else
                {
                    Assert.Equal(state, subject.State);
                }

                if (move is null)
                {
                    Assert.False(outcome, $"{trigger} is not in the table from {state} and was made.");
                }
            }
        }

        Assert.True(seen >= Enum.GetValues<TTrigger>().Length * 2, "Too few states could be reached.");
    }

    [Fact]
    public void Nobody_without_the_capability_moves_anything()
    {
        var random = new Random(11);
        var nobody = A.Person();
        foreach (var state in Enum.GetValues<TState>())
        {
            if (Reach(state, random) is not { } subject)
            {
                continue;
            }

            foreach (var trigger in subject.TriggersFromHere().Distinct())
            {
                Assert.Equal(Answer.NotHeld, subject.Can(trigger, Facts(random), nobody).Answer);
                Assert.False(Try(subject, trigger, random, nobody, TableOf(subject).Find(state, trigger)!.To[0]));
            }
        }
    }

    [Fact]
    public void Ten_thousand_random_walks_fold_to_the_state_and_undo_returns_to_the_exact_earlier_one()
    {
        var random = new Random(42);
        var triggers = Enum.GetValues<TTrigger>();
        for (var walk = 0; walk < 10_000; walk++)
        {
            var subject = New(random);
            var history = new List<Transition>(subject.TakeTransitions());
            for (var step = 0; step < 12; step++)
            {
                var from = subject.TriggersFromHere().ToArray();
                var trigger = from.Length > 0 && random.Next(4) > 0 ? from[random.Next(from.Length)] : triggers[random.Next(triggers.Length)];
                var move = TableOf(subject).Find(subject.State, trigger);
                var before = subject.State;
                TState? to = move is null ? null : move.To[random.Next(move.To.Length)];
                if (move?.ToEarlier == true && Enum.TryParse<TState>(history[^1].From, out var earlier))
                {
                    if (!move.To.Contains(earlier))
                    {
                        continue;
                    }

                    to = earlier;
                }

                if (Try(subject, trigger, random, Actor.System, to) && move!.ToEarlier)
                {
                    Assert.Equal(history[^1].From, subject.State.ToString());
                }

                var made = subject.TakeTransitions();
                Assert.True(made.Count == 0 ? before.Equals(subject.State) : made.Count >= 1);
                history.AddRange(made);
            }

            Assert.Equal(Fold(history), subject.State.ToString());
        }
    }

    [Fact]
    public void An_allowed_question_allocates_nothing()
    {
        var random = new Random(3);
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var subject = New(random);
            var facts = Facts(random);
            foreach (var trigger in subject.TriggersFromHere().Distinct().ToArray())
            {
                if (subject.Can(trigger, facts, Actor.System).Answer != Answer.Allowed)
                {
                    continue;
                }

                for (var warm = 0; warm < 50; warm++)
                {
                    subject.Can(trigger, facts, Actor.System);
                }

                var before = GC.GetAllocatedBytesForCurrentThread();
                subject.Can(trigger, facts, Actor.System);
                Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
                return;
            }
        }

        Assert.Skip("No move from the start is ever allowed to the system for this machine.");
    }

    private static string Fold(IEnumerable<Transition> history)
    {
        string? state = null;
        foreach (var row in history)
        {
            Assert.Equal(state, row.From);
            state = row.To;
        }

        return state!;
    }

    private static Workflow<TSubject, TState, TTrigger, TFacts> TableOf(TSubject subject) =>
        (Workflow<TSubject, TState, TTrigger, TFacts>)subject.Workflow;

    /// <summary>Walks at random until a subject stands in the state; null if it never does.</summary>
    private TSubject? Reach(TState state, Random random)
    {
        for (var attempt = 0; attempt < 3000; attempt++)
        {
            var subject = New(random);
            for (var step = 0; step < 14; step++)
            {
                if (subject.State.Equals(state))
                {
                    return subject;
                }

                var from = subject.TriggersFromHere().ToArray();
                if (from.Length == 0)
                {
                    break;
                }

                var trigger = from[random.Next(from.Length)];
                var move = TableOf(subject).Find(subject.State, trigger)!;
                Try(subject, trigger, random, Actor.System, move.To[random.Next(move.To.Length)]);
            }
        }

        return null;
    }

    private bool Try(TSubject subject, TTrigger trigger, Random random, Actor by, TState? to)
    {
        try
        {
            FireMethod.Invoke(subject, [trigger, Facts(random), by, A.Noon, new Reason(null, "because"), to, null, null]);
            return true;
        }
        catch (TargetInvocationException refused) when (refused.InnerException is MoveRefused)
        {
            return false;
        }
    }
}
