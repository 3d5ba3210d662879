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

/// <summary>No, with the reason.</summary>
public sealed class RejectionModel(TalentHubDb db, RequisitionFactsLoader facts, CompanyChoices choices, TimeProvider clock) : MovePage(db, facts, choices)
{
    public override RequisitionTrigger Trigger => RequisitionTrigger.Reject;

    public override bool NeedsWords => true;

    protected override async Task<IActionResult> MakeAsync(Requisition requisition, Reason? reason, CancellationToken ct)
    {
        await InOneGoAsync(requisition, known => requisition.Reject(known, Me, clock.UtcNow(), reason), ct);
        return Finished(new Sentence("{number} is rejected", ("number", requisition.Number)), Me.May(Capability.ReopenRequisitions) ? Links.Requisition(requisition.Id) + "?handler=Undo" : null);
    }
}
