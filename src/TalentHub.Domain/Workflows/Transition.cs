using TalentHub.Domain.Access;

namespace TalentHub.Domain.Workflows;

/// <summary>
/// One move that was made; append-only, one table for all machines. History, time in state, the flow map and undo read this table.
/// </summary>
public sealed class Transition
{
    /// <summary>Reasons and notes are at most this long.</summary>
    public const int ReasonLength = 2000;

    private Transition()
    {
        Machine = To = Trigger = string.Empty;
    }

    internal Transition(
        string machine, string? from, string to, string trigger, Actor by, DateTime at, DateTime? since, Reason? reason, DateOnly? effective)
    {
        Machine = machine;
        From = from;
        To = to;
        Trigger = trigger;
        ActorId = by.PersonId == 0 ? null : by.PersonId;
        ActorKind = by.Kind;
        OnBehalfOf = by.OnBehalfOf;
        At = at;
        Since = since;
        EffectiveOn = effective;
        ReasonCode = reason?.Code;
        Reason = reason?.Text;
    }

    public long Id { get; private set; }

    /// <summary>The machine's name: <c>requisition</c>.</summary>
    public string Machine { get; private set; }

    public long SubjectId { get; private set; }

    /// <summary>Null for the row that begins the history.</summary>
    public string? From { get; private set; }

    public string To { get; private set; }

    public string Trigger { get; private set; }

    /// <summary>The person who acted; null for the system and for a visitor without a record.</summary>
    public long? ActorId { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public long? OnBehalfOf { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Since when the subject had stood in <see cref="From"/>; <see cref="At"/> minus this is the dwell.</summary>
    public DateTime? Since { get; private set; }

    /// <summary>From when it counts, where that differs from when it was done.</summary>
    public DateOnly? EffectiveOn { get; private set; }

    public string? ReasonCode { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The row that this one undoes.</summary>
    public long? Undoes { get; private set; }

    /// <summary>Called by the save once the subject has its number.</summary>
    public void Belongs(long subjectId) => SubjectId = subjectId;

    internal void MarkUndo(long transitionId) => Undoes = transitionId;
}

/// <summary>Why: a code from the company's list, words, or both.</summary>
public sealed record Reason(string? Code, string? Text)
{
    public static implicit operator Reason?(string? text) => string.IsNullOrWhiteSpace(text) ? null : new Reason(null, text.Trim());

    /// <summary>Null when neither part says anything.</summary>
    public static Reason? From(string? code, string? text) =>
        string.IsNullOrWhiteSpace(code) && string.IsNullOrWhiteSpace(text) ? null : new Reason(Clean(code), Clean(text));

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
