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

/// <summary>The person who asked takes it back before it is approved.</summary>
public sealed class CancellationModel(TalentHubDb db, RequisitionFactsLoader facts, CompanyChoices choices, TimeProvider clock) : MovePage(db, facts, choices)
{
    public override RequisitionTrigger Trigger => RequisitionTrigger.Cancel;

    protected override async Task<IActionResult> MakeAsync(Requisition requisition, Reason? reason, CancellationToken ct)
    {
        await InOneGoAsync(requisition, known => requisition.Cancel(known, Me, clock.UtcNow(), reason), ct);
        return Finished(new Sentence("{number} is cancelled", ("number", requisition.Number)), Links.Requisition(requisition.Id) + "?handler=Undo");
    }
}
