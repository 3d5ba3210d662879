using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;

namespace TalentHub.Services.Accounts;

/// <summary>What a company is made of at first.</summary>
public sealed record FirstCompany(Bilingual Name, string Zone, string Currency, string Country, Bilingual Place);

/// <summary>Who administers it at first.</summary>
public sealed record FirstPerson(string Name, string Email, string Password, string Language);

/// <summary>Turns an empty installation into a company: one transaction, once.</summary>
public sealed class FirstStart(TalentHubDb db, UserManager<Account> users, ShippedCopies copies, TimeProvider clock) : IService
{
    /// <summary>A start that was killed while loading does not block the next for ever.</summary>
    private static readonly TimeSpan ClaimLife = TimeSpan.FromMinutes(15);

    private static Sentence TooLate => "Somebody else is setting up this installation at the moment. Look again in a minute.";

    /// <summary>The company, its first place and department, and its first administrator; everything that ships is copied in.</summary>
    /// <returns>The administrator's account.</returns>
    /// <exception cref="DomainException">A rule refuses a value, or somebody else was faster.</exception>
    public async Task<Account> SetUpAsync(FirstCompany company, FirstPerson first, CancellationToken ct)
    {
        var name = PersonName.Parse(first.Name);
        Require.That(EmailAddress.IsValid(first.Email), "This is not an e-mail address.", "Email");
        if (PasswordRules.Objection(first.Password, first.Email, name.Display) is { } objection)
        {
            throw new DomainException(objection) { Field = "Password" };
        }

        using var reading = db.ReadingAsSystem();
        return await db.InTransactionAsync(
            async () =>
            {
                await ClaimAsync(ct);
                return await CreateAsync(company, first, name, ct);
            },
            ct);
    }

    /// <summary>Takes the one claim, or says that it is taken.</summary>
    public async Task ClaimAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        Require.That(!await db.Companies.AnyAsync(ct), TooLate);
        await db.SetupClaims.Where(c => c.At < now - ClaimLife).ExecuteDeleteAsync(ct);
        db.SetupClaims.Add(new SetupClaim { At = now });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Its key exists: the other one wins.
            db.ChangeTracker.Clear();
            throw new DomainException(TooLate);
        }
    }

    public Task GiveBackAsync(CancellationToken ct) => db.SetupClaims.ExecuteDeleteAsync(ct);

    private async Task<Account> CreateAsync(FirstCompany company, FirstPerson first, PersonName name, CancellationToken ct)
    {
        var now = clock.UtcNow();
        db.Companies.Add(new Company(company.Name, company.Zone, company.Currency, isDemo: false, now));
        var place = new Location(company.Place, company.Zone, company.Country, company.Currency);
        var person = new Person(name, first.Email, null, first.Language, now);
        person.Speaks(first.Language, company.Zone);
        db.Locations.Add(place);
        db.LegalEntities.Add(new LegalEntity("1", company.Name with { }, company.Country, null));
        db.People.Add(person);
        await db.SaveChangesAsync(ct);

        // Someone must stand at the head of the chain until a head is named.
        var whole = new Department("ALL", new Bilingual("Whole company", "全公司"), null, person.Id);
        db.Departments.Add(whole);
        await db.SaveChangesAsync(ct);
        var employment = new Employment(
            Actor.System, now, person.Id, whole.Id, place.Id, first.Language.StartsWith("zh", StringComparison.Ordinal) ? "系统管理员" : "Administrator", null, null, null,
            Clock.DayIn(now, company.Zone), null);
        employment.Arrive(Actor.System, now);
        db.Employments.Add(employment);
        var account = AccountOf(person, now);
        account.PasswordHash = users.PasswordHasher.HashPassword(account, first.Password);
        db.Users.Add(account);
        db.RoleGrants.Add(new RoleGrant { PersonId = person.Id, Role = Role.Admin, GivenAt = now });
        await copies.AddAsync(company.Name, first.Email, person.Id, ct);
        await db.SaveChangesAsync(ct);
        await db.SetupCodes.ExecuteDeleteAsync(ct);
        return account;
    }

    /// <summary>An account without a password yet.</summary>
    internal static Account AccountOf(Person person, DateTime now)
    {
        var email = person.Email!.Trim();
        var key = email.Normalize().ToUpperInvariant();
        return new Account
        {
            PersonId = person.Id, UserName = email, NormalizedUserName = key, Email = email, NormalizedEmail = key, CreatedAt = now,
            SecurityStamp = Guid.NewGuid().ToString("N"), ConcurrencyStamp = Guid.NewGuid().ToString("N"),
        };
    }
}
