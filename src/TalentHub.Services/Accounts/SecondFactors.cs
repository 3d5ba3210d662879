using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Auditing;

namespace TalentHub.Services.Accounts;

/// <summary>The second factor of an account: an authenticator app, and ten recovery codes for the day it is lost.</summary>
public sealed class SecondFactors(TalentHubDb db, IDataProtectionProvider protection, TimeProvider clock) : IService
{
    public const int RecoveryCodes = 10;

    private const string Purpose = "second-factor";

    private static readonly TimeSpan OfferLife = TimeSpan.FromHours(1);

    /// <summary>Leaves out letters that are mistaken for digits.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Codes follow the clock of the phone, also where the product's own clock is shifted for a test.</summary>
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public Task<bool> HasAsync(long accountId, CancellationToken ct) => db.SecondFactors.AnyAsync(f => f.AccountId == accountId, ct);

    public Task<int> RecoveryLeftAsync(long accountId, CancellationToken ct) => db.RecoveryCodes.CountAsync(c => c.AccountId == accountId, ct);

    /// <summary>A secret to be set up, sealed for this account: nothing is kept before its first code is right, so looking changes nothing.</summary>
    public string Offer(long accountId) => Sealer(accountId).Protect(Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + "|" + Totp.NewSecret());

    /// <summary>What the seal holds; null when it is old, altered or another account's.</summary>
    public string? Unseal(long accountId, string? offer)
    {
        try
        {
            var parts = string.IsNullOrEmpty(offer) ? [] : Sealer(accountId).Unprotect(offer).Split('|');
            return parts.Length == 2 && Now - DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[0], CultureInfo.InvariantCulture)) < OfferLife ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The first right code makes it count. Hands out the recovery codes, this once; null when the code is wrong or there is one already.</summary>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(long accountId, string? offer, string? code, CancellationToken ct)
    {
        if (Unseal(accountId, offer) is not { } secret || Totp.Match(secret, code, Now, 0) is not { } step || await HasAsync(accountId, ct))
        {
            return null;
        }

        db.SecondFactors.Add(new SecondFactor { AccountId = accountId, ProtectedSecret = Protector.Protect(secret), ConfirmedAt = clock.UtcNow(), LastStep = step });
        return await RenewRecoveryAsync(accountId, ct);
    }

    /// <summary>Keeps a known secret: for the accounts that the seeder makes for testers.</summary>
    public void Keep(long accountId, string secret) =>
        db.SecondFactors.Add(new SecondFactor { AccountId = accountId, ProtectedSecret = Protector.Protect(secret), ConfirmedAt = clock.UtcNow() });

    /// <summary>A code of the app or a recovery code; each works once.</summary>
    public async Task<bool> CheckAsync(long accountId, string? typed, CancellationToken ct)
    {
        var factor = await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(f => f.AccountId == accountId, ct);
        if (factor is null)
        {
            return false;
        }

        if (Totp.Match(Protector.Unprotect(factor.ProtectedSecret), typed, Now, factor.LastStep) is { } step)
        {
            // Of two that bring the same code at once, one moves the step.
            return await db.SecondFactors.Where(f => f.AccountId == accountId && f.LastStep < step).ExecuteUpdateAsync(set => set.SetProperty(f => f.LastStep, step), ct) == 1;
        }

        var hash = Tokens.HashOf(Plain(typed));
        return await db.RecoveryCodes.Where(c => c.AccountId == accountId && c.Hash == hash).ExecuteDeleteAsync(ct) == 1;
    }

    /// <summary>Ten new recovery codes; the old ones no longer open.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryAsync(long accountId, CancellationToken ct)
    {
        await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(ct);
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(Letters, 12)).ToList();
        db.Audit(new AuditNote(AuditAction.RecoveryCodesMade, RecordKind.Account, accountId));
        db.RecoveryCodes.AddRange(codes.Select(c => new RecoveryCode { AccountId = accountId, Hash = Tokens.HashOf(c) }));
        await db.SaveChangesAsync(ct);
        return codes.ConvertAll(c => $"{c[..4]}-{c[4..8]}-{c[8..]}");
    }

    /// <summary>Takes it away: by its owner, or by an administrator when phone and codes are lost.</summary>
    public async Task RemoveAsync(long accountId, CancellationToken ct)
    {
        await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(ct);
        await db.SecondFactors.Where(f => f.AccountId == accountId).ExecuteDeleteAsync(ct);
        db.Audit(new AuditNote(AuditAction.FactorRemoved, RecordKind.Account, accountId));
        await db.SaveChangesAsync(ct);
    }

    private IDataProtector Protector => protection.CreateProtector(Purpose);

    private IDataProtector Sealer(long accountId) => protection.CreateProtector(Purpose, "offer", accountId.ToString(CultureInfo.InvariantCulture));

    private static string Plain(string? typed) => new([.. (typed ?? string.Empty).ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
