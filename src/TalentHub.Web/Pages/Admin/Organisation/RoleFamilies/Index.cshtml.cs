using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Careers;

namespace TalentHub.Web.Pages.Admin.Organisation.RoleFamilies;

/// <summary>What the company hires for.</summary>
public sealed class IndexModel(TalentHubDb db) : PageModel
{
    public IReadOnlyList<RoleFamily> Families { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Families = await db.RoleFamilies.AsNoTracking().OrderBy(f => f.Id).ToListAsync(ct);
}
