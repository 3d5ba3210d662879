using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentHub.Data.Scheduling;

/// <summary>Who may run a job, until when, and how its last run went. One row a job; the timer says when, this row says who.</summary>
public sealed class JobLease
{
    public string Name { get; set; } = string.Empty;

    /// <summary>The instance that runs it now.</summary>
    public string? Holder { get; set; }

    /// <summary>Grows with every take: whoever holds an older one holds nothing any more.</summary>
    public long Term { get; set; }

    /// <summary>When the lease ends by itself: a stopped instance blocks nobody for longer.</summary>
    public DateTime Until { get; set; }

    /// <summary>Not before this.</summary>
    public DateTime NextAt { get; set; }

    public DateTime? LastStartedAt { get; set; }

    public DateTime? LastEndedAt { get; set; }

    /// <summary>The kind of the last fault; null when the last run was well.</summary>
    public string? LastError { get; set; }

    /// <summary>How many runs in a row ended in a fault.</summary>
    public int Failures { get; set; }

    /// <summary>The instance that ran it last.</summary>
    public string? LastRanBy { get; set; }
}

internal sealed class JobLeaseMap : IEntityTypeConfiguration<JobLease>
{
    public void Configure(EntityTypeBuilder<JobLease> lease)
    {
        lease.HasKey(l => l.Name);
        lease.Property(l => l.Name).HasMaxLength(60);
        lease.Property(l => l.Holder).HasMaxLength(ServingInstance.NameLength);
        lease.Property(l => l.LastRanBy).HasMaxLength(ServingInstance.NameLength);
        lease.Property(l => l.LastError).HasMaxLength(200);
    }
}
