using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Data.Maps.People;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;

namespace TalentHub.Data.Maps.Onboarding;

internal sealed class OnboardingPlanMap : IEntityTypeConfiguration<OnboardingPlan>
{
    public void Configure(EntityTypeBuilder<OnboardingPlan> plan)
    {
        plan.ToTable("OnboardingPlans");
        plan.Property(p => p.Details).HasJson();
        plan.HasIndex(p => p.OfferId).IsUnique();
        plan.HasIndex(p => p.PersonId);
        plan.HasIndex(p => p.EmploymentId);
        plan.HasIndex(p => p.RequisitionId);
        plan.HasOne<Offer>().WithMany().HasForeignKey(p => p.OfferId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<Employment>().WithMany().HasForeignKey(p => p.EmploymentId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<Location>().WithMany().HasForeignKey(p => p.LocationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OnboardingTaskMap : IEntityTypeConfiguration<OnboardingTask>
{
    public void Configure(EntityTypeBuilder<OnboardingTask> task)
    {
        task.ToTable("OnboardingTasks");
        task.Ignore(t => t.Queue);
        task.Property(t => t.Remark).HasMaxLength(2000);
        task.Property(t => t.WaitsFor).HasMaxLength(200);
        task.HasIndex(t => new { t.PlanId, t.Order });
        task.HasIndex(t => new { t.OwnerId, t.State });
        task.HasOne<OnboardingPlan>().WithMany().HasForeignKey(t => t.PlanId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OnboardingTemplateMap : IEntityTypeConfiguration<OnboardingTemplate>
{
    public void Configure(EntityTypeBuilder<OnboardingTemplate> template)
    {
        template.ToTable("OnboardingTemplates");
        template.ComplexProperty(t => t.Name, Names.Short);
        template.Property(t => t.RoleFamily).HasMaxLength(60);
        template.HasMany(t => t.Tasks).WithOne().HasForeignKey("TemplateId").OnDelete(DeleteBehavior.Cascade);
        template.Navigation(t => t.Tasks).AutoInclude();
    }
}

internal sealed class TemplateTaskMap : IEntityTypeConfiguration<TemplateTask>
{
    public void Configure(EntityTypeBuilder<TemplateTask> task)
    {
        task.ToTable("OnboardingTemplateTasks");
        task.ComplexProperty(t => t.Title, Names.Short);
    }
}

internal sealed class HolidayMap : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> holiday)
    {
        holiday.ComplexProperty(h => h.Name, Names.Short);
        holiday.HasIndex(h => new { h.LocationId, h.On }).IsUnique();
        holiday.HasOne<Location>().WithMany().HasForeignKey(h => h.LocationId).OnDelete(DeleteBehavior.Cascade);
    }
}
