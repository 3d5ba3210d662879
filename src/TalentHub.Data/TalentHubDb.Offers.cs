using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;

namespace TalentHub.Data;

public abstract partial class TalentHubDb
{
    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<OnboardingPlan> OnboardingPlans => Set<OnboardingPlan>();

    public DbSet<OnboardingTask> OnboardingTasks => Set<OnboardingTask>();

    public DbSet<OnboardingTemplate> OnboardingTemplates => Set<OnboardingTemplate>();

    public DbSet<Holiday> Holidays => Set<Holiday>();

    /// <summary>Whose task belongs to which plan, for filters.</summary>
    internal DbSet<TaskScope> TaskScopes => Set<TaskScope>();
}
