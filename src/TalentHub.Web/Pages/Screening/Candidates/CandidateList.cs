using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;

namespace TalentHub.Web.Pages.Screening.Candidates;

/// <summary>How a list of applications is ordered.</summary>
public enum CandidateSort
{
    /// <summary>The latest first.</summary>
    Newest,

    /// <summary>Of those that run: whoever has stood longest in a state, first.</summary>
    Waiting,
    Name,
}

/// <summary>Which applications a list shows; all of it stands in the address.</summary>
public sealed record CandidateFilter
{
    public string? Q { get; init; }

    /// <summary>Looks into the résumés' texts as well as at names.</summary>
    public bool InResumes { get; init; }

    /// <summary>A state, or "running" for all that have not ended.</summary>
    public string? State { get; init; }

    public long? Job { get; init; }

    public Source? Source { get; init; }

    public CandidateSort Sort { get; init; }

    /// <summary>The cursor: where the page before this one ended.</summary>
    public string? After { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Q) && string.IsNullOrEmpty(State) && Job is null && Source is null;

    /// <summary>This filter as a query string, with one thing changed.</summary>
    public string With(string? after = null, CandidateSort? sort = null)
    {
        var parts = new List<string>();
        Add("q", Q?.Trim());
        Add("in", InResumes ? "resumes" : null);
        Add("state", State);
        Add("job", Job?.ToString(CultureInfo.InvariantCulture));
        Add("source", Source?.ToString());
        Add("sort", (sort ?? Sort) == CandidateSort.Newest ? null : (sort ?? Sort).ToString());
        Add("after", after);
        return parts.Count == 0 ? string.Empty : "?" + string.Join('&', parts);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }
}

/// <summary>A row of the list.</summary>
public sealed record CandidateRow(
    long Id, long PersonId, PersonName Name, string SortName, string? Title, string? Employer, long JobId, Bilingual Job, ApplicationState State, DateTime StateSince, DateTime AppliedAt,
    Source Source, bool OnHold);

/// <summary>One page of a list, and where the next one begins.</summary>
/// <param name="IsCut">The name fits more people than a search looks at.</param>
public sealed record CandidatePage(IReadOnlyList<CandidateRow> Rows, string? Next, bool IsCut);

/// <summary>
/// The list of applications: a window of an index, whatever the size of the table. The
/// cursor is the last row's place in the order, so page one thousand costs what page one costs.
/// </summary>
public static class CandidateList
{
    public const int PageSize = 50;

    public static async Task<CandidatePage> CandidatesAsync(this TalentHubDb db, CandidateFilter filter, CancellationToken ct, int size = PageSize)
    {
        var isFound = !string.IsNullOrWhiteSpace(filter.Q);
        var people = isFound ? await PeopleAsync(db, filter, ct) : [];
        var isCut = people.Length >= NameSearch.Most;
        var hasState = Enum.TryParse<ApplicationState>(filter.State, ignoreCase: true, out var state) && Enum.IsDefined(state);
        var isRunning = !hasState && (string.Equals(filter.State, "running", StringComparison.OrdinalIgnoreCase) || filter.Sort == CandidateSort.Waiting);
        if (filter.Sort == CandidateSort.Name)
        {
            return await ByNameAsync(db, await MatchingAsync(db, filter, hasState ? state : null, isRunning, isFound ? people : null, ct), NameCursor.Read(filter.After), size, isCut, ct);
        }

        var after = InstantCursor.Read(filter.After);
        var rows = await new CandidateQuery(
            new CandidateQuery.Shape(
                db.CandidateSight, filter.Sort == CandidateSort.Waiting, isFound, hasState, isRunning, filter.Job is not null, filter.Source is not null, after is not null),
            db.CandidateSight == CandidateSight.Own ? await db.OwnJobsAsync(ct) : [],
            people, state, filter.Job ?? 0, filter.Source ?? default, after?.At ?? default, after?.Id ?? 0, size + 1).ToListAsync(db, ct);
        if (rows.Count <= size)
        {
            return new CandidatePage(rows, null, isCut);
        }

        var last = rows[size - 1];
        return new CandidatePage(rows[..size], InstantCursor.Of(filter.Sort == CandidateSort.Waiting ? last.StateSince : last.AppliedAt, last.Id), isCut);
    }

