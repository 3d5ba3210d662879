using TalentHub.Domain.Access;

namespace TalentHub.Data.Setup;

/// <summary>Who acts in this scope: a request's signed-in person, a job's system, a signed link's candidate. Set once, before the database is rented.</summary>
public sealed class CurrentActor
{
    /// <summary>Until somebody is known: nobody, who sees nothing.</summary>
    public Actor Value { get; private set; } = new(0, ActorKind.Person, CapabilitySet.None);

    /// <summary>False for a visitor of the public pages.</summary>
    public bool IsSignedIn => Value is { Kind: ActorKind.Person, PersonId: > 0 };

    public void Set(Actor actor) => Value = actor;
}
