using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.People;

namespace TalentHub.Web.Pages.Admin.Organisation.Places;

/// <summary>Where people work.</summary>
public sealed class IndexModel(TalentHubDb db) : PageModel
{
    public IReadOnlyList<Location> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await db.Locations.AsNoTracking().OrderBy(l => l.Id).ToListAsync(ct);
}
