using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TalentHub.Services.Auditing;

/// <summary>
/// Empties the queue of looks twice a second, and once more when the process is asked to stop, after the server took its last request. A killed process loses what waited: at most a second.
/// </summary>
public sealed partial class WriteLooks(ReadLog log, ILogger<WriteLooks> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // Its own time: requests that did not end may have used up that of the stop.
        using var farewell = new CancellationTokenSource(Farewell);
        await WriteAsync(farewell.Token);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat);   // by real time even where tests move the clock
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await WriteAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    /// <summary>While the database is away they wait, and the queue fills: then pages are refused rather than shown without a trace.</summary>
    private async Task WriteAsync(CancellationToken ct)
    {
        try
        {
            await log.FlushAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(logger, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looks could not be written to the audit log; they wait and are tried again")]
    private static partial void Failed(ILogger logger, Exception fault);
}
