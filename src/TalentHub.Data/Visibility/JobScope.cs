using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.Demand;

namespace TalentHub.Data.Visibility;

/// <summary>
/// The few columns of a requisition that decide who sees what hangs on it. Read through this and not through <see cref="Requisition"/>, because a filter that
/// uses a filtered set takes that one's conditions along: an interviewer sees a candidate without seeing the request behind the job. It also names the job
/// of a row that the viewer may see; it is no way to list jobs.
/// </summary>
public sealed class JobScope
{
    public long Id { get; init; }

    /// <summary>The title; both parts as columns, because a view cannot carry a composed value.</summary>
    public string TitleEn { get; init; } = string.Empty;

    public string TitleZh { get; init; } = string.Empty;

    public long HiringManagerId { get; init; }

    public long? RecruiterId { get; init; }

    public bool IsConfidential { get; init; }

    public RequisitionState State { get; init; }
}

internal sealed class JobScopeMap : IEntityTypeConfiguration<JobScope>
{
    public void Configure(EntityTypeBuilder<JobScope> scope)
    {
        // Reads the table of requisitions; "view" keeps migrations from making one of its own.
        scope.HasNoKey();
        scope.ToView("Requisitions");
        scope.Property(j => j.TitleEn).HasColumnName("Title_En");
        scope.Property(j => j.TitleZh).HasColumnName("Title_Zh");
    }
}
