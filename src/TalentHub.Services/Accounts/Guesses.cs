using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Services.Accounts;

/// <summary>How many tries are free, multiplied by the rate factor of the installation.</summary>
public sealed record GuessLimits(double Factor);

/// <summary>
/// Slows guessing down. Counters stand in the database, so all instances share them; a try is counted before it is judged, so that a hundred at once
/// count as a hundred; an address without an account is counted like any other.
/// </summary>
public sealed class Guesses(IServiceScopeFactory scopes, GuessLimits limits, TimeProvider clock)
{
    public const int FreeByAccount = 5;
    public const int FreeByNetwork = 30;

    /// <summary>The longest wait: an owner is never locked out for longer by a stranger.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan AccountMemory = TimeSpan.FromHours(24);
    private static readonly TimeSpan NetworkMemory = TimeSpan.FromHours(1);

    public static string AccountKey(string? email) => "a:" + Tokens.HashOf(EmailAddress.Normalise(email ?? string.Empty));

    public static string CodeKey(long accountId) => $"c:{accountId}";

    public static string NetworkKey(IPAddress? address) => "n:" + NetworkOf(address);

    /// <summary>The neighbourhood of an address: /24 for IPv4, /64 for IPv6.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        Array.Clear(bytes, plain.AddressFamily == AddressFamily.InterNetwork ? 3 : 8, plain.AddressFamily == AddressFamily.InterNetwork ? 1 : 8);
        return new IPAddress(bytes) + (plain.AddressFamily == AddressFamily.InterNetwork ? "/24" : "/64");
    }

    /// <summary>Counts one try under each key. Null: go on; else how long to wait, and nothing was tried.</summary>
    public async Task<TimeSpan?> TakeAsync(IReadOnlyList<string> keys, CancellationToken ct)
    {
        await using var scope = AsSystem(out var db);
        return await db.InTransactionAsync(() => CountAsync(db, keys, ct), ct);
    }

    /// <summary>It was right: the account's counter begins anew, the network gets its try back.</summary>
    public async Task RightAsync(IReadOnlyList<string> keys, CancellationToken ct)
    {
        await using var scope = AsSystem(out var db);
        foreach (var key in keys)
        {
            var count = db.GuessCounts.Where(c => c.Key == key);
            if (key.StartsWith("n:", StringComparison.Ordinal))
            {
                await count.Where(c => c.Failures > 0).ExecuteUpdateAsync(set => set.SetProperty(c => c.Failures, c => c.Failures - 1), ct);
            }
            else
            {
                await count.ExecuteDeleteAsync(ct);
            }
        }
    }

    private async Task<TimeSpan?> CountAsync(TalentHubDb db, IReadOnlyList<string> keys, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var counts = await db.GuessCounts.Where(c => keys.Contains(c.Key)).ToListAsync(ct);

        // Nobody waits longer than the longest wait: what opens later was written by a clock that was ahead.
        var opens = counts.Select(c => c.OpensAt).Where(at => at <= now + LongestWait).Append(now).Max();
        if (opens > now)
        {
            return opens - now;
        }

        foreach (var key in keys)
        {
            var count = counts.Find(c => c.Key == key) ?? db.GuessCounts.Add(new GuessCount { Key = key }).Entity;
            var isNetwork = key.StartsWith("n:", StringComparison.Ordinal);
            count.Failures = now - count.LastAt > (isNetwork ? NetworkMemory : AccountMemory) ? 1 : count.Failures + 1;
            count.LastAt = now;
            count.OpensAt = now + Wait(count.Failures, (isNetwork ? FreeByNetwork : FreeByAccount) * limits.Factor);
        }

        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Doubles with each try beyond the free ones: 1 s, 2 s, 4 s … a quarter of an hour.</summary>
    private static TimeSpan Wait(int failures, double free) =>
        failures < free ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(failures - free, 20))));

    private AsyncServiceScope AsSystem(out TalentHubDb db)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        return scope;
    }
}
