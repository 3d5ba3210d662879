using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Maps.Interviews;
using TalentHub.Domain.Interviews;

namespace TalentHub.Data;

public abstract partial class TalentHubDb
{
    public DbSet<InterviewPlan> InterviewPlans => Set<InterviewPlan>();

    /// <summary>Plans with the rounds that were removed from them, for putting one back.</summary>
    public IQueryable<InterviewPlan> PlansWithRemoved() => InterviewPlans.IgnoreQueryFilters([InterviewRoundMap.Kept]);

    public DbSet<Interview> Interviews => Set<Interview>();

    public DbSet<Scorecard> Scorecards => Set<Scorecard>();

    public DbSet<HiringDecision> HiringDecisions => Set<HiringDecision>();
}
