using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Common;

namespace TalentHub.Services.Accounts;

/// <summary>Opens the links by which a password is chosen: invitations and resets. Each works once.</summary>
public sealed class AccountLinks(TalentHubDb db, Passwords passwords, TimeProvider clock) : IService
{
    /// <summary>The account that the link opens now; null when it is unknown, used, expired, or a password was chosen since.</summary>
    public async Task<Account?> FindAsync(string? token, AccountLinkKind kind, CancellationToken ct) => (await LinkAsync(token, kind, ct))?.Account;

    /// <summary>Chooses the password and uses the link up; null when it no longer opens.</summary>
    /// <exception cref="DomainException">The password breaks a rule; the link stays usable.</exception>
    public async Task<Account?> RedeemAsync(string? token, AccountLinkKind kind, string? password, CancellationToken ct)
    {
        if (await LinkAsync(token, kind, ct) is not { Account: { } account } link)
        {
            return null;
        }

        await passwords.RequireGoodAsync(account, password, ct);
        var now = clock.UtcNow();
        if (await db.AccountLinks.Where(l => l.Id == link.Id && l.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), ct) != 1)
        {
            return null;
        }

        await passwords.SetAsync(account, password, keepSessionId: null, ct);
        return account;
    }

    private async Task<AccountLink?> LinkAsync(string? token, AccountLinkKind kind, CancellationToken ct)
    {
        if (!Tokens.IsToken(token))
        {
            return null;
        }

        var hash = Tokens.HashOf(token!);
        var now = clock.UtcNow();
        var link = await db.AccountLinks.Include(l => l.Account).SingleOrDefaultAsync(l => l.TokenHash == hash && l.Kind == kind && l.UsedAt == null && l.ExpiresAt > now, ct);
        return link is { Account: { IsDisabled: false } account } && account.SecurityStamp == link.Stamp ? link : null;
    }
}
