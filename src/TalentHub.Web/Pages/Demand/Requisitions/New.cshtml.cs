using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Services;
using TalentHub.Services.Demand;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>Asks for people. First the role and its level, then a form that they have filled as far as they can.</summary>
public sealed class NewModel(TalentHubDb db, CompanyChoices choices, HeadcountPlans plans, SubmitRequisition submit, CompanyCache company, TimeProvider clock)
    : RequisitionForm(db, choices, plans, submit, company, clock)
{
    private readonly TalentHubDb db = db;
    private readonly TimeProvider clock = clock;

    /// <summary>What there is to choose from while no role is chosen.</summary>
    public IReadOnlyList<RoleFamily> Offered { get; private set; } = [];

    public async Task OnGetAsync(string? family, string? level, CancellationToken ct)
    {
        Input.Family = family;
        if (await FindFamilyAsync(ct) is { } chosen && level is not null && chosen.Level(level) is { } rung)
        {
            Input = RequisitionInput.From(chosen, rung);
            await PrefillFromMeAsync(ct);
        }
        else
        {
            Input.Family = null;
            Offered = await db.RoleFamilies.AsNoTracking().OrderBy(f => f.Id).ToListAsync(ct);
        }

        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(string? next, CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var requisition = new Requisition(Me, clock.UtcNow(), await TermsAsync(ct));
        db.Requisitions.Add(requisition);
        await db.SaveChangesAsync(ct);
        return await GoOnAsync(requisition, next, ct);
    }

    /// <summary>Most ask for their own department and lead the hire themselves.</summary>
    private async Task PrefillFromMeAsync(CancellationToken ct)
    {
        var me = Me.PersonId;
        var mine = await db.Employments.AsNoTracking().Where(e => e.PersonId == me && EmploymentFlow.Employed.Contains(e.State))
            .OrderByDescending(e => e.StartsOn).Select(e => new { e.DepartmentId, e.LocationId }).FirstOrDefaultAsync(ct);
        if (mine is not null)
        {
            (Input.DepartmentId, Input.LocationId, Input.HiringManagerId) = (mine.DepartmentId, mine.LocationId, me);
        }
    }
}
