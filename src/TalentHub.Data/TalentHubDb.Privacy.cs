using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Privacy;

namespace TalentHub.Data;

public abstract partial class TalentHubDb
{
    public DbSet<PrivacyRequest> PrivacyRequests => Set<PrivacyRequest>();

    public DbSet<RetentionRule> RetentionRules => Set<RetentionRule>();

    public DbSet<RetentionRun> RetentionRuns => Set<RetentionRun>();

    public DbSet<LegalHold> LegalHolds => Set<LegalHold>();

    public DbSet<ErasedPerson> ErasedPeople => Set<ErasedPerson>();
}
