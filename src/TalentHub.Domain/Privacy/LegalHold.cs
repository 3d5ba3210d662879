using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Privacy;

/// <summary>A lawsuit, an audit or a duty for which this person's records must be kept: nobody erases them while it stands.</summary>
public sealed class LegalHold : Entity
{
    public const int ReasonLength = 1000;

    private LegalHold() => Reason = string.Empty;

    public LegalHold(Actor by, DateTime at, long personId, string? reason)
    {
        Require.That(by.May(Capability.HandlePrivacy), "You do not hold the right to do this.");
        PersonId = personId;
        Reason = Require.Text(reason, "Say for what the records must be kept.", ReasonLength, "Reason");
        PlacedBy = by.PersonId;
        PlacedAt = at;
    }

    public long PersonId { get; private set; }

    public string Reason { get; private set; }

    public long PlacedBy { get; private set; }

    public DateTime PlacedAt { get; private set; }

    public long? LiftedBy { get; private set; }

    /// <summary>Null while it stands.</summary>
    public DateTime? LiftedAt { get; private set; }

    public void Lift(Actor by, DateTime at)
    {
        Require.That(by.May(Capability.HandlePrivacy), "You do not hold the right to do this.");
        Require.That(LiftedAt is null, "This hold was lifted already.");
        Require.That(by.PersonId != PersonId, "Nobody lifts a hold that names themselves.");
        LiftedBy = by.PersonId;
        LiftedAt = at;
    }
}
