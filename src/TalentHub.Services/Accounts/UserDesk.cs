using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Services.Access;

namespace TalentHub.Services.Accounts;

/// <summary>What an administrator does to other people's accounts. Four eyes: nobody does these to their own.</summary>
public sealed class UserDesk(TalentHubDb db, Passwords passwords, SecondFactors factors, ActorLoader actors, TimeProvider clock) : IService
{
    public async Task GiveRolesAsync(Account account, IReadOnlyCollection<Role> roles, Actor by, CancellationToken ct)
    {
        NotOneself(account, by, "Nobody changes their own roles. Ask another administrator.");
        var wanted = roles.Where(r => r != Role.Employee).ToHashSet();
        var held = await db.RoleGrants.Where(g => g.PersonId == account.PersonId).ToListAsync(ct);
        db.RoleGrants.RemoveRange(held.Where(g => !wanted.Contains(g.Role)));
        db.RoleGrants.AddRange(wanted.Where(r => held.TrueForAll(g => g.Role != r))
            .Select(r => new RoleGrant { PersonId = account.PersonId, Role = r, GivenBy = by.PersonId, GivenAt = clock.UtcNow() }));
        await db.SaveChangesAsync(ct);
        actors.Forget(account.Id);
    }

    public async Task SetDisabledAsync(Account account, bool disabled, Actor by, CancellationToken ct)
    {
        NotOneself(account, by, "Nobody disables their own account. Ask another administrator.");
        account.IsDisabled = disabled;
        await passwords.EndSessionsAsync(account, keepSessionId: null, ct);
        actors.Forget(account.Id);
    }

    public async Task SignOutEverywhereAsync(Account account, CancellationToken ct)
    {
        await passwords.EndSessionsAsync(account, keepSessionId: null, ct);
        actors.Forget(account.Id);
    }

    /// <summary>Phone and codes are lost: the next sign-in asks for the password only, and where the role wants it a new factor is set up.</summary>
    public async Task RemoveFactorAsync(Account account, Actor by, CancellationToken ct)
    {
        NotOneself(account, by, "Nobody takes away their own second factor here. Use “My account”.");
        await factors.RemoveAsync(account.Id, ct);
        await passwords.EndSessionsAsync(account, keepSessionId: null, ct);
    }

    private static void NotOneself(Account account, Actor by, string otherwise) => Require.That(account.PersonId != by.PersonId, otherwise);
}
