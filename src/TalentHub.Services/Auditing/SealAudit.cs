using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TalentHub.Data;
using TalentHub.Domain.Auditing;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Auditing;

/// <summary>
/// Links what was written since the last time into the chain. It comes after the commit, because only then is it known which numbers there are; the lease keeps it to one instance,
/// and two that seal all the same collide at the number of the link. A chain whose end does not fit its seal is not continued: that would make a cut look whole.
/// </summary>
public sealed partial class SealAudit(TalentHubDb db, AuditKeeper keeper, TimeProvider clock, ILogger<SealAudit> logger) : IJob
{
    private const int Batch = 500;

    /// <summary>Longer than any transaction: an entry whose number is older is there by now or never.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    public string Name => "audit-seal";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken ct)
    {
        while (await db.InTransactionAsync(() => SealAsync(ct), ct) == Batch)
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> SealAsync(CancellationToken ct)
    {
        var head = await db.AuditHeads.SingleOrDefaultAsync(ct) ?? db.AuditHeads.Add(new AuditHead()).Entity;
        var (sequence, hash) = await keeper.EndAsync(ct);
        if (head.Seal.Length == 0 ? sequence != 0 : keeper.Opened(head) != AuditChain.End(sequence, hash))
        {
            Broken(logger);
            throw new InvalidOperationException("The end of the audit log does not fit its seal: audit verify says more.");
        }

        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Id > head.SealedThrough && !db.AuditSeals.Any(s => s.EntryId == e.Id)).OrderBy(e => e.Id).Take(Batch).ToListAsync(ct);
        foreach (var entry in entries)
        {
            hash = AuditChain.Link(hash, ++sequence, entry);
            db.AuditSeals.Add(new AuditSeal(sequence, entry.Id, hash));
        }

        if (entries.Count > 0)
        {
            keeper.Close(head, sequence, hash);
            var settled = clock.UtcNow() - Settled;
            head.SealedThrough = entries.Where(e => e.At < settled).Select(e => e.Id).Append(head.SealedThrough).Max();
            await db.SaveChangesAsync(ct);
        }

        return entries.Count;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The end of the audit log does not fit its seal: it was cut or rewritten. Run audit verify")]
    private static partial void Broken(ILogger logger);
}

/// <summary>Writes the end of the chain to the log of the process, which is kept elsewhere: <c>audit verify --head</c> compares with it.</summary>
public sealed partial class NoteAuditHead(AuditKeeper keeper, ILogger<NoteAuditHead> logger) : IJob
{
    public string Name => "audit-head";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var (sequence, hash) = await keeper.EndAsync(ct);
        var head = AuditChain.End(sequence, hash);
        Ends(logger, head);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The audit log ends at {Head}")]
    private static partial void Ends(ILogger logger, string head);
}
