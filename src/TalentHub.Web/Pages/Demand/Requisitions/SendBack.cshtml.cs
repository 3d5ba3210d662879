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

/// <summary>Back to the person who asked, with what they should change.</summary>
public sealed class SendBackModel(TalentHubDb db, RequisitionFactsLoader facts, CompanyChoices choices, TimeProvider clock) : MovePage(db, facts, choices)
{
    public override RequisitionTrigger Trigger => RequisitionTrigger.SendBack;

    public override ReasonKind? Kind => ReasonKind.SendBack;

    public override bool NeedsWords => true;

    protected override async Task<IActionResult> MakeAsync(Requisition requisition, Reason? reason, CancellationToken ct)
    {
        await InOneGoAsync(requisition, known => requisition.SendBack(known, Me, clock.UtcNow(), reason), ct);
        return Finished(new Sentence("{number} is sent back", ("number", requisition.Number)));
    }
}
