using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Services;
using TalentHub.Services.Accounts;

namespace TalentHub.Web.Infrastructure.SignIn;

/// <summary>Who may set up an empty installation: whoever reads its console; for the sample company also whoever sits at its machine.</summary>
public sealed class SetupDoor(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Codes of starts long ago no longer count.</summary>
    private static readonly TimeSpan CodeLife = TimeSpan.FromDays(7);

    /// <summary>Letters that are not mistaken for one another when typed from a screen.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Proto", "X-Real-IP", "Via", "CF-Connecting-IP"];

    /// <summary>A new code for this start, to be printed; null when the installation is set up.</summary>
    public async Task<string?> NewCodeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        if (await db.Companies.AnyAsync(ct))
        {
            return null;
        }

        var letters = RandomNumberGenerator.GetString(Letters, 16);
        var now = clock.UtcNow();
        await db.SetupCodes.Where(c => c.CreatedAt < now - CodeLife).ExecuteDeleteAsync(ct);
        db.SetupCodes.Add(new SetupCode { Hash = Tokens.HashOf(letters), CreatedAt = now });
        await db.SaveChangesAsync(ct);
        return string.Join('-', letters.Chunk(4).Select(c => new string(c)));
    }

    public async Task<bool> IsRightAsync(TalentHubDb db, string? typed, CancellationToken ct)
    {
        var hash = Tokens.HashOf(new string([.. (typed ?? string.Empty).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]));
        var oldest = clock.UtcNow() - CodeLife;
        return await db.SetupCodes.AnyAsync(c => c.Hash == hash && c.CreatedAt >= oldest, ct);
    }

    /// <summary>From this very machine, under its own name, with nothing in between that could speak for somebody else.</summary>
    public static bool IsAtTheMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
        && context.Request.Host.Host is ("localhost" or "127.0.0.1" or "[::1]")
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);
}

/// <summary>Before set-up every way leads to it.</summary>
public sealed class SetupMiddleware(RequestDelegate next, CompanyCache company)
{
    private static readonly string[] Open = ["/setup", "/health", "/lib", "/error", "/language", "/theme", "/robots.txt"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (Open.Any(o => context.Request.Path.StartsWithSegments(o, StringComparison.Ordinal))
            || context.Request.Path.Value!.StartsWith("/favicon.", StringComparison.Ordinal)
            || context.IsAboutFault()
            || await company.GetAsync(context.RequestAborted) is not null)
        {
            await next(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect("/setup");
    }
}
