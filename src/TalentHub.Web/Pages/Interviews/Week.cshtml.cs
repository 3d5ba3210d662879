using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Services;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>The calendar of a week on the reader's clock, of everyone visible or of one interviewer. With an application and a round, free hours book.</summary>
public sealed class WeekModel(TalentHubDb db, Reader reader, Text text, TimeProvider clock) : PageModel
{
    public const int FirstHour = 8;
    public const int LastHour = 20;
    private const int Most = 500;

    /// <summary>Any day of the week.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Of { get; set; }

    /// <summary>One interviewer's week.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Who { get; set; }

    /// <summary>The application to book for.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Book { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Round { get; set; }

    public DateOnly Monday { get; private set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<DateOnly> Days { get; private set; } = [];

    public IReadOnlyList<int> Hours { get; private set; } = [];

    public ILookup<(DateOnly Day, int Hour), Event> Events { get; private set; } = null!;

    public IReadOnlyList<(long Id, string Name)> People { get; private set; } = [];

    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public string Zone => reader.Zone;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Today = clock.TodayIn(Zone);
        var day = Of is { Year: > 2000 and < 2200 } chosen ? chosen : Today;
        Monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var (from, to) = (InstantOf(Monday), InstantOf(Monday.AddDays(7)));
        var rows = await db.Interviews.AsNoTracking()
            .Where(i => InterviewFlow.InCalendar.Contains(i.State) && i.StartsAt >= from && i.StartsAt < to)
            .OrderBy(i => i.StartsAt).ThenBy(i => i.Id)
            .Select(i => new Event(i.Id, i.PersonId, new Bilingual(i.RoundName.En, i.RoundName.Zh), i.State, i.StartsAt!.Value, i.EndsAt!.Value, i.Panel.Select(m => m.PersonId).ToList()))
            .Take(Most)
            .ToListAsync(ct);
        Names = await db.NamesAsync(rows.SelectMany(r => r.Panel.Append(r.PersonId)).Concat(Who is { } one ? [one] : []), text.Language, ct);
        People = [.. rows.SelectMany(r => r.Panel).Concat(Who is { } also ? [also] : []).Distinct().Select(p => (p, Names.GetValueOrDefault(p, "?"))).OrderBy(p => p.Item2)];
        Events = (Who is { } who ? rows.Where(r => r.Panel.Contains(who)) : rows).ToLookup(r => (Clock.DayIn(r.StartsAt, Zone), Clock.LocalIn(r.StartsAt, Zone).Hour));
        var used = Events.Select(g => g.Key).ToList();
        var weekend = used.Exists(u => u.Day >= Monday.AddDays(5));
        Days = [.. Enumerable.Range(0, weekend ? 7 : 5).Select(Monday.AddDays)];

        // A single interview at night adds its own hour, not all the empty ones before the morning.
        Hours = [.. Enumerable.Range(FirstHour, LastHour - FirstHour).Union(used.Select(u => u.Hour)).Order()];
    }

    /// <summary>Books this hour; null in the past and where nothing is to be booked.</summary>
    public string? BookHref(DateOnly day, int hour) =>
        Book is { } application && InstantOf(day).AddHours(hour) > clock.UtcNow()
            ? string.Create(CultureInfo.InvariantCulture, $"/applications/APP-{application}/interviews/new?round={Round}&day={day:yyyy-MM-dd}&time={hour:00}:00&who={Who}")
            : null;

    public string Href(DateOnly of) => string.Create(
        CultureInfo.InvariantCulture, $"/interviews/week?of={of:yyyy-MM-dd}{(Who is null ? null : $"&who={Who}")}{(Book is null ? null : $"&book={Book}&round={Round}")}");

    public string Clocks(Event one) => string.Create(CultureInfo.InvariantCulture, $"{Clock.LocalIn(one.StartsAt, Zone):HH:mm}–{Clock.LocalIn(one.EndsAt, Zone):HH:mm}");

    private DateTime InstantOf(DateOnly day) => Clock.InstantOf(day.ToDateTime(TimeOnly.MinValue), Zone);

    public sealed record Event(long Id, long PersonId, Bilingual Round, InterviewState State, DateTime StartsAt, DateTime EndsAt, List<long> Panel);
}
