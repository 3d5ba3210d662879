using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Demand;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>Ends hiring without filling every seat. Refused while candidates are undecided; the page lists them.</summary>
public sealed class ClosingModel(TalentHubDb db, RequisitionFactsLoader facts, CompanyChoices choices, TimeProvider clock) : MovePage(db, facts, choices)
{
    public override RequisitionTrigger Trigger => RequisitionTrigger.CloseUnfilled;

    public IReadOnlyList<Row> Undecided { get; private set; } = [];

    public override ReasonKind? Kind => ReasonKind.CloseUnfilled;

    protected override async Task<IActionResult> MakeAsync(Requisition requisition, Reason? reason, CancellationToken ct)
    {
        await InOneGoAsync(requisition, known => requisition.CloseUnfilled(known, Me, clock.UtcNow(), reason), ct);
        return Finished(new Sentence("{number} is closed", ("number", requisition.Number)), Me.May(Capability.ReopenRequisitions) ? Links.Requisition(requisition.Id) + "?handler=Undo" : null);
    }

    /// <summary>Those who keep it open, each with a link to decide; as far as the viewer may see them.</summary>
    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        Undecided = await (
            from application in Db.Applications.AsNoTracking()
            where application.RequisitionId == Requisition.Id && RequisitionFactsLoader.KeepsOpen.Contains(application.State)
            join person in Db.People on application.PersonId equals person.Id
            orderby application.Id
            select new Row(application.Id, person.Name, application.State)).Take(200).ToListAsync(ct);
    }

    public sealed record Row(long Id, PersonName Name, ApplicationState State);
}
