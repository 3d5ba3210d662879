using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.Demand;

namespace TalentHub.Data.Visibility;

/// <summary>
/// The few columns of a requisition that decide who sees what hangs on it. Read through this and not through <see cref="Requisition"/>, because a filter that
/// uses a filtered set takes that one's conditions along: an interviewer sees a candidate without seeing the request behind the job.
/// </summary>
internal sealed class JobScope
{
    public long Id { get; init; }

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
    }
}
