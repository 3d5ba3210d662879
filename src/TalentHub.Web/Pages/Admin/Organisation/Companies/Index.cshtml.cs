using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.People;

namespace TalentHub.Web.Pages.Admin.Organisation.Companies;

/// <summary>The companies in law that the company is made of.</summary>
public sealed class IndexModel(TalentHubDb db) : PageModel
{
    public IReadOnlyList<LegalEntity> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await db.LegalEntities.AsNoTracking().OrderBy(e => e.Code).ToListAsync(ct);
}
