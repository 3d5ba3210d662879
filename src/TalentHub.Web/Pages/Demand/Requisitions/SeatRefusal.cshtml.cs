using Microsoft.AspNetCore.Mvc;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Demand;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>No further seats, with the reason; the job goes on with those it has.</summary>
public sealed class SeatRefusalModel(TalentHubDb db, RequisitionFactsLoader facts, CompanyChoices choices, TimeProvider clock) : MovePage(db, facts, choices)
{
    public override RequisitionTrigger Trigger => RequisitionTrigger.RefuseSeats;

    public override bool NeedsWords => true;

    protected override async Task<IActionResult> MakeAsync(Requisition requisition, Reason? reason, CancellationToken ct)
    {
        await InOneGoAsync(requisition, known => requisition.RefuseSeats(known, Me, clock.UtcNow(), reason), ct);
        return Finished(new Sentence("No further seats for {number}", ("number", requisition.Number)));
    }
}
