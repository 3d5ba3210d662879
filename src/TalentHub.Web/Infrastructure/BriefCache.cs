using Microsoft.Extensions.Caching.Memory;
using TalentHub.Data.Saving;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// Keeps what every page asks for again: a few seconds at most, and never past a save of this instance. The key names the viewer wherever the answer depends on who asks.
/// </summary>
public sealed class BriefCache(IMemoryCache cache, ChangeClock changes, TimeProvider clock)
{
    /// <summary>How long what another instance saved may stay unseen.</summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(5);

    public ValueTask<T> GetAsync<T>(object key, Func<Task<T>> read)
    {
        // Read first: a save that falls between the two makes the answer look older than it is, never newer.
        var now = changes.Now;
        return cache.TryGetValue(key, out Kept<T>? kept) && kept!.AsOf == now && clock.GetElapsedTime(kept.At) < MaximumAge
            ? new ValueTask<T>(kept.Value)
            : new ValueTask<T>(ReadAsync(key, now, read));
    }

    private async Task<T> ReadAsync<T>(object key, long now, Func<Task<T>> read)
    {
        var value = await read();
        cache.Set(key, new Kept<T>(value, now, clock.GetTimestamp()), MaximumAge);
        return value;
    }

    private sealed record Kept<T>(T Value, long AsOf, long At);
}
