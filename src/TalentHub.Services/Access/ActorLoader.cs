using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;

namespace TalentHub.Services.Access;

/// <summary>
/// What a signed-in person may do, read from the records at most every <see cref="MaximumAge"/>: a role taken away or an account disabled counts
/// everywhere within that time, whatever cookie is shown.
/// </summary>
public sealed class ActorLoader(IMemoryCache cache, IServiceScopeFactory scopes)
{
    /// <summary>Promised: within 30 seconds.</summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(20);

    /// <summary>Null when the account is gone or disabled.</summary>
    public async ValueTask<SignedInPerson?> LoadAsync(long accountId, CancellationToken ct)
    {
        if (cache.TryGetValue(Key(accountId), out SignedInPerson? known))
        {
            return known;
        }

        var loaded = await ReadAsync(accountId, ct);
        cache.Set(Key(accountId), loaded, MaximumAge);
        return loaded;
    }

    /// <summary>Forgets at once, in this instance.</summary>
    public void Forget(long accountId) => cache.Remove(Key(accountId));

    private static string Key(long accountId) => $"actor:{accountId}";

    private async Task<SignedInPerson?> ReadAsync(long accountId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        var account = await db.Users.AsNoTracking().Where(a => a.Id == accountId)
            .Select(a => new { a.PersonId, a.IsDisabled, a.SecurityStamp, a.Theme, a.KeysOff }).SingleOrDefaultAsync(ct);
        if (account is null || account.IsDisabled)
        {
            return null;
        }

        var person = await db.People.AsNoTracking().Where(p => p.Id == account.PersonId).Select(p => new { p.Name, p.Language, p.Zone }).SingleAsync(ct);
        var roles = await db.RoleGrants.AsNoTracking().Where(g => g.PersonId == account.PersonId).Select(g => g.Role).ToListAsync(ct);
        var rights = roles.Aggregate(RoleRights.Of(Role.Employee), (set, role) => set | RoleRights.Of(role));
        var relations = new List<Relation>();
        foreach (var probes in scope.ServiceProvider.GetServices<IRelationProbe>().GroupBy(p => p.Relation))
        {
            foreach (var probe in probes)
            {
                if (await probe.HoldsAsync(account.PersonId, db, ct))
                {
                    relations.Add(probes.Key);
                    rights |= RoleRights.Of(probes.Key);
                    break;
                }
            }
        }

        return new SignedInPerson(
            new Actor(account.PersonId, ActorKind.Person, rights), roles, relations, person.Name.In(person.Language), person.Language, person.Zone, account.SecurityStamp,
            account.Theme, account.KeysOff);
    }
}

/// <summary>The person behind a session, as the shell and the rights need them.</summary>
public sealed record SignedInPerson(
    Actor Actor, IReadOnlyList<Role> Roles, IReadOnlyList<Relation> Relations, string Name, string Language, string? Zone, string? SecurityStamp, string Theme, bool KeysOff);
