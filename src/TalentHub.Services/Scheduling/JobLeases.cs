using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Scheduling;

namespace TalentHub.Services.Scheduling;

/// <summary>Takes and gives back the right to run a job. One statement decides, so that two instances cannot both win.</summary>
public sealed class JobLeases(TalentHubDb db, TimeProvider clock) : IService
{
    /// <summary>Longer than any run should take without a sign of life; past it another instance may try.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    /// <summary>So far the clocks of two instances may differ.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(1);

    /// <summary>Null when this instance may not run the job now. A job that is not due costs one question.</summary>
    /// <param name="every">How often it runs. What is due later than that was written by a clock that was ahead, and counts as due: else a job would rest until that time comes.</param>
    public async Task<JobTerm?> TakeAsync(string job, string instance, TimeSpan every, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var (latestNext, latestUntil) = (now + every + ClockSlack, now + Length + ClockSlack);
        var known = await db.JobLeases.Where(l => l.Name == job).Select(l => new { l.Term, l.NextAt, l.Until }).SingleOrDefaultAsync(ct);
        if (known is null)
        {
            await BeginAsync(job, now, ct);
        }
        else if ((known.NextAt > now && known.NextAt <= latestNext) || (known.Until > now && known.Until <= latestUntil))
        {
            return null;
        }

        var before = known?.Term ?? 0;
        var taken = await db.JobLeases.Where(l => l.Name == job && l.Term == before && (l.NextAt <= now || l.NextAt > latestNext) && (l.Until <= now || l.Until > latestUntil))
            .ExecuteUpdateAsync(set => set
                .SetProperty(l => l.Holder, instance)
                .SetProperty(l => l.LastRanBy, instance)
                .SetProperty(l => l.Term, before + 1)
                .SetProperty(l => l.Until, now + Length)
                .SetProperty(l => l.LastStartedAt, now), ct);
        return taken == 1 ? new JobTerm(job, instance, before + 1, Length) : null;
    }

    /// <summary>A sign of life between two transactions of a long run. False when somebody else has it by now.</summary>
    public async Task<bool> KeepAsync(JobTerm term, CancellationToken ct)
    {
        var until = clock.UtcNow() + term.Length;
        return await Mine(term).ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, until), ct) == 1;
    }

    /// <summary>Gives it back; does nothing when the lease has passed to someone else meanwhile.</summary>
    public async Task GiveBackAsync(JobTerm term, TimeSpan every, string? error, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await Mine(term).ExecuteUpdateAsync(set => set
            .SetProperty(l => l.Holder, (string?)null)
            .SetProperty(l => l.Until, now)
            .SetProperty(l => l.NextAt, now + every)
            .SetProperty(l => l.LastEndedAt, now)
            .SetProperty(l => l.LastError, error)
            .SetProperty(l => l.Failures, l => error == null ? 0 : l.Failures + 1), ct);
    }

    /// <summary>Gives it back in the middle: this process stops, and any other may go on at once.</summary>
    public async Task LeaveAsync(JobTerm term, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await Mine(term).ExecuteUpdateAsync(set => set.SetProperty(l => l.Holder, (string?)null).SetProperty(l => l.Until, now).SetProperty(l => l.NextAt, now), ct);
    }

    private async Task BeginAsync(string job, DateTime now, CancellationToken ct)
    {
        db.JobLeases.Add(new JobLease { Name = job, Until = now, NextAt = now });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another instance made the row at the same moment; the statement after this decides between us.
        }

        db.ChangeTracker.Clear();
    }

    private IQueryable<JobLease> Mine(JobTerm term) => db.JobLeases.Where(l => l.Name == term.Job && l.Holder == term.Holder && l.Term == term.Term);
}
