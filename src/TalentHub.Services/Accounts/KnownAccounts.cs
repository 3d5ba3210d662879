using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Accounts;

namespace TalentHub.Services.Accounts;

/// <summary>Opens accounts with passwords that are written down elsewhere: for <c>seed --accounts</c>, nothing else.</summary>
public sealed class KnownAccounts(TalentHubDb db, UserManager<Account> users, SecondFactors factors, TimeProvider clock) : IService
{
    /// <summary>Makes the account where there is none, sets the password and, when given, the authenticator's secret (base 32); the caller's scope saves by itself.</summary>
    public async Task<Account> OpenAsync(long personId, string password, string? secret, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var account = await db.Users.SingleOrDefaultAsync(a => a.PersonId == personId, ct);
        if (account is null)
        {
            account = FirstStart.AccountOf(await db.People.SingleAsync(p => p.Id == personId, ct), clock.UtcNow());
            db.Users.Add(account);
        }

        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        await db.SaveChangesAsync(ct);
        if (secret is not null)
        {
            await factors.RemoveAsync(account.Id, ct);
            factors.Keep(account.Id, secret);
            await db.SaveChangesAsync(ct);
        }

        return account;
    }
}
