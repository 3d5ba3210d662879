using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.People;
using TalentHub.Web.Pages.Demand;

namespace TalentHub.Web.Pages.Admin.Organisation.Departments;

/// <summary>The parts of the company as a tree, each with its head.</summary>
public sealed class IndexModel(TalentHubDb db, CompanyChoices choices) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Dictionary<long, string> Names { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = await db.Departments.AsNoTracking().OrderBy(d => d.Code).ToListAsync(ct);
        var below = all.ToLookup(d => d.ParentId);
        var rows = new List<Row>();
        Walk(null, 0);
        Rows = rows;
        Names = await choices.NamesAsync(all.Select(d => d.HeadId), ct);

        void Walk(long? parent, int depth)
        {
            foreach (var department in below[parent])
            {
                rows.Add(new Row(department, depth));
                Walk(department.Id, depth + 1);
            }
        }
    }

    public sealed record Row(Department Department, int Depth);
}
