using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentHub.Data.Flow;

/// <summary>How many subjects of a machine stand in a state, per job; kept in the transaction of each move, not counted anew.</summary>
public sealed class StateCount
{
    public string Machine { get; set; } = string.Empty;

    /// <summary>0 for what belongs to no job.</summary>
    public long RequisitionId { get; set; }

    public string State { get; set; } = string.Empty;

    public int Count { get; set; }
}

/// <summary>How many went along an arrow on a day, per job.</summary>
public sealed class FlowDay
{
    public string Machine { get; set; } = string.Empty;

    public long RequisitionId { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>Empty for those that began.</summary>
    public string From { get; set; } = string.Empty;

    public string To { get; set; } = string.Empty;

    public int Moves { get; set; }
}

/// <summary>How long subjects stay in a state: recomputed now and then from the transitions of the last year.</summary>
public sealed class StateDwell
{
    public string Machine { get; set; } = string.Empty;

    public string State { get; set; } = string.Empty;

    /// <summary>Half stayed at most this many hours.</summary>
    public double MedianHours { get; set; }

    /// <summary>Nine in ten stayed at most this many hours.</summary>
    public double NinetyPercentHours { get; set; }

    /// <summary>Stays that were counted; those under a minute are slips of the hand and left out.</summary>
    public int Stays { get; set; }

    public DateTime At { get; set; }
}

internal sealed class StateCountMap : IEntityTypeConfiguration<StateCount>
{
    public void Configure(EntityTypeBuilder<StateCount> count)
    {
        count.HasKey(c => new { c.Machine, c.State, c.RequisitionId });
        count.Property(c => c.Machine).HasMaxLength(40);
        count.Property(c => c.State).HasMaxLength(40);
        count.HasIndex(c => c.RequisitionId);
    }
}

internal sealed class FlowDayMap : IEntityTypeConfiguration<FlowDay>
{
    public void Configure(EntityTypeBuilder<FlowDay> day)
    {
        day.HasKey(d => new { d.Machine, d.Day, d.RequisitionId, d.From, d.To });
        day.Property(d => d.Machine).HasMaxLength(40);
        day.Property(d => d.From).HasMaxLength(40);
        day.Property(d => d.To).HasMaxLength(40);
        day.HasIndex(d => d.RequisitionId);
    }
}

internal sealed class StateDwellMap : IEntityTypeConfiguration<StateDwell>
{
    public void Configure(EntityTypeBuilder<StateDwell> dwell)
    {
        dwell.HasKey(d => new { d.Machine, d.State });
        dwell.Property(d => d.Machine).HasMaxLength(40);
        dwell.Property(d => d.State).HasMaxLength(40);
    }
}