    private static async Task<long[]> PeopleAsync(TalentHubDb db, CandidateFilter filter, CancellationToken ct)
    {
        var people = await db.FindPeopleAsync(filter.Q!, ct);
        return [.. filter.InResumes ? people.Union(await db.FindInResumesAsync(filter.Q!, ct)) : people];
    }

    private static async Task<IQueryable<ApplicationInView>> MatchingAsync(
        TalentHubDb db, CandidateFilter filter, ApplicationState? state, bool isRunning, long[]? people, CancellationToken ct)
    {
        var applications = await db.ApplicationsInViewAsync(ct);
        if (people is not null)
        {
            applications = applications.Where(a => people.Contains(a.Application.PersonId));
        }

        if (state is not null)
        {
            applications = applications.Where(a => a.Application.State == state);
        }
        else if (isRunning)
        {
            applications = applications.Where(a => a.Application.EndedAt == null);
        }

        if (filter.Job is { } job)
        {
            applications = applications.Where(a => a.Application.RequisitionId == job);
        }

        return filter.Source is { } source ? applications.Where(a => a.Application.Source == source) : applications;
    }

    /// <summary>People in the order of their names first, then what each of them applied for: whole people, so a page may hold a few rows more.</summary>
    private static async Task<CandidatePage> ByNameAsync(
        TalentHubDb db, IQueryable<ApplicationInView> applications, NameCursor? after, int size, bool isCut, CancellationToken ct)
    {
        var people = db.People.AsNoTracking();
        if (after is { Name: var name, PersonId: var id })
        {
#pragma warning disable CA1309 // Becomes SQL: the database's own order is meant.
            people = people.Where(p => string.Compare(p.SortName, name) >= 0 && (string.Compare(p.SortName, name) > 0 || p.Id > id));
#pragma warning restore CA1309
        }

        var window = await people.Where(p => applications.Any(a => a.Application.PersonId == p.Id)).OrderBy(p => p.SortName).ThenBy(p => p.Id).Select(p => p.Id).Take(size + 1).ToListAsync(ct);
        var rows = window.Count == 0 ? [] : await (
            from a in applications
            where window.Contains(a.Application.PersonId)
            join p in db.People on a.Application.PersonId equals p.Id
            orderby p.SortName, p.Id, a.Application.Id
            select new CandidateRow(
                a.Application.Id, p.Id, new PersonName(p.Name.Given, p.Name.Family, p.Name.Latin), p.SortName, p.CurrentTitle, p.CurrentEmployer, a.Job.Id, new Bilingual(a.Job.TitleEn, a.Job.TitleZh),
                a.Application.State, a.Application.StateSince, a.Application.AppliedAt, a.Application.Source, a.Application.Hold != null)).ToListAsync(ct);
        if (rows.Count <= size && window.Count <= size)
        {
            return new CandidatePage(rows, null, isCut);
        }

        var cut = Math.Min(size, rows.Count) - 1;
        while (cut + 1 < rows.Count && rows[cut + 1].PersonId == rows[cut].PersonId)
        {
            cut++;
        }

        var ends = cut + 1 == rows.Count && window.Count <= size;
        return new CandidatePage(rows[..(cut + 1)], ends ? null : NameCursor.Of(rows[cut]), isCut);
    }

    /// <summary>The place of a row in time, and the number that settles ties. Anything unreadable begins at the front.</summary>
    private sealed record InstantCursor(DateTime At, long Id)
    {
        public static string Of(DateTime at, long id) => string.Create(CultureInfo.InvariantCulture, $"{at.Ticks}.{id}");

        public static InstantCursor? Read(string? text) =>
            Split(text) is { } parts && long.TryParse(parts.Head, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
                ? new InstantCursor(new DateTime(ticks, DateTimeKind.Utc), parts.Id)
                : null;
    }

    /// <summary>The place of a person among the names.</summary>
    private sealed record NameCursor(string Name, long PersonId)
    {
        public static string Of(CandidateRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.SortName}.{row.PersonId}");

        public static NameCursor? Read(string? text) => Split(text) is { } parts ? new NameCursor(parts.Head, parts.Id) : null;
    }

    private static (string Head, long Id)? Split(string? text)
    {
        var dot = text?.LastIndexOf('.') ?? -1;
        return dot >= 0 && long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? (text![..dot], id) : null;
    }
}
