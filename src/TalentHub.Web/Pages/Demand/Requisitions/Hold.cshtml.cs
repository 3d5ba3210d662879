using Microsoft.AspNetCore.Mvc;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Demand;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>Pauses hiring: everything under it pauses too.</summary>
public sealed class HoldModel(TalentHubDb db, RequisitionFactsLoader facts, CompanyChoices choices, TimeProvider clock) : MovePage(db, facts, choices)
{
    public override RequisitionTrigger Trigger => RequisitionTrigger.PutOnHold;

    public override bool NeedsWords => true;

    protected override async Task<IActionResult> MakeAsync(Requisition requisition, Reason? reason, CancellationToken ct)
    {
        await InOneGoAsync(requisition, known => requisition.PutOnHold(known, Me, clock.UtcNow(), Input.Reason, Input.ReviewOn), ct);
        return Finished(new Sentence("{number} is on hold", ("number", requisition.Number)));
    }
}
