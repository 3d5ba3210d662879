using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Interviews;

namespace TalentHub.Data;

public abstract partial class TalentHubDb
{
    public DbSet<InterviewPlan> InterviewPlans => Set<InterviewPlan>();

    public DbSet<Interview> Interviews => Set<Interview>();

    public DbSet<Scorecard> Scorecards => Set<Scorecard>();

    public DbSet<HiringDecision> HiringDecisions => Set<HiringDecision>();
}
