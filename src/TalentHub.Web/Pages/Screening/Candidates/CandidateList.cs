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
    long Id, long PersonId, PersonName Name, string SearchName, string? Title, string? Employer, long JobId, Bilingual Job, ApplicationState State, DateTime StateSince, DateTime AppliedAt,
    Source Source, bool OnHold);

/// <summary>One page of a list, and where the next one begins.</summary>
/// <param name="IsCut">The name fits more people than a search looks at.</param>
public sealed record CandidatePage(IReadOnlyList<CandidateRow> Rows, string? Next, bool IsCut);

/// <summary>
/// The list of applications: a window of an index, whatever the size of the table. The page is cut first and dressed with names and jobs afterwards; the
/// cursor is the last row's place in the order, so page one thousand costs what page one costs.
/// </summary>
public static class CandidateList
{
    public const int PageSize = 50;

    public static async Task<CandidatePage> CandidatesAsync(this TalentHubDb db, CandidateFilter filter, CancellationToken ct, int size = PageSize)
    {
        var applications = db.Applications.AsNoTracking();
        var isCut = false;
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var people = await db.FindPeopleAsync(filter.Q, ct);
            isCut = people.Count >= NameSearch.Most;
            applications = applications.Where(a => people.Contains(a.PersonId));
        }

        if (Enum.TryParse<ApplicationState>(filter.State, ignoreCase: true, out var state) && Enum.IsDefined(state))
        {
            applications = applications.Where(a => a.State == state);
        }
        else if (string.Equals(filter.State, "running", StringComparison.OrdinalIgnoreCase) || filter.Sort == CandidateSort.Waiting)
        {
            applications = applications.Where(a => a.EndedAt == null);
        }

        if (filter.Job is { } job)
        {
            applications = applications.Where(a => a.RequisitionId == job);
        }

        if (filter.Source is { } source)
        {
            applications = applications.Where(a => a.Source == source);
        }

        var rows = await (filter.Sort switch
        {
            CandidateSort.Newest => Newest(db, applications, Cursor.Read(filter.After), size + 1),
            CandidateSort.Waiting => Waiting(db, applications, Cursor.Read(filter.After), size + 1),
            CandidateSort.Name => ByName(db, applications, Cursor.Read(filter.After), size + 1),
        }).ToListAsync(ct);
        var more = rows.Count > size;
        var shown = more ? rows[..size] : rows;
        return new CandidatePage(shown, more ? Cursor.Of(filter.Sort, shown[^1]) : null, isCut);
    }

    private static IQueryable<CandidateRow> Newest(TalentHubDb db, IQueryable<JobApplication> applications, Cursor? after, int most) =>
        from a in (after is { At: { } at, Id: var id } ? applications.Where(a => a.AppliedAt <= at && (a.AppliedAt < at || a.Id < id)) : applications)
            .OrderByDescending(a => a.AppliedAt).ThenByDescending(a => a.Id).Take(most)
        join p in db.People on a.PersonId equals p.Id
        join j in db.JobScopes on a.RequisitionId equals j.Id
        orderby a.AppliedAt descending, a.Id descending
        select new CandidateRow(
            a.Id, p.Id, p.Name, p.SearchName, p.CurrentTitle, p.CurrentEmployer, j.Id, new Bilingual(j.TitleEn, j.TitleZh), a.State, a.StateSince, a.AppliedAt, a.Source, a.Hold != null);

    private static IQueryable<CandidateRow> Waiting(TalentHubDb db, IQueryable<JobApplication> applications, Cursor? after, int most) =>
        from a in (after is { At: { } at, Id: var id } ? applications.Where(a => a.StateSince >= at && (a.StateSince > at || a.Id > id)) : applications)
            .OrderBy(a => a.StateSince).ThenBy(a => a.Id).Take(most)
        join p in db.People on a.PersonId equals p.Id
        join j in db.JobScopes on a.RequisitionId equals j.Id
        orderby a.StateSince, a.Id
        select new CandidateRow(
            a.Id, p.Id, p.Name, p.SearchName, p.CurrentTitle, p.CurrentEmployer, j.Id, new Bilingual(j.TitleEn, j.TitleZh), a.State, a.StateSince, a.AppliedAt, a.Source, a.Hold != null);

    private static IQueryable<CandidateRow> ByName(TalentHubDb db, IQueryable<JobApplication> applications, Cursor? after, int most)
    {
        var people = db.People.AsNoTracking();
        if (after is { Name: { } name })
        {
#pragma warning disable CA1309 // Becomes SQL: the database's own order is meant.
            people = people.Where(p => string.Compare(p.SearchName, name) >= 0);
#pragma warning restore CA1309
        }

        var page =
            from p in people
            join a in applications on p.Id equals a.PersonId
            select new { p, a };
        if (after is { Name: { } last, Id: var id })
        {
            page = page.Where(x => x.p.SearchName != last || x.a.Id > id);
        }

        return
            from x in page.OrderBy(x => x.p.SearchName).ThenBy(x => x.a.Id).Take(most)
            join j in db.JobScopes on x.a.RequisitionId equals j.Id
            orderby x.p.SearchName, x.a.Id
            select new CandidateRow(
                x.a.Id, x.p.Id, x.p.Name, x.p.SearchName, x.p.CurrentTitle, x.p.CurrentEmployer, j.Id, new Bilingual(j.TitleEn, j.TitleZh), x.a.State, x.a.StateSince, x.a.AppliedAt, x.a.Source, x.a.Hold != null);
    }

    /// <summary>The place of a row in an order: an instant or a name, and the number that settles ties. Anything unreadable begins at the front.</summary>
    private sealed record Cursor(DateTime? At, string? Name, long Id)
    {
        public static string Of(CandidateSort sort, CandidateRow row) => sort switch
        {
            CandidateSort.Newest => string.Create(CultureInfo.InvariantCulture, $"{row.AppliedAt.Ticks}.{row.Id}"),
            CandidateSort.Waiting => string.Create(CultureInfo.InvariantCulture, $"{row.StateSince.Ticks}.{row.Id}"),
            CandidateSort.Name => string.Create(CultureInfo.InvariantCulture, $"{row.SearchName}.{row.Id}"),
        };

        public static Cursor? Read(string? text)
        {
            var dot = text?.LastIndexOf('.') ?? -1;
            if (dot < 1 || !long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                return null;
            }

            var head = text![..dot];
            var isInstant = long.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks;
            return new Cursor(isInstant ? new DateTime(ticks, DateTimeKind.Utc) : null, head, id);
        }
    }
}
