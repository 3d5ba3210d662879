using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;

namespace TalentHub.Data;

public abstract partial class TalentHubDb
{
    public DbSet<Requisition> Requisitions => Set<Requisition>();

    public DbSet<Opening> Openings => Set<Opening>();

    public DbSet<HeadcountPlan> HeadcountPlans => Set<HeadcountPlan>();

    public DbSet<RoleFamily> RoleFamilies => Set<RoleFamily>();

    public DbSet<CompanyReason> CompanyReasons => Set<CompanyReason>();
}
