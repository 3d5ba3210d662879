using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Services;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>All requests that one may see, newest first, by cursor; every filter stands in the address.</summary>
public sealed class IndexModel(TalentHubDb db, CurrentActor actor, CompanyChoices choices, Text text, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Filter By { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Dictionary<long, string> Names { get; private set; } = [];

    public ILookup<long, SeatCount> Seats { get; private set; } = Array.Empty<SeatCount>().ToLookup(s => s.RequisitionId);

    public List<SelectListItem> Departments { get; private set; } = [];

    public List<SelectListItem> Places { get; private set; } = [];

    public List<SelectListItem> Families { get; private set; } = [];

    public Pager Pager { get; private set; } = new(null, null);

    public DateTime Now { get; } = clock.UtcNow();

    public bool MayFile => actor.Value.May(Domain.Access.Capability.FileRequisitions);

    public bool IsFiltered => By.Q is not null || By.Department is not null || By.Place is not null || By.Family is not null || By.Mine || By.State != Filter.Running;

    public async Task OnGetAsync(CancellationToken ct)
    {
        By = By.Cleaned();
        Departments = await choices.DepartmentsAsync(ct);
        Places = await choices.PlacesAsync(ct);
        Families = await choices.FamiliesAsync(ct);

        var query = Filtered(db.Requisitions.AsNoTracking());
        var backwards = By.Before is not null;
        query = backwards
            ? query.Where(r => r.Id > By.Before).OrderBy(r => r.Id)
            : (By.After is { } after ? query.Where(r => r.Id < after) : query).OrderByDescending(r => r.Id);
        var rows = await query
            .Select(r => new Row(
                r.Id, new Bilingual(r.Title.En, r.Title.Zh), r.LevelCode, r.DepartmentId, r.LocationId, r.Seats, r.State, r.StateSince, r.Hold != null, r.HiringManagerId, r.TargetStart, r.IsConfidential))
            .Take(PageSize + 1).ToListAsync(ct);
        var more = rows.Count > PageSize;
        rows = [.. rows.Take(PageSize)];
        if (backwards)
        {
            rows.Reverse();
        }

        Rows = rows;
        var hasNext = rows.Count > 0 && (backwards || more);
        var hasPrevious = rows.Count > 0 && (backwards ? more : By.After is not null);
        Pager = new Pager(hasPrevious ? By.Href(before: rows[0].Id) : null, hasNext ? By.Href(after: rows[^1].Id) : null);
        Names = await choices.NamesAsync(rows.Select(r => (long?)r.HiringManagerId), ct);
        Seats = await SeatsAsync(rows, ct);
    }

    private IQueryable<Requisition> Filtered(IQueryable<Requisition> query)
    {
        query = By.State switch
        {
            Filter.Running => query.Where(r => RequisitionFlow.Running.Contains(r.State)),
            Filter.All => query,
            _ => Enum.TryParse<RequisitionState>(By.State, out var state) ? query.Where(r => r.State == state) : query,
        };
        if (By.Mine)
        {
            var me = actor.Value.PersonId;
            query = query.Where(r => r.RequestedBy == me || r.HiringManagerId == me || r.RecruiterId == me);
        }

        if (By.Q is { } words)
        {
            var key = Requisition.KeyOf(words) ?? (long.TryParse(words, out var number) ? number : 0);
            query = query.Where(r => r.Id == key || EF.Functions.Like(r.Title.En, $"%{Escaped(words)}%", "\\") || EF.Functions.Like(r.Title.Zh, $"%{Escaped(words)}%", "\\"));
        }

        query = By.Department is { } department ? query.Where(r => r.DepartmentId == department) : query;
        query = By.Place is { } place ? query.Where(r => r.LocationId == place) : query;
        return By.Family is { } family ? query.Where(r => r.RoleFamilyCode == family) : query;
    }

    /// <summary>Seats by state, for the rows that are shown: whoever sees a request sees its seats.</summary>
    private async Task<ILookup<long, SeatCount>> SeatsAsync(List<Row> rows, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        var ids = rows.ConvertAll(r => r.Id);
        var counts = await db.Openings.AsNoTracking().Where(o => ids.Contains(o.RequisitionId)).GroupBy(o => new { o.RequisitionId, o.State })
            .Select(g => new SeatCount(g.Key.RequisitionId, g.Key.State, g.Count())).ToListAsync(ct);
        return counts.ToLookup(c => c.RequisitionId);
    }

    private static string Escaped(string words) =>
        words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    public string StateLabel(string state) => state switch
    {
        Filter.Running => text["Running"],
        Filter.All => text["All"],
        _ => text.State("requisition", state),
    };

    public sealed record Row(
        long Id, Bilingual Title, string Level, long DepartmentId, long LocationId, int Seats, RequisitionState State, DateTime Since, bool OnHold, long HiringManagerId,
        DateOnly? TargetStart, bool IsConfidential);

    public sealed record SeatCount(long RequisitionId, OpeningState State, int Count);
}
