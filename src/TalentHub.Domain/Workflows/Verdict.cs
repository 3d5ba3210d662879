namespace TalentHub.Domain.Workflows;

/// <summary>What the engine says of a move before anybody makes it.</summary>
public enum Answer
{
    /// <summary>There is no such move from this state.</summary>
    NotFromHere,

    /// <summary>The capability is lacking: the move is not shown.</summary>
    NotHeld,

    /// <summary>A fact stands against it: shown greyed with its reasons.</summary>
    Blocked,

    /// <summary>Possible with a reason, because something is unusual.</summary>
    AskReason,

    Allowed,
}

/// <summary>An answer with every finding at once. An allowed verdict carries no list and costs no allocation.</summary>
public readonly record struct Verdict(Answer Answer, IReadOnlyList<Finding> Findings)
{
    public static readonly Verdict NotFromHere = new(Answer.NotFromHere, []);
    public static readonly Verdict NotHeld = new(Answer.NotHeld, []);
    public static readonly Verdict Allowed = new(Answer.Allowed, []);

    /// <summary>May be made, perhaps with a reason.</summary>
    public bool IsPossible => Answer is Answer.Allowed or Answer.AskReason;

    /// <summary>Worth a button: held and from this state, even if a fact refuses it now.</summary>
    public bool IsShown => Answer is not (Answer.NotFromHere or Answer.NotHeld);
}
