using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Workflows;

/// <summary>A condition of a move: holds, or yields a finding. Takes the subject, the facts loaded for its machine, and who asks.</summary>
/// <typeparam name="TSubject">The aggregate.</typeparam>
/// <typeparam name="TFacts">What must be known beyond the aggregate; <see cref="NoFacts"/> if nothing.</typeparam>
public sealed class Rule<TSubject, TFacts>
{
    private readonly Func<TSubject, TFacts, Actor, bool> holds;
    private readonly Func<TSubject, TFacts, Actor, (string Name, object? Value)[]>? values;

    private Rule(
        Severity severity,
        string template,
        Func<TSubject, TFacts, Actor, bool> holds,
        string lift,
        Func<TSubject, TFacts, Actor, (string Name, object? Value)[]>? values,
        Audience audience)
    {
        Severity = severity;
        Template = template;
        Lift = lift;
        Audience = audience;
        this.holds = holds;
        this.values = values;
    }

    public Severity Severity { get; }

    /// <summary>The sentence shown when the rule does not hold, with named places.</summary>
    public string Template { get; }

    /// <summary>Who can lift it, in words.</summary>
    public string Lift { get; }

    public Audience Audience { get; }

    /// <summary>A rule that stops the move.</summary>
    public static Rule<TSubject, TFacts> Block(
        string template,
        Func<TSubject, TFacts, Actor, bool> holds,
        string lift,
        Func<TSubject, TFacts, Actor, (string Name, object? Value)[]>? values = null,
        Audience audience = Audience.Everyone) => new(Severity.Block, template, holds, lift, values, audience);

    /// <summary>A rule that asks for a reason.</summary>
    public static Rule<TSubject, TFacts> Warn(
        string template,
        Func<TSubject, TFacts, Actor, bool> holds,
        string lift,
        Func<TSubject, TFacts, Actor, (string Name, object? Value)[]>? values = null,
        Audience audience = Audience.Everyone) => new(Severity.Warn, template, holds, lift, values, audience);

    internal bool Holds(TSubject subject, TFacts facts, Actor actor) => holds(subject, facts, actor);

    internal Finding Find(TSubject subject, TFacts facts, Actor actor) =>
        new(Severity, new Sentence(Template, values?.Invoke(subject, facts, actor) ?? []), Lift, Audience);
}

/// <summary>The facts of a machine that needs none beyond its aggregate.</summary>
public readonly record struct NoFacts;
