using Microsoft.AspNetCore.Mvc;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Demand;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>Asks for further seats of an evergreen job.</summary>
public sealed class SeatsModel(TalentHubDb db, RequisitionFactsLoader facts, CompanyChoices choices, SubmitRequisition submit) : MovePage(db, facts, choices)
{
    /// <summary>Anything above is a slip of the key.</summary>
    private const decimal LargestCost = 1_000_000_000;

    public override RequisitionTrigger Trigger => RequisitionTrigger.AskForSeats;

    protected override async Task<IActionResult> MakeAsync(Requisition requisition, Reason? reason, CancellationToken ct)
    {
        Require.That(Input.Seats is not null, "Say how many people you want to hire.", nameof(Input.Seats));
        Require.That(Input.AnnualCost is >= 0 and <= LargestCost, "Say what it will cost a year.", nameof(Input.AnnualCost));
        var cost = Money.Of(Input.AnnualCost!.Value, requisition.AnnualCost.Currency);
        await submit.AskForSeatsAsync(requisition, Me, Input.Seats!.Value, cost.MinorUnits, reason, ct);
        return Finished(new Sentence("Further seats for {number} are asked for", ("number", requisition.Number)));
    }
}
