using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Services.Organisation;
using TalentHub.Web.Pages.Demand;

namespace TalentHub.Web.Pages.Admin.Organisation.Departments;

/// <summary>The parts of the company as a tree, each with its head and cost centre, as of a day.</summary>
public sealed class IndexModel(TalentHubDb db, DatedOrganisation organisation, CompanyChoices choices) : PageModel
{
    [FromQuery]
    public DateOnly? On { get; set; }

    public DateOnly Today { get; private set; }

    public DateOnly Day => On ?? Today;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Dictionary<long, string> Names { get; private set; } = [];

    public Dictionary<long, string> CostCentres { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Today = await organisation.TodayAsync(ct);
        var all = await organisation.DepartmentsOnAsync(Day, ct);
        var below = all.ToLookup(d => d.Terms.ParentId);
        var rows = new List<Row>();
        Walk(null, 0);
        Rows = rows;
        Names = await choices.NamesAsync(all.Select(d => d.Terms.HeadId), ct);
        CostCentres = await db.CostCentres.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Code, ct);

        void Walk(long? parent, int depth)
        {
            foreach (var department in below[parent])
            {
                rows.Add(new Row(department, depth));
                Walk(department.Id, depth + 1);
            }
        }
    }

    public sealed record Row(DepartmentOn Department, int Depth);
}
