using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalentHub.Data;
using TalentHub.Data.Observability;
using TalentHub.Data.Scheduling;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;

namespace TalentHub.Services.Scheduling;

/// <summary>How a run of a job ended.</summary>
public enum JobEnd
{
    Done,
    Failed,

    /// <summary>The process was asked to stop; another goes on.</summary>
    Stopped,

    /// <summary>Another process had taken it over; nothing more was written.</summary>
    Lost,
}

/// <summary>Runs one job under its lease, which every transaction of the job looks at again. A fault in one stops none of the others.</summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, InstanceName instance, ILogger<JobRunner> logger)
{
    private static readonly TimeSpan SignOfLife = JobLeases.Length / 5;

    /// <summary>How long a stopping process takes to give a lease back.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <returns>Null when it is not due, or another process runs it.</returns>
    public async Task<JobEnd?> RunIfDueAsync(string name, CancellationToken ct)
    {
        await using var leaseScope = AsSystem();
        var leases = leaseScope.ServiceProvider.GetRequiredService<JobLeases>();
        await using var scope = AsSystem();
        var job = scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == name);
        if (await leases.TakeAsync(name, instance.Value, job.Every, ct) is not { } term)
        {
            return null;
        }

        scope.ServiceProvider.GetRequiredService<TalentHubDb>().Lease = term;
        var started = Stopwatch.GetTimestamp();
        using var span = Signals.Source.StartActivity("job " + name);
        var (end, error) = await WatchedAsync(job, term, ct);
        using var farewell = new CancellationTokenSource(Farewell);
        await (end switch
        {
            JobEnd.Done or JobEnd.Failed => leases.GiveBackAsync(term, job.Every, error, farewell.Token),
            JobEnd.Stopped => leases.LeaveAsync(term, farewell.Token),
            JobEnd.Lost => Task.CompletedTask,
        });
        Tell(span, name, end, Stopwatch.GetElapsedTime(started));
        return end;
    }

    private async Task<(JobEnd End, string? Error)> WatchedAsync(IJob job, JobTerm term, CancellationToken ct)
    {
        using var watched = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var keeping = KeepAsync(term, watched, over.Token);
        try
        {
            await job.RunAsync(watched.Token);
            return (JobEnd.Done, null);
        }
        catch (LeaseLost)
        {
            Lost(logger, job.Name);
            return (JobEnd.Lost, null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return (JobEnd.Stopped, null);
        }
        catch (OperationCanceledException) when (watched.IsCancellationRequested)
        {
            Lost(logger, job.Name);
            return (JobEnd.Lost, null);
        }
        catch (Exception fault)
        {
            Failed(logger, fault, job.Name);
            return (JobEnd.Failed, fault.GetType().Name);
        }
        finally
        {
            await over.CancelAsync();
            await keeping;
        }
    }

    /// <summary>Signs of life beside a run that takes long between two transactions; without the lease it is called off.</summary>
    private async Task KeepAsync(JobTerm term, CancellationTokenSource watched, CancellationToken over)
    {
        using var timer = new PeriodicTimer(SignOfLife);   // by real time even where tests move the clock
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                await using var scope = AsSystem();
                if (!await scope.ServiceProvider.GetRequiredService<JobLeases>().KeepAsync(term, over))
                {
                    await watched.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The run is over.
        }
        catch (Exception fault)
        {
            // The next transaction of the job looks for itself.
            Unsure(logger, fault.GetType().Name, term.Job);
        }
    }

    private static void Tell(Activity? span, string name, JobEnd end, TimeSpan took)
    {
        var outcome = end.ToString().ToLowerInvariant();
        span?.SetTag("job", name).SetTag("outcome", outcome);
        Signals.JobRuns.Record(took.TotalSeconds, new("job", name), new("outcome", outcome));
    }

    private AsyncServiceScope AsSystem()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed; it is tried again at its next time")]
    private static partial void Failed(ILogger logger, Exception fault, string job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} was taken over by another process and ends here")]
    private static partial void Lost(ILogger logger, string job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of job {Job} could not be kept: {Fault}")]
    private static partial void Unsure(ILogger logger, string fault, string job);
}
