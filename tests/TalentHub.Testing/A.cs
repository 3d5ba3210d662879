using TalentHub.Domain.Access;

namespace TalentHub.Testing;

/// <summary>Builders start valid; a test states only what matters to it. Stages add theirs in files of their own (partial).</summary>
public static partial class A
{
    private static long lastPerson = 1000;

    /// <summary>The instant at which time stands still in tests: a Tuesday, noon in UTC.</summary>
    public static readonly DateTime Noon = new(2026, 3, 3, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Someone with just these capabilities.</summary>
    public static Actor Person(params Capability[] capabilities) =>
        new(Interlocked.Increment(ref lastPerson), ActorKind.Person, CapabilitySet.Of(capabilities));

    /// <summary>Someone who holds a role (and is employed).</summary>
    public static Actor Person(Role role, params Relation[] relations) =>
        new(Interlocked.Increment(ref lastPerson), ActorKind.Person,
            relations.Aggregate(RoleRights.Of(role) | RoleRights.Of(Role.Employee), (set, relation) => set | RoleRights.Of(relation)));
}
