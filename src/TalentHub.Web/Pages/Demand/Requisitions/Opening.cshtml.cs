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

/// <summary>Hiring begins, run by a recruiter.</summary>
public sealed class OpeningModel(TalentHubDb db, RequisitionFactsLoader facts, CompanyChoices choices, TimeProvider clock) : MovePage(db, facts, choices)
{
    public override RequisitionTrigger Trigger => RequisitionTrigger.Open;

    public List<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> Recruiters { get; private set; } = [];

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        Recruiters = await Choices.HoldersAsync(Role.Recruiter, ct);
        if (HttpMethods.IsGet(Request.Method))
        {
            // Whoever opens it usually runs it.
            Input.RecruiterId = Requisition.RecruiterId ?? (Recruiters.Exists(r => r.Value == Me.PersonId.ToString(System.Globalization.CultureInfo.InvariantCulture)) ? Me.PersonId : null);
        }
    }

    protected override async Task<IActionResult> MakeAsync(Requisition requisition, Reason? reason, CancellationToken ct)
    {
        var known = (await Choices.HoldersAsync(Role.Recruiter, ct)).Exists(r => r.Value == Input.RecruiterId?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await InOneGoAsync(requisition, now => requisition.Open(now, Me, clock.UtcNow(), known ? Input.RecruiterId : null), ct);
        return Finished(new Sentence("{number} is open: hiring begins", ("number", requisition.Number)));
    }
}
