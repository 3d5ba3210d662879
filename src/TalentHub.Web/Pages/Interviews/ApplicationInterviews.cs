using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Screening;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>The interviews of an application, for the application's own page: where each stands, and the ways to book and to decide.</summary>
public sealed class ApplicationInterviews(TalentHubDb db, CurrentActor actor) : ViewComponent
{
    private static readonly ApplicationState[] Before = ApplicationFlow.BeforeInterviews;

    public async Task<IViewComponentResult> InvokeAsync(long applicationId, ApplicationState state)
    {
        if (Array.IndexOf(Before, state) >= 0)
        {
            return Content(string.Empty);
        }

        var rows = await db.Interviews.AsNoTracking().Where(i => i.ApplicationId == applicationId)
            .OrderBy(i => i.RoundOrder).ThenBy(i => i.Id)
            .Select(i => new Row(i.Id, new Bilingual(i.RoundName.En, i.RoundName.Zh), i.State, i.StartsAt))
            .ToListAsync(HttpContext.RequestAborted);
        return View(new Box(
            applicationId, rows, state == ApplicationState.Interviewing && actor.Value.May(Capability.ScheduleInterviews),
            rows.Count > 0 && actor.Value.May(Capability.OpenDebriefs), ApplicationFlow.Active.Contains(state)));
    }

    public sealed record Row(long Id, Bilingual Round, InterviewState State, DateTime? StartsAt);

    public sealed record Box(long ApplicationId, IReadOnlyList<Row> Rows, bool MayBook, bool MayDebrief, bool IsAhead);
}
