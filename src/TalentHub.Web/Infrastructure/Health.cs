using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;

namespace TalentHub.Web.Infrastructure;

/// <summary>What the readiness probe found.</summary>
public sealed record HealthReport(bool Database, bool Schema, bool Disk, bool Keys)
{
    public bool IsReady => Database && Schema && Disk && Keys;
}

/// <summary>Asks at most every two seconds, so that probes cost nothing and still tell the truth within five.</summary>
public sealed class HealthCache(IServiceScopeFactory scopes, Settings settings, TimeProvider clock) : IDisposable
{
    private const long LeastDisk = 100L * 1024 * 1024;
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);
    private readonly SemaphoreSlim one = new(1, 1);
    private (DateTimeOffset At, HealthReport Report)? last;

    public async Task<HealthReport> GetAsync(CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            if (last is { } known && clock.GetUtcNow() - known.At < Age)
            {
                return known.Report;
            }

            var report = await ProbeInTimeAsync(ct);
            last = (clock.GetUtcNow(), report);
            return report;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>A database that lets one wait is not ready: the truth is told within the time promised.</summary>
    private async Task<HealthReport> ProbeInTimeAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var probe = ProbeAsync(patience.Token);
        if (await Task.WhenAny(probe, Task.Delay(Patience, ct)) == probe)
        {
            return await probe;
        }

        await patience.CancelAsync();
        return new HealthReport(Database: false, Schema: false, Disk(), Keys: false);
    }

    private async Task<HealthReport> ProbeAsync(CancellationToken ct)
    {
        var (database, schema, keys) = (false, false, false);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
            var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
            database = await db.Database.CanConnectAsync(ct);
            schema = database && await DatabaseStart.IsCurrentAsync(db, ct);
            var protector = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>().CreateProtector("health");
            keys = protector.Unprotect(protector.Protect([1])) is [1];
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Not ready is the answer; the reason is in the log of whatever failed.
        }

        return new HealthReport(database, schema, Disk(), keys);
    }

    private bool Disk()
    {
        try
        {
            return new DriveInfo(settings.DataFolder).AvailableFreeSpace > LeastDisk;
        }
        catch (IOException)
        {
            return false;
        }
    }
}

public static class HealthEndpoints
{
    /// <summary>Live: the process answers. Ready: database, schema, disk and keys; the details are for administrators.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).Needs(Right.Anonymous);
        app.MapGet("/health/ready", async (HealthCache health, CurrentActor actor, CancellationToken ct) =>
        {
            var report = await health.GetAsync(ct);
            var status = report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return actor.Value.May(Capability.SeeOperations)
                ? Results.Json(report, statusCode: status)
                : Results.Text(report.IsReady ? "ready" : "not ready", statusCode: status);
        }).Needs(Right.Anonymous);
    }
}
