using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.Auditing;

namespace TalentHub.Data.Auditing;

/// <summary>Numbers instead of references: an entry outlives the record that it speaks of. The indexes are those that the audit page filters by, newest first.</summary>
internal sealed class AuditEntryMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.Property(e => e.Capacity).HasMaxLength(AuditEntry.CapacityLength);
        entry.Property(e => e.Detail).HasMaxLength(AuditEntry.DetailLength);
        entry.Property(e => e.Network).HasMaxLength(AuditEntry.NetworkLength);
        entry.Property(e => e.Reference).HasMaxLength(AuditEntry.ReferenceLength);
        entry.Property(e => e.Text).HasMaxLength(AuditEntry.TextLength);
        entry.Property(e => e.TextSalt).HasMaxLength(16);
        entry.Property(e => e.TextHash).HasMaxLength(32);
        entry.Ignore(e => e.TextIsWhole);
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => new { e.PersonId, e.Id });
        entry.HasIndex(e => new { e.SubjectPersonId, e.Id });
        entry.HasIndex(e => new { e.Action, e.Id });
        entry.HasIndex(e => new { e.Record, e.RecordId, e.Id });
        entry.HasIndex(e => new { e.Record, e.Id });
        entry.HasIndex(e => new { e.Result, e.Id });
    }
}

internal sealed class AuditSealMap : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> seal)
    {
        seal.ToTable("AuditSeals");
        seal.HasKey(s => s.Sequence);
        seal.Property(s => s.Sequence).ValueGeneratedNever();
        seal.Property(s => s.Hash).HasMaxLength(32);
        seal.HasIndex(s => s.EntryId).IsUnique();
    }
}

internal sealed class AuditHeadMap : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> head)
    {
        head.ToTable("AuditHead");
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.Seal).HasMaxLength(1000);
    }
}
