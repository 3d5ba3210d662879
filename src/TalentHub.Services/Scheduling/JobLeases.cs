using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Scheduling;

namespace TalentHub.Services.Scheduling;

/// <summary>Takes and gives back the right to run a job. One statement decides, so that two instances cannot both win.</summary>
public sealed class JobLeases(TalentHubDb db, TimeProvider clock) : IService
{
    /// <summary>Longer than any run should take; past it another instance may try.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    /// <summary>True when this instance may run the job now.</summary>
    public async Task<bool> TakeAsync(string job, string instance, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (!await db.JobLeases.AnyAsync(l => l.Name == job, ct))
        {
            db.JobLeases.Add(new JobLease { Name = job, Until = now, NextAt = now });
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                // Another instance made the row at the same moment; the statement below decides between us.
            }

            db.ChangeTracker.Clear();
        }

        var taken = await db.JobLeases.Where(l => l.Name == job && l.NextAt <= now && l.Until <= now)
            .ExecuteUpdateAsync(set => set
                .SetProperty(l => l.Holder, instance)
                .SetProperty(l => l.LastRanBy, instance)
                .SetProperty(l => l.Term, l => l.Term + 1)
                .SetProperty(l => l.Until, now + Length)
                .SetProperty(l => l.LastStartedAt, now), ct);
        return taken == 1;
    }

    /// <summary>Gives it back; does nothing when the lease has passed to someone else meanwhile.</summary>
    public async Task GiveBackAsync(string job, string instance, TimeSpan every, string? error, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await db.JobLeases.Where(l => l.Name == job && l.Holder == instance)
            .ExecuteUpdateAsync(set => set
                .SetProperty(l => l.Holder, (string?)null)
                .SetProperty(l => l.Until, now)
                .SetProperty(l => l.NextAt, now + every)
                .SetProperty(l => l.LastEndedAt, now)
                .SetProperty(l => l.LastError, error)
                .SetProperty(l => l.Failures, l => error == null ? 0 : l.Failures + 1), ct);
    }
}
