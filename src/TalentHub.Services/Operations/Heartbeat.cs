using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;

namespace TalentHub.Services.Operations;

/// <summary>Says every few seconds that this process serves. A database that is away is no fault here: whoever needs it says so.</summary>
public sealed partial class Heartbeat(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Heartbeat> logger) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private readonly DateTime startedAt = clock.UtcNow();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(instances => instances.LeaveAsync(cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);   // by real time even where tests move the clock
        try
        {
            do
            {
                await TryAsync(instances => instances.BeatAsync(startedAt, stoppingToken));
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private async Task TryAsync(Func<Instances, Task> work)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
            await work(scope.ServiceProvider.GetRequiredService<Instances>());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Missed(logger, fault.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign of life of this process could not be written: {Fault}")]
    private static partial void Missed(ILogger logger, string fault);
}
