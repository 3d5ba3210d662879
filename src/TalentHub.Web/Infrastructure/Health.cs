using Microsoft.AspNetCore.DataProtection;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Services.Documents;

namespace TalentHub.Web.Infrastructure;

/// <summary>What the readiness probe found.</summary>
public sealed record HealthReport(bool Database, bool Schema, bool Disk, bool Keys)
{
    public bool IsReady => Database && Schema && Disk && Keys;
}

/// <summary>Asks at most every two seconds, so that probes cost nothing and still tell the truth within five.</summary>
public sealed class HealthCache(IServiceScopeFactory scopes, IDataProtectionProvider protection, FileStore files, Settings settings, TimeProvider clock) : IDisposable
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

            var report = await ProbeAsync(ct);
            last = (clock.GetUtcNow(), report);
            return report;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>Each by itself: what is wrong with one is not laid to another.</summary>
    private async Task<HealthReport> ProbeAsync(CancellationToken ct)
    {
        var database = InTimeAsync(DatabaseAsync, (false, false), ct);
        var keys = InTimeAsync(_ => Task.FromResult(Keys()), false, ct);
        var (answers, isCurrent) = await database;
        return new HealthReport(answers, isCurrent, Disk(), await keys);
    }

    /// <summary>What lets one wait, or fails, is not ready: the truth is told within the time promised, and the reason is in the log of whatever failed.</summary>
    private static async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> ask, T otherwise, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            return await Task.Run(() => ask(patience.Token), ct).WaitAsync(Patience, ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            await patience.CancelAsync();
            return otherwise;
        }
    }

    private async Task<(bool Answers, bool IsCurrent)> DatabaseAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        return await db.Database.CanConnectAsync(ct) ? (true, await IsCurrentAsync(db, ct)) : (false, false);
    }

    private static async Task<bool> IsCurrentAsync(TalentHubDb db, CancellationToken ct)
    {
        try
        {
            return await DatabaseStart.IsCurrentAsync(db, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return false;
        }
    }

    private bool Keys()
    {
        var protector = protection.CreateProtector("health");
        return protector.Unprotect(protector.Protect([1])) is [1];
    }

    private bool Disk()
    {
        try
        {
            return new DriveInfo(settings.DataFolder).AvailableFreeSpace > LeastDisk && files.CanWrite();
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
        app.MapGet("/health/ready", async (HealthCache health, IHostApplicationLifetime lifetime, CurrentActor actor, CancellationToken ct) =>
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return Results.Text("stopping", statusCode: StatusCodes.Status503ServiceUnavailable);
            }

            var report = await health.GetAsync(ct);
            var status = report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return actor.Value.May(Capability.SeeOperations)
                ? Results.Json(report, statusCode: status)
                : Results.Text(report.IsReady ? "ready" : "not ready", statusCode: status);
        }).Needs(Right.Anonymous);
    }
}
