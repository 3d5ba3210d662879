using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;

namespace TalentHub.Services.Scheduling;

/// <summary>Looks every few seconds which jobs are due and has them run one after the other. When the process is asked to stop, it begins no other.</summary>
public sealed partial class JobTimer(IServiceScopeFactory scopes, JobRunner runner, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<JobTimer> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // At the first sign, while requests are still answered: another process goes on the sooner.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            do
            {
                foreach (var name in Names())
                {
                    await RunAsync(name, stop.Token);
                }
            }
            while (await timer.WaitForNextTickAsync(stop.Token));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private List<string> Names()
    {
        using var scope = scopes.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        return [.. scope.ServiceProvider.GetServices<IJob>().Select(j => j.Name)];
    }

    private async Task RunAsync(string name, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            await runner.RunIfDueAsync(name, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The database is away: the next beat tries again.
            Away(logger, fault, name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} could not be begun or ended; it is tried again")]
    private static partial void Away(ILogger logger, Exception fault, string job);
}
