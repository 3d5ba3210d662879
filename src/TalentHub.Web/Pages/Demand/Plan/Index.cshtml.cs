using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Services;
using TalentHub.Services.Demand;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Plan;

/// <summary>The headcount plan of a year: what each department may hire, what was taken, what is asked, what is left.</summary>
public sealed class IndexModel(TalentHubDb db, CurrentActor actor, HeadcountPlans plans, CompanyCache company, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Asked { get; set; }

    public int Year { get; private set; }

    public string Currency { get; private set; } = "USD";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool MayEdit => actor.Value.May(Capability.ManagePlan);

    public PlanPosition Total => Rows.Select(r => r.Position).OfType<PlanPosition>().Aggregate(
        new PlanPosition(0, 0, 0, 0, 0, 0),
        (sum, p) => new PlanPosition(sum.Seats + p.Seats, sum.Budget + p.Budget, sum.Used + p.Used, sum.UsedCost + p.UsedCost, sum.Asked + p.Asked, sum.AskedCost + p.AskedCost));

    public async Task OnGetAsync(CancellationToken ct)
    {
        Year = Asked is >= 2000 and <= 2100 ? Asked.Value : clock.UtcNow().Year;
        Currency = (await company.GetAsync(ct))?.Currency ?? "USD";

        // The filter shows a head their own departments only; those who edit also see departments without a plan.
        var visible = await db.HeadcountPlans.AsNoTracking().Where(p => p.Year == Year).Select(p => p.DepartmentId).ToListAsync(ct);
        var departments = await db.Departments.AsNoTracking().OrderBy(d => d.Code).Select(d => new { d.Id, d.Code, d.Name }).ToListAsync(ct);
        var positions = await plans.PositionsAsync(visible, [Year], null, ct);
        Rows = [.. departments.Where(d => MayEdit || visible.Contains(d.Id))
            .Select(d => new Row(d.Id, d.Code, d.Name, visible.Contains(d.Id) ? positions.GetValueOrDefault((d.Id, Year)) : null))];
    }

    public Money Of(long minorUnits) => new(minorUnits, Currency);

    public sealed record Row(long DepartmentId, string Code, Bilingual Name, PlanPosition? Position);
}
