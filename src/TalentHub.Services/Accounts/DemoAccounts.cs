using Microsoft.EntityFrameworkCore;
using TalentHub.Data;

namespace TalentHub.Services.Accounts;

/// <summary>The accounts of the people whom one can be in demo mode; one is made on first use, without a password.</summary>
public sealed class DemoAccounts(TalentHubDb db, TimeProvider clock) : IService
{
    /// <summary>Null when there is nobody of that label, or the account is disabled.</summary>
    public async Task<long?> FindAsync(string? label, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var person = await db.DemoPeople.Where(d => d.Label == label).Join(db.People, d => d.PersonId, p => p.Id, (_, p) => p).SingleOrDefaultAsync(ct);
        if (person is null)
        {
            return null;
        }

        var account = await db.Users.SingleOrDefaultAsync(a => a.PersonId == person.Id, ct);
        if (account is null && person.Email is not null)
        {
            account = FirstStart.AccountOf(person, clock.UtcNow());
            db.Users.Add(account);
            await db.SaveChangesAsync(ct);
        }

        return account is { IsDisabled: false } ? account.Id : null;
    }
}
