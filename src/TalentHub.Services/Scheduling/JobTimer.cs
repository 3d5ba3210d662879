using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;

namespace TalentHub.Services.Scheduling;

/// <summary>Looks every few seconds which jobs are due, takes their lease and runs them one after the other. A fault in one stops none of the others.</summary>
public sealed partial class JobTimer(IServiceScopeFactory scopes, InstanceName instance, TimeProvider clock, ILogger<JobTimer> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            do
            {
                await RunDueAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private async Task RunDueAsync(CancellationToken ct)
    {
        List<string> names;
        await using (var scope = AsSystem())
        {
            names = [.. scope.ServiceProvider.GetServices<IJob>().Select(j => j.Name)];
        }

        foreach (var name in names)
        {
            await RunAsync(name, ct);
        }
    }

    private async Task RunAsync(string name, CancellationToken ct)
    {
        try
        {
            await using var scope = AsSystem();
            var job = scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == name);
            await using var leaseScope = AsSystem();
            var leases = leaseScope.ServiceProvider.GetRequiredService<JobLeases>();
            if (!await leases.TakeAsync(name, instance.Value, ct))
            {
                return;
            }

            string? error = null;
            try
            {
                await job.RunAsync(ct);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                error = fault.GetType().Name;
                Failed(logger, fault, name);
            }

            await leases.GiveBackAsync(name, instance.Value, job.Every, error, CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The database is away: the next beat tries again.
            Failed(logger, fault, name);
        }
    }

    private AsyncServiceScope AsSystem()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed; it is tried again at its next time")]
    private static partial void Failed(ILogger logger, Exception fault, string job);
}
