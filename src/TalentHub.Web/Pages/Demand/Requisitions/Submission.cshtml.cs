using Microsoft.AspNetCore.Mvc;
using TalentHub.Data;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Demand;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>Sends a request for approval: shows the plan, who will be asked, what is missing; over the plan it asks why.</summary>
public sealed class SubmissionModel(
    TalentHubDb db, RequisitionFactsLoader facts, CompanyChoices choices, SubmitRequisition submit, CompanyCache company, SimilarRequisitions similar)
    : MovePage(db, facts, choices)
{
    public override RequisitionTrigger Trigger => RequisitionTrigger.Submit;

    public IReadOnlyList<ApprovalStepPlan> Chain { get; private set; } = [];

    public Dictionary<long, string> Names { get; private set; } = [];

    public int Year { get; private set; }

    public string Currency { get; private set; } = "USD";

    public IReadOnlyList<SimilarRow> Similar { get; private set; } = [];

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        Currency = (await company.GetAsync(ct))?.Currency ?? "USD";
        Year = Requisition.PlanYear(Facts.Now);
        Chain = await submit.ChainAsync(Requisition, ct);
        Names = await Choices.NamesAsync(Chain.SelectMany(s => s.Approvers).Select(a => (long?)a), ct);
        Similar = await similar.ToAsync(Requisition, ct);
    }

    protected override async Task<IActionResult> MakeAsync(Requisition requisition, Reason? reason, CancellationToken ct)
    {
        await submit.SendAsync(requisition, Me, reason, ct);
        return Finished(new Sentence("{number} is sent for approval", ("number", requisition.Number)));
    }
}
