using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Screening;

namespace TalentHub.Web.Pages.Offers;

/// <summary>The offers of an application, for the application's own page. Whoever may not see offers sees nothing here, not even that there is one.</summary>
public sealed class ApplicationOffers(TalentHubDb db, CurrentActor actor) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(long applicationId, ApplicationState state)
    {
        if (!actor.Value.May(Capability.SeeOffers) || state < ApplicationState.OfferStage)
        {
            return Content(string.Empty);
        }

        var rows = await db.Offers.AsNoTracking().Where(o => o.ApplicationId == applicationId).OrderByDescending(o => o.Id)
            .Select(o => new Row(o.Id, o.State)).ToListAsync(HttpContext.RequestAborted);
        var mayDraft = state == ApplicationState.OfferStage && actor.Value.May(Capability.WriteOffers) && !rows.Exists(r => OfferFlow.Live.Contains(r.State));
        return rows.Count == 0 && !mayDraft ? Content(string.Empty) : View(new Box(applicationId, rows, mayDraft));
    }

    public sealed record Row(long Id, OfferState State);

    public sealed record Box(long ApplicationId, IReadOnlyList<Row> Rows, bool MayDraft);
}
