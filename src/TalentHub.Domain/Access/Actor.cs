namespace TalentHub.Domain.Access;

/// <summary>What stands behind an act.</summary>
public enum ActorKind
{
    /// <summary>Someone signed in.</summary>
    Person,

    /// <summary>A candidate or hire who came through a signed link; no account.</summary>
    Candidate,

    /// <summary>A timer or a reaction.</summary>
    System,
}

/// <summary>Who acts, with what rights. A plain value: aggregates get it as an argument and never ask anyone.</summary>
/// <param name="PersonId">The person's record; 0 for the system.</param>
/// <param name="OnBehalfOf">The person for whom a delegate acts.</param>
public sealed record Actor(long PersonId, ActorKind Kind, CapabilitySet Rights, long? OnBehalfOf = null)
{
    public static readonly Actor System = new(0, ActorKind.System, RoleRights.System);

    /// <summary>Somebody on the public site, before we know them.</summary>
    public static readonly Actor Visitor = new(0, ActorKind.Candidate, RoleRights.Candidate);

    public static Actor Candidate(long personId) => new(personId, ActorKind.Candidate, RoleRights.Candidate);

    public bool May(Capability capability) => Rights.Contains(capability);

    public bool IsSystem => Kind == ActorKind.System;
}
