using System.Diagnostics.Metrics;
using TalentHub.Data.Observability;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Services.Operations;

namespace TalentHub.Web.Infrastructure;

/// <summary>Looks every half minute how much waits, for the gauge; only there where a collector is.</summary>
internal sealed partial class QueueGauge(IServiceScopeFactory scopes, ILogger<QueueGauge> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private volatile Measurement<long>[] last = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Signals.Measure(() => last);
        using var timer = new PeriodicTimer(Every);
        try
        {
            do
            {
                await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
            var (queues, looks) = await scope.ServiceProvider.GetRequiredService<OperationsDesk>().QueuesAsync(ct);
            long[] lengths = [queues.MailWaiting, queues.MailFailed, queues.ToRead, queues.FilesToDrop, queues.Erasures, looks, queues.Unsealed, queues.WorkItems];
            last = [.. Signals.Queues.Zip(lengths, (queue, length) => new Measurement<long>(length, new KeyValuePair<string, object?>("queue", queue)))];
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Old lengths would be told as if they were new.
            last = [];
            Missed(logger, fault.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lengths of the queues could not be measured: {Fault}")]
    private static partial void Missed(ILogger logger, string fault);
}
