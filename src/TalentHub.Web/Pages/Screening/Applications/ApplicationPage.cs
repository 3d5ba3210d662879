using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Services;
using TalentHub.Services.Screening;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Screening.Applications;

/// <summary>Whose application, for which job, standing where: what every page about one begins with.</summary>
public sealed record ApplicationHead(
    long Id, Guid Version, long PersonId, PersonName Name, string? Title, string? Employer, long RequisitionId, Bilingual Job, ApplicationState State, DateTime StateSince, bool OnHold);

/// <summary>A page about one application. A move loads it and its facts, is made and saved, all in one transaction.</summary>
public abstract class ApplicationPage(TalentHubDb db, ApplicationFactsLoader loader, TimeProvider clock) : FormPage
{
    [FromRoute]
    public long Id { get; set; }

    public ApplicationHead Head { get; protected set; } = null!;

    public DateTime Now => clock.UtcNow();

    protected TalentHubDb Db => db;

    protected ApplicationFactsLoader Facts => loader;

    public override async Task LoadAsync(CancellationToken ct)
    {
        Head = await (
            from a in db.Applications.AsNoTracking()
            where a.Id == Id
            join p in db.People on a.PersonId equals p.Id
            join j in db.JobScopes on a.RequisitionId equals j.Id
            select new ApplicationHead(a.Id, a.Version, p.Id, new PersonName(p.Name.Given, p.Name.Family, p.Name.Latin), p.CurrentTitle, p.CurrentEmployer, j.Id, new Bilingual(j.TitleEn, j.TitleZh), a.State, a.StateSince, a.Hold != null))
            .FirstOrNotFoundAsync(ct);
        Shows(Head.Version);
    }

    /// <summary>The list of one kind, in the reader's words, for a select.</summary>
    protected async Task<IReadOnlyList<SelectListItem>> ReasonsAsync(ReasonKind kind, CancellationToken ct) =>
        [.. (await db.CompanyReasons.AsNoTracking().Where(r => r.Kind == kind && !r.IsRetired).OrderBy(r => r.Id).Select(r => new { r.Code, r.Text }).ToListAsync(ct))
            .Select(r => new SelectListItem(T.Of(r.Text), r.Code))];

    protected Task<IActionResult> MoveAsync(Action<JobApplication, ApplicationFacts> move, Sentence done, CancellationToken ct, string? href = null, string? undo = null) =>
        MoveAsync(
            async application =>
            {
                move(application, await loader.LoadAsync(application, ct));
                return application.Id;
            },
            done, ct, href, undo);

    protected async Task<IActionResult> MoveAsync(Func<JobApplication, Task<long>> move, Sentence done, CancellationToken ct, string? href = null, string? undo = null)
    {
        var id = await db.InTransactionAsync(
            async () =>
            {
                var application = await db.Applications.SingleOrNotFoundAsync(a => a.Id == Id, ct);
                db.Expect(application, Version);
                var next = await move(application);
                await db.SaveChangesAsync(ct);
                return next;
            },
            ct);
        return Done(done, href ?? Links.Application(id), undo);
    }
}
