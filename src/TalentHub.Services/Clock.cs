using System.Collections.Concurrent;

namespace TalentHub.Services;

public static class Clock
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Zones = new(StringComparer.Ordinal);

    /// <summary>The instant in UTC, as we store it.</summary>
    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    /// <summary>The day that it is in a zone. An unknown zone counts as UTC.</summary>
    public static DateOnly TodayIn(this TimeProvider clock, string? zone) => DayIn(clock.UtcNow(), zone);

    public static DateOnly DayIn(DateTime instant, string? zone) => DateOnly.FromDateTime(LocalIn(instant, zone));

    public static DateTime LocalIn(DateTime instant, string? zone) =>
        zone is not null && Find(zone) is { } found ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), found) : instant;

    /// <summary>The instant at which a local wall-clock time happens in a zone; a time that a clock change skips moves forward by the gap.</summary>
    public static DateTime InstantOf(DateTime local, string zone)
    {
        var found = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(found.IsInvalidTime(unspecified) ? unspecified.AddHours(1) : unspecified, found);
    }

    /// <summary>The last second of a day in a zone: what is due on a day is late when the day is over there, and belongs to that day wherever its clock is read.</summary>
    public static DateTime EndOf(DateOnly day, string? zone)
    {
        var last = day.ToDateTime(new TimeOnly(23, 59, 59));
        return zone is not null && Find(zone) is not null ? InstantOf(last, zone) : DateTime.SpecifyKind(last, DateTimeKind.Utc);
    }

    /// <summary>The framework's own search takes a lock, and a page asks for every row. Only zones that exist are kept, so nobody can fill the memory.</summary>
    private static TimeZoneInfo? Find(string zone)
    {
        if (Zones.TryGetValue(zone, out var known))
        {
            return known;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? Zones.GetOrAdd(zone, found) : null;
    }
}
