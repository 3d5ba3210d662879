using TalentHub.Domain.Workflows;

namespace TalentHub.Web.Components;

/// <summary>The moves that a viewer may make now, for the partial <c>_Moves</c>. The first possible one that leads on is the filled button.</summary>
/// <param name="Version">Of the record; posted with each move.</param>
public sealed record MovesView(string Machine, Guid Version, IReadOnlyList<MoveView> Moves)
{
    /// <summary>May be the filled button: it goes along the line, as the machine's table says.</summary>
    public bool LeadsOn(MoveView move) => !move.IsQuiet && Machines.Find(Machine)?.LeadsOn(move.Trigger.ToString()!) == true;
}

/// <summary>
/// One move. With <paramref name="Href"/> it opens a form page; else it posts to <paramref name="Handler"/> of the present page, asking for a reason in place when the
/// verdict or <paramref name="AsksReason"/> wants one.
/// </summary>
/// <param name="Verdict">From <c>Can</c>. What is not shown to the viewer is left out by the partial.</param>
/// <param name="Confirm">A question before a move that cannot be undone.</param>
public sealed record MoveView(object Trigger, Verdict Verdict, string? Href = null, string? Handler = null, bool AsksReason = false, string? Confirm = null)
{
    /// <summary>Another wording than the trigger's own.</summary>
    public string? Label { get; init; }

    /// <summary>What the page showed and the move relies on; it comes back as the field "Shown". Null where the version alone says it.</summary>
    public string? Shown { get; init; }

    /// <summary>Never the filled button: a way out, not the way on.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>A single key that presses it.</summary>
    public string? Key { get; init; }
}
