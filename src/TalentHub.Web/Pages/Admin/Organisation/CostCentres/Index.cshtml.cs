using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Services.Organisation;

namespace TalentHub.Web.Pages.Admin.Organisation.CostCentres;

/// <summary>The cost centres as of a day.</summary>
public sealed class IndexModel(TalentHubDb db, DatedOrganisation organisation) : PageModel
{
    [FromQuery]
    public DateOnly? On { get; set; }

    public DateOnly Today { get; private set; }

    public DateOnly Day => On ?? Today;

    public IReadOnlyList<CostCentreOn> Rows { get; private set; } = [];

    public Dictionary<long, Bilingual> Companies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Today = await organisation.TodayAsync(ct);
        Rows = await organisation.CostCentresOnAsync(Day, ct);
        Companies = await db.LegalEntities.AsNoTracking().ToDictionaryAsync(e => e.Id, e => e.Name, ct);
    }
}
