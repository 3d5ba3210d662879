using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Flow;

namespace TalentHub.Data;

public abstract partial class TalentHubDb
{
    public DbSet<StateCount> StateCounts => Set<StateCount>();

    public DbSet<FlowDay> FlowDays => Set<FlowDay>();

    public DbSet<StateDwell> StateDwells => Set<StateDwell>();
}
