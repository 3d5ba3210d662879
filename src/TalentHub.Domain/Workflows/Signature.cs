using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Workflows;

/// <summary>
/// One of two names under a move that takes two: X signs, no state changes; then Y's signature fires the move. Withdrawable until then, never the same person twice.
/// </summary>
public sealed class Signature : Entity
{
    private Signature()
    {
        Machine = Trigger = string.Empty;
    }

    public Signature(string machine, long subjectId, string trigger, Actor by, DateTime at, string? note)
    {
        Machine = machine;
        SubjectId = subjectId;
        Trigger = trigger;
        SignerId = by.PersonId;
        SignedAt = at;
        Note = Require.AtMost(note, Transition.ReasonLength, "Reason");
    }

    public string Machine { get; private set; }

    public long SubjectId { get; private set; }

    /// <summary>The move that is signed for.</summary>
    public string Trigger { get; private set; }

    public long SignerId { get; private set; }

    public DateTime SignedAt { get; private set; }

    public string? Note { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public bool Stands => WithdrawnAt is null;

    /// <summary>It counts no more: the other one who should have signed sent the matter back.</summary>
    internal void Void(DateTime at)
    {
        Require.That(Stands, "This signature has been withdrawn already.");
        WithdrawnAt = at;
    }

    /// <exception cref="DomainException">It is someone else's, or already withdrawn.</exception>
    public void Withdraw(Actor by, DateTime at)
    {
        Require.That(by.PersonId == SignerId, "Only the person who signed can withdraw a signature.");
        Require.That(Stands, "This signature has been withdrawn already.");
        WithdrawnAt = at;
    }
}
