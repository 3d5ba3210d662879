using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;
using TalentHub.Web.Pages.Screening.Candidates;

namespace TalentHub.Web.Pages.People;

/// <summary>
/// Who works here: name, title, department, place. No pay, no documents, nothing personal: the address with which somebody applied is their own, and shown to those who run the
/// onboarding alone.
/// </summary>
[EnableRateLimiting(OpenForms.SearchPolicy)]
public sealed class IndexModel(TalentHubDb db, CurrentActor actor) : PageModel
{
    private const int PageSize = 50;

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public long? Department { get; set; }

    /// <summary>Cursor: the name as lists are sorted by it, and the number of the last row of the page before.</summary>
    [FromQuery]
    public string? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyDictionary<long, Bilingual> Departments { get; private set; } = new Dictionary<long, Bilingual>();

    public Pager Pager { get; private set; } = new(null, null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Departments = await db.Departments.AsNoTracking().OrderBy(d => d.Code).ToDictionaryAsync(d => d.Id, d => d.Name, ct);
        var rows = from e in db.Employments.AsNoTracking()
                   where EmploymentFlow.Employed.Contains(e.State)
                   join p in db.People on e.PersonId equals p.Id
                   select new { e, p };
        if (Department is { } department)
        {
            rows = rows.Where(r => r.e.DepartmentId == department);
        }

        if (Q?.Trim() is { Length: > 0 } typed)
        {
            var key = typed.ToLowerInvariant();
            var named = db.PeopleNamed(typed);
            rows = rows.Where(r => r.p.SearchName.Contains(key) || named.Contains(r.p.Id));
        }

        if (After?.LastIndexOf('~') is >= 0 and var at && long.TryParse(After[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            var name = After[..at];
#pragma warning disable CA1309 // Becomes SQL: the order is the database's.
            rows = rows.Where(r => string.Compare(r.p.SortName, name) > 0 || (r.p.SortName == name && r.p.Id > id));
#pragma warning restore CA1309
        }

        var seesAll = actor.Value.May(Capability.RunOnboarding);
        var found = await (from r in rows.IgnoreQueryFilters(TalentHubDb.Sight)
                           join m in db.People on r.e.ManagerId equals m.Id into managers
                           from manager in managers.DefaultIfEmpty()
                           join l in db.Locations on r.e.LocationId equals l.Id
                           orderby r.p.SortName, r.p.Id
                           select new Row(r.p.Id, r.p.Name, r.p.SortName, r.e.Title, r.e.DepartmentId, l.Name,
                               seesAll || !db.Applications.Any(a => a.PersonId == r.p.Id) ? r.p.Email : null, manager == null ? null : manager.Name))
            .Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        Pager = new Pager(After is null ? null : Address(null), found.Count > PageSize ? Address($"{Rows[^1].SortName}~{Rows[^1].Id}") : null);
    }

    private string Address(string? after)
    {
        var query = new List<string>();
        if (!string.IsNullOrWhiteSpace(Q))
        {
            query.Add("q=" + Uri.EscapeDataString(Q));
        }

        if (Department is not null)
        {
            query.Add($"department={Department}");
        }

        if (after is not null)
        {
            query.Add("after=" + Uri.EscapeDataString(after));
        }

        return "/people" + (query.Count == 0 ? string.Empty : "?" + string.Join('&', query));
    }

    public sealed record Row(long Id, PersonName Name, string SortName, string Title, long DepartmentId, Bilingual Place, string? Email, PersonName? Manager);
}
