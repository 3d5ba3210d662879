using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Services.Access;
using TalentHub.Services.Notifications;

namespace TalentHub.Services.Accounts;

/// <summary>Someone who is to work with the product.</summary>
public sealed record Colleague(
    string Name, string Email, string Title, IReadOnlyCollection<Role> Roles, long DepartmentId, long LocationId, long? ManagerId, string Language, bool HeadsDepartment = false,
    string? LatinName = null);

/// <summary>An invitation that was made.</summary>
/// <param name="Link">Opens once; to be shown only where no mail leaves.</param>
public sealed record Invitation(Account Account, string Link, bool IsMailed);

/// <summary>Invites people: an account without a password, and a link by which its owner chooses one.</summary>
public sealed class Invitations(TalentHubDb db, Mailer mailer, IMailTransport transport, PublicAddress address, TimeProvider clock) : IService, IInvitePeople
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>For somebody who is on record already. Adds to the context; the caller's save writes account, link and mail.</summary>
    public async Task InviteAsync(long personId, Actor by, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        await InviteAsync(await db.People.SingleAsync(p => p.Id == personId, ct), by, ct);
    }

    /// <inheritdoc cref="InviteAsync(long, Actor, CancellationToken)"/>
    /// <exception cref="DomainException">The address is missing or belongs to another account.</exception>
    public async Task<Invitation> InviteAsync(Person person, Actor by, CancellationToken ct)
    {
        Require.That(person.Email is not null, "An account needs an e-mail address.", "Email");
        using var reading = db.ReadingAsSystem();
        var account = await db.Users.SingleOrDefaultAsync(a => a.PersonId == person.Id, ct);
        if (account is null)
        {
            account = FirstStart.AccountOf(person, clock.UtcNow());
            var key = account.NormalizedUserName;
            Require.That(!await db.Users.AnyAsync(a => a.NormalizedUserName == key, ct), "There is an account with this e-mail address already.", "Email");
            db.Users.Add(account);
        }

        Require.That(account.PasswordHash is null, "This person has chosen a password already.");
        db.AccountLinks.RemoveRange(await db.AccountLinks.Where(l => l.AccountId == account.Id && l.Kind == AccountLinkKind.Invitation && l.UsedAt == null).ToListAsync(ct));
        return await MailAsync(account, person, by, ct);
    }

    /// <summary>A new colleague: person, employment, roles, account and invitation in one transaction. A known address is the same person.</summary>
    public Task<Invitation> AddAsync(Colleague colleague, Actor by, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            using var reading = db.ReadingAsSystem();
            var now = clock.UtcNow();
            Require.That(EmailAddress.IsValid(colleague.Email), "This is not an e-mail address.", "Email");
            Require.That(await db.Departments.AnyAsync(d => d.Id == colleague.DepartmentId, ct), "Choose a department.", "DepartmentId");
            var place = await db.Locations.SingleOrDefaultAsync(l => l.Id == colleague.LocationId, ct);
            Require.That(place is not null, "Choose a place.", "LocationId");
            Require.That(colleague.ManagerId is not { } manager || await EmployedAsync(manager, ct), "Choose a manager who works here.", "ManagerId");
            var key = EmailAddress.Normalise(colleague.Email);
            var person = await db.People.Where(p => p.EmailKey == key && p.MergedIntoId == null && !db.Users.Any(a => a.PersonId == p.Id)).OrderBy(p => p.Id).FirstOrDefaultAsync(ct)
                ?? db.People.Add(new Person(PersonName.Parse(colleague.Name, colleague.LatinName), colleague.Email, null, colleague.Language, now)).Entity;
            person.Speaks(colleague.Language, place!.Zone);
            await db.SaveChangesAsync(ct);
            if (!await EmployedAsync(person.Id, ct))
            {
                var employment = new Employment(
                    by, now, person.Id, colleague.DepartmentId, colleague.LocationId, colleague.Title, null, null, colleague.ManagerId, Clock.DayIn(now, place.Zone), null);
                employment.Arrive(Actor.System with { OnBehalfOf = by.PersonId }, now);
                db.Employments.Add(employment);
            }

            if (colleague.HeadsDepartment)
            {
                (await db.Departments.SingleAsync(d => d.Id == colleague.DepartmentId, ct)).LedBy(person.Id);
            }

            var invitation = await InviteAsync(person, by, ct);
            db.RoleGrants.AddRange(colleague.Roles.Where(r => r != Role.Employee).Distinct()
                .Select(r => new RoleGrant { PersonId = person.Id, Role = r, GivenBy = by.PersonId, GivenAt = now }));
            await db.SaveChangesAsync(ct);
            return invitation;
        },
        ct);

    private Task<bool> EmployedAsync(long personId, CancellationToken ct) => db.Employments.AnyAsync(e => e.PersonId == personId && EmploymentFlow.Employed.Contains(e.State), ct);

    private async Task<Invitation> MailAsync(Account account, Person person, Actor by, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var token = Tokens.New();
        db.AccountLinks.Add(new AccountLink
        {
            Kind = AccountLinkKind.Invitation, Account = account, TokenHash = Tokens.HashOf(token), Stamp = account.SecurityStamp ?? string.Empty, CreatedAt = now, ExpiresAt = now + Life,
        });
        var company = await db.Companies.AsNoTracking().SingleAsync(ct);
        var inviter = await InviterAsync(by, company, person.Language, ct);
        var link = address.Of("/account/join/" + token);
        mailer.Queue(new MailOrder("account-invitation", account.Email!, person.Language, person.Id == 0 ? null : person.Id, new Dictionary<string, string>
        {
            ["companyName"] = company.Name.In(person.Language),
            ["recipientName"] = person.Name.CalledIn(person.Language),
            ["inviterName"] = inviter,
            ["expiresOn"] = MailDays.Day(Clock.DayIn(now + Life, person.Zone ?? company.Zone), person.Language),
            ["invitationLink"] = link,
        }) { Secrets = ["invitationLink"] });
        return new Invitation(account, link, transport.IsConfigured);
    }

    private async Task<string> InviterAsync(Actor by, Company company, string language, CancellationToken ct)
    {
        var id = by.OnBehalfOf ?? by.PersonId;
        var name = await db.People.Where(p => p.Id == id).Select(p => p.Name).FirstOrDefaultAsync(ct);
        return name?.In(language) ?? company.Name.In(language);
    }
}
