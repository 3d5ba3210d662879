using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Scheduling;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Operations;

/// <summary>The sign of life that this process keeps in the database.</summary>
public sealed class Instances(TalentHubDb db, InstanceName name, TimeProvider clock) : IService
{
    /// <summary>Whoever was not seen for so long is forgotten.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    /// <summary>One statement; two more the first time, which also forgets those who were killed long ago.</summary>
    public async Task BeatAsync(DateTime startedAt, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (await db.ServingInstances.Where(i => i.Name == name.Value).ExecuteUpdateAsync(set => set.SetProperty(i => i.SeenAt, now), ct) == 1)
        {
            return;
        }

        var before = now - Lately;
        await db.ServingInstances.Where(i => i.SeenAt < before).ExecuteDeleteAsync(ct);
        db.ServingInstances.Add(new ServingInstance { Name = name.Value, Version = ProductVersion.Text, StartedAt = startedAt, SeenAt = now });
        await db.SaveChangesAsync(ct);
    }

    public Task LeaveAsync(CancellationToken ct) => db.ServingInstances.Where(i => i.Name == name.Value).ExecuteDeleteAsync(ct);
}
