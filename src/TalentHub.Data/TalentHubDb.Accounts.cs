using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Accounts;

namespace TalentHub.Data;

public abstract partial class TalentHubDb
{
    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();

    public DbSet<ResetRequest> ResetRequests => Set<ResetRequest>();

    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<DemoPerson> DemoPeople => Set<DemoPerson>();

    public DbSet<SetupCode> SetupCodes => Set<SetupCode>();

    public DbSet<SetupClaim> SetupClaims => Set<SetupClaim>();

    public DbSet<GuessCount> GuessCounts => Set<GuessCount>();
}
