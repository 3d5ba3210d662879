using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Demand;
using TalentHub.Services.Demand;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>Changes a request while it is a draft or was sent back.</summary>
public sealed class EditModel(TalentHubDb db, CompanyChoices choices, HeadcountPlans plans, SubmitRequisition submit, CompanyCache company, TimeProvider clock)
    : RequisitionForm(db, choices, plans, submit, company, clock)
{
    private readonly TalentHubDb db = db;

    [FromRoute]
    public string Number { get; set; } = string.Empty;

    public Requisition Requisition { get; private set; } = null!;

    protected override long? RequestId => Requisition.KeyOf(Number);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Requisition = await db.Requisitions.AsNoTracking().SingleOrNotFoundAsync(r => r.Id == RequestId, ct);
        Shows(Requisition.Version);
        await base.LoadAsync(ct);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var requisition = await db.Requisitions.AsNoTracking().SingleOrNotFoundAsync(r => r.Id == RequestId, ct);
        if (!requisition.IsEditable || !requisition.MayBeWrittenBy(Me))
        {
            return LocalRedirect(Links.Requisition(requisition.Id));
        }

        Input.Family = requisition.RoleFamilyCode;
        Input = RequisitionInput.From(requisition, await FindFamilyAsync(ct));
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? next, CancellationToken ct)
    {
        var requisition = await db.Requisitions.SingleOrNotFoundAsync(r => r.Id == RequestId, ct);
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        db.Expect(requisition, Version);
        requisition.Write(Me, await TermsAsync(ct));
        await db.SaveChangesAsync(ct);
        return await GoOnAsync(requisition, next, ct);
    }
}
