using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;

namespace TalentHub.Data;

/// <summary>The audit log. Changes write themselves down in the save; what is no change of a row says so by <see cref="Audit"/>.</summary>
public abstract partial class TalentHubDb
{
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Who acts, as what and from where; by default as far as <see cref="Viewer"/> tells.</summary>
    public IAuditOrigin? Origin { get; set; }

    /// <summary>The clock of the entries.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Who acts now.</summary>
    public AuditOrigin Acting => Origin?.Now() ?? AuditOrigin.Of(Viewer);

    private bool SeesAudit => Viewer.May(Capability.SeeAudit);

    /// <summary>Writes something down with the next save, in its transaction: an export, an erasure, a sign-in.</summary>
    /// <param name="by">Who did it, where that is not whoever acts in this scope: <see cref="AuditOrigin.Operator"/> for a verb.</param>
    public void Audit(AuditNote note, AuditOrigin? by = null) => AuditEntries.Add(new AuditEntry(by ?? Acting, note, Time.GetUtcNow().UtcDateTime));

    /// <summary>
    /// Takes the words out of all entries about a person, as erasure must: reasons that somebody wrote. The chain holds only their salted hash and stays whole. The one change
    /// of an entry that there is.
    /// </summary>
    public Task<int> BlankAuditTextsAsync(long personId, CancellationToken ct) =>
        AuditEntries.IgnoreQueryFilters(Sight).Where(e => e.SubjectPersonId == personId && e.TextHash != null)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Text, (string?)null).SetProperty(e => e.TextSalt, (byte[]?)null), ct);

    /// <summary>Whoever holds the right sees all entries; everybody those about themselves.</summary>
    private void AuditVisibility(ModelBuilder builder) =>
        builder.Entity<AuditEntry>().HasQueryFilter("Visible", e => ViewerIsSystem || SeesAudit || e.SubjectPersonId == Me);
}
