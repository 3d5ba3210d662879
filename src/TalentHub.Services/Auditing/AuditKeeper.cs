using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Auditing;

namespace TalentHub.Services.Auditing;

/// <summary>Where the chain ends, and the seal on it. The keys are the installation's own.</summary>
public sealed class AuditKeeper(TalentHubDb db, IDataProtectionProvider protection) : IService
{
    private const string Purpose = "audit-head";

    /// <summary>The end of the chain as the head says it; null where the seal is not ours.</summary>
    public string? Opened(AuditHead head)
    {
        try
        {
            return protection.CreateProtector(Purpose).Unprotect(head.Seal);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The end of the chain as its last link says it: <c>0:000…</c> while there is none.</summary>
    public async Task<(long Sequence, byte[] Hash)> EndAsync(CancellationToken ct) =>
        await db.AuditSeals.AsNoTracking().OrderByDescending(s => s.Sequence).FirstOrDefaultAsync(ct) is { } last ? (last.Sequence, last.Hash) : (0, AuditChain.Start);

    public void Close(AuditHead head, long sequence, byte[] hash)
    {
        head.Sequence = sequence;
        head.Seal = protection.CreateProtector(Purpose).Protect(AuditChain.End(sequence, hash));
    }
}
