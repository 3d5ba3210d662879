using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;

namespace TalentHub.Data.Setup;

/// <summary>Who acts in this scope: a request's signed-in person, a job's system, a signed link's candidate. Set once, before the database is rented.</summary>
public sealed class CurrentActor
{
    /// <summary>Until somebody is known: nobody, who sees nothing.</summary>
    public Actor Value { get; private set; } = new(0, ActorKind.Person, CapabilitySet.None);

    /// <summary>False for a visitor of the public pages.</summary>
    public bool IsSignedIn => Value is { Kind: ActorKind.Person, PersonId: > 0 };

    /// <summary>The signed link by which somebody came without an account.</summary>
    public SignedLink? Link { get; private set; }

    public void Set(Actor actor) => Value = actor;

    public void CameBy(SignedLink link) => Link = link;
}

/// <summary>Who acts, as far as the scope alone tells: jobs, verbs, tests. Requests know more.</summary>
internal sealed class ScopeOrigin(CurrentActor actor) : IAuditOrigin
{
    public AuditOrigin Now() => AuditOrigin.Of(actor.Value);
}
