using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.Onboarding;

namespace TalentHub.Data.Visibility;

/// <summary>
/// The few columns of an onboarding task that decide who sees its plan. Read through this and not through <see cref="OnboardingTask"/>: a task's filter asks for the
/// plan, and a plan's filter for the tasks, so one of the two must look past the filters.
/// </summary>
internal sealed class TaskScope
{
    public long PlanId { get; init; }

    public long? OwnerId { get; init; }

    public TaskOwner Owner { get; init; }
}

internal sealed class TaskScopeMap : IEntityTypeConfiguration<TaskScope>
{
    public void Configure(EntityTypeBuilder<TaskScope> scope)
    {
        // Reads the table of tasks; "view" keeps migrations from making one of its own.
        scope.HasNoKey();
        scope.ToView("OnboardingTasks");
    }
}
