using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Auditing;
using TalentHub.Services;
using TalentHub.Web.Pages.Screening.Candidates;

namespace TalentHub.Web.Pages.Admin.Audit;

/// <summary>What is looked for in the log; all of it stands in the address.</summary>
public sealed class AuditFilter
{
    /// <summary>Queued looks are written a moment after they happened, so the order of numbers is that of time only roughly.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <summary>Who did it: a name, an address, or <c>#</c> and the number of a person.</summary>
    [FromQuery(Name = "who")]
    public string? Who { get; set; }

    /// <summary>Whom the record is about.</summary>
    [FromQuery(Name = "about")]
    public string? About { get; set; }

    [FromQuery(Name = "group")]
    public AuditGroup? Group { get; set; }

    [FromQuery(Name = "action")]
    public AuditAction? Action { get; set; }

    [FromQuery(Name = "kind")]
    public RecordKind? Kind { get; set; }

    /// <summary>The record's number, as people write it: 12 or APP-12.</summary>
    [FromQuery(Name = "number")]
    public string? Number { get; set; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "to")]
    public DateOnly? To { get; set; }

    [FromQuery(Name = "result")]
    public AuditResult? Result { get; set; }

    public bool IsEmpty => Address().Length == 0;

    private long? RecordId =>
        long.TryParse(Number?.Trim()[(Number.Trim().LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The same filter as an address, without the question mark.</summary>
    public string Address() => string.Join('&', Parts().Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));

    /// <summary>At most so many entries before a number, newest first.</summary>
    public async Task<List<AuditEntry>> ReadAsync(TalentHubDb db, string zone, long? before, int most, CancellationToken ct)
    {
        if (await NarrowAsync(db, zone, ct) is not { } entries)
        {
            return [];
        }

        if (before is { } cursor)
        {
            entries = entries.Where(e => e.Id < cursor);
        }

        if (Action is { } action)
        {
            return await NewestAsync(entries.Where(e => e.Action == action), most, ct);
        }

        if (Group is not { } group)
        {
            return await NewestAsync(entries, most, ct);
        }

        // Each act has its own order in the index; together they would all be sorted, so each gives its newest and those are merged.
        var found = new List<AuditEntry>();
        foreach (var one in group.Actions())
        {
            found.AddRange(await NewestAsync(entries.Where(e => e.Action == one), most, ct));
        }

        return [.. found.OrderByDescending(e => e.Id).Take(most)];
    }

    private static Task<List<AuditEntry>> NewestAsync(IQueryable<AuditEntry> entries, int most, CancellationToken ct) => entries.OrderByDescending(e => e.Id).Take(most).ToListAsync(ct);

    /// <summary>Null where nobody bears the name that was asked for.</summary>
    private async Task<IQueryable<AuditEntry>?> NarrowAsync(TalentHubDb db, string zone, CancellationToken ct)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (await PeopleAsync(db, Who, ct) is { } doers)
        {
            entries = doers is [var one] ? entries.Where(e => e.PersonId == one) : entries.Where(e => e.PersonId != null && doers.Contains(e.PersonId.Value));
            if (doers.Length == 0)
            {
                return null;
            }
        }

        if (await PeopleAsync(db, About, ct) is { } subjects)
        {
            entries = subjects is [var one] ? entries.Where(e => e.SubjectPersonId == one) : entries.Where(e => e.SubjectPersonId != null && subjects.Contains(e.SubjectPersonId.Value));
            if (subjects.Length == 0)
            {
                return null;
            }
        }

        entries = Kind is { } kind ? entries.Where(e => e.Record == kind) : entries;
        entries = RecordId is { } id ? entries.Where(e => e.RecordId == id) : entries;
        entries = Result is { } result ? entries.Where(e => e.Result == result) : entries;
        return await BetweenAsync(db, entries, zone, ct);
    }

    /// <summary>Days of the reader's clock. The numbers at their borders come first: by number, the newest are found without sorting.</summary>
    private async Task<IQueryable<AuditEntry>> BetweenAsync(TalentHubDb db, IQueryable<AuditEntry> entries, string zone, CancellationToken ct)
    {
        if (From is { } first && first > DateOnly.MinValue)
        {
            var begin = Clock.InstantOf(first.ToDateTime(TimeOnly.MinValue), zone);
            var early = begin - Slack;
            var low = await db.AuditEntries.Where(e => e.At >= early).OrderBy(e => e.At).Select(e => (long?)e.Id).FirstOrDefaultAsync(ct) ?? long.MaxValue;
            entries = entries.Where(e => e.Id >= low && e.At >= begin);
        }

        if (To is { } last && last < DateOnly.MaxValue)
        {
            var end = Clock.InstantOf(last.AddDays(1).ToDateTime(TimeOnly.MinValue), zone);
            var late = end + Slack;
            var high = await db.AuditEntries.Where(e => e.At < late).OrderByDescending(e => e.At).Select(e => (long?)e.Id).FirstOrDefaultAsync(ct) ?? 0;
            entries = entries.Where(e => e.Id <= high && e.At < end);
        }

        return entries;
    }

    private static async Task<long[]?> PeopleAsync(TalentHubDb db, string? asked, CancellationToken ct)
    {
        var text = asked?.Trim();
        return string.IsNullOrEmpty(text) ? null
            : text[0] == '#' ? long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? [id] : []
            : [.. (await db.FindPeopleAsync(text, ct)).Distinct()];
    }

    private IEnumerable<(string Name, string? Value)> Parts() =>
    [
        ("who", Who?.Trim()), ("about", About?.Trim()), ("group", Group?.ToString()), ("action", Action?.ToString()), ("kind", Kind?.ToString()), ("number", Number?.Trim()),
        ("from", Day(From)), ("to", Day(To)), ("result", Result?.ToString()),
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
