namespace TalentHub.Web.Infrastructure;

/// <summary>
/// Asked to stop (SIGTERM, Ctrl+C), a process says at once that it is not ready, and goes on serving for as long as TALENTHUB_DRAIN says: whoever shares the requests out sees it and sends
/// them elsewhere. Then it takes no new ones, ends those that run, gives its leases back and writes what waits in memory.
/// </summary>
public sealed class Drain(Settings settings) : IHostedLifecycleService
{
    /// <summary>For requests that run when it takes no new ones, and for all that is to be put in order after them.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(settings.Drain, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Out of patience: it stops now.
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
