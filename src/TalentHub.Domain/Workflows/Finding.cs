using TalentHub.Domain.Common;

namespace TalentHub.Domain.Workflows;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Unusual: the move is possible, with a reason.</summary>
    Warn,

    /// <summary>Wrong: the move is not possible while this holds.</summary>
    Block,
}

/// <summary>Who may read a finding. What the viewer may not know is not in the sentence they see.</summary>
public enum Audience
{
    /// <summary>Whoever may see the record.</summary>
    Everyone,

    /// <summary>Those who see pay on this record; others read <see cref="Finding.Elsewhere"/>.</summary>
    Pay,

    /// <summary>HR; others read <see cref="Finding.Elsewhere"/>.</summary>
    HR,
}

/// <summary>One fact that decided about a move: what it is, how much it weighs, and who can lift it.</summary>
/// <param name="Says">The fact as a sentence.</param>
/// <param name="Lift">Who can lift it ("Another approver"), as a template of its own.</param>
public sealed record Finding(Severity Severity, Sentence Says, string Lift, Audience Audience = Audience.Everyone)
{
    /// <summary>What someone outside the audience reads instead.</summary>
    public static readonly Sentence Elsewhere = "Something that you cannot see stands against it.";

    public override string ToString() => Says.ToString();
}
