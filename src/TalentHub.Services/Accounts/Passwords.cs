using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Services.Notifications;

namespace TalentHub.Services.Accounts;

/// <summary>Checks and sets passwords, through Identity's hasher and stores.</summary>
public sealed class Passwords(TalentHubDb db, UserManager<Account> users, Sessions sessions, Mailer mailer, TimeProvider clock) : IService
{
    /// <summary>
    /// A hash of nothing that anybody knows, in today's format: an unknown address costs the same work as a wrong password.
    /// </summary>
    private static readonly Lazy<string> Nobody = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Tokens.New()));

    /// <summary>The account, when address and password are right; else whose was tried, if anybody's. The same work in every case.</summary>
    public async Task<(Account? Right, Account? Tried)> CheckAsync(string? email, string? password, CancellationToken ct)
    {
        var key = users.NormalizeEmail((email ?? string.Empty).Trim());
        var account = await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == key, ct);
        var hash = account is { IsDisabled: false, PasswordHash: { } own } ? own : null;
        var typed = password is { Length: <= PasswordRules.Longest } ? password : string.Empty;
        var verdict = users.PasswordHasher.VerifyHashedPassword(account ?? new Account(), hash ?? Nobody.Value, typed);
        return (hash is null || verdict == PasswordVerificationResult.Failed ? null : account, account);
    }

    /// <summary>Sets a password: other sessions end, links by mail become void, the owner is told.</summary>
    /// <param name="keepSessionId">The session in which it was asked; it goes on under the new stamp.</param>
    /// <exception cref="DomainException">The password breaks a rule; the field is Password.</exception>
    public async Task SetAsync(Account account, string? password, long? keepSessionId, CancellationToken ct)
    {
        var person = await RequireGoodAsync(account, password, ct);
        if (account is { PasswordHash: not null, Email: { } email })
        {
            mailer.Queue(new MailOrder("password-changed", email, person.Language, person.Id, new Dictionary<string, string>
            {
                ["recipientName"] = person.Name.CalledIn(person.Language),
                ["changedAt"] = MailDays.Moment(Clock.LocalIn(clock.UtcNow(), person.Zone), person.Language),
            }));
        }

        account.PasswordHash = users.PasswordHasher.HashPassword(account, password!);
        await EndSessionsAsync(account, keepSessionId, ct);
    }

    /// <summary>The account's person, when the password is fit for them.</summary>
    /// <exception cref="DomainException">It breaks a rule; the field is Password.</exception>
    public async Task<Person> RequireGoodAsync(Account account, string? password, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == account.PersonId, ct);
        return PasswordRules.Objection(password, account.Email, person.Name.Display) is { } objection
            ? throw new DomainException(objection) { Field = "Password" }
            : person;
    }

    /// <summary>A new stamp ends all sessions but one, everywhere within seconds.</summary>
    public async Task EndSessionsAsync(Account account, long? keepSessionId, CancellationToken ct)
    {
        var saved = await users.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded)
        {
            throw new DbUpdateConcurrencyException(string.Join(' ', saved.Errors.Select(e => e.Code)));
        }

        await sessions.EndAllAsync(account.Id, keepSessionId, ct);
        if (keepSessionId is { } keep)
        {
            var stamp = account.SecurityStamp ?? string.Empty;
            await db.Sessions.Where(s => s.Id == keep && s.AccountId == account.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Stamp, stamp), ct);
        }
    }
}
