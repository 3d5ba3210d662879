using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Web.Pages.Screening.Jobs;

namespace TalentHub.Web.Pages.Recruiting.Jobs;

/// <summary>A job's postings, and which source has brought how many applications and how far they came.</summary>
public sealed class PostingsModel(TalentHubDb db, CurrentActor actor) : PageModel
{
    private static readonly ApplicationState[] Forward =
        [ApplicationState.Interviewing, ApplicationState.Deciding, ApplicationState.OfferStage, ApplicationState.ReadyToHire, ApplicationState.Hired];

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public JobHead Head { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<SourceRow> Sources { get; private set; } = [];

    public bool MayWrite => actor.Value.May(Capability.WritePostings);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Head = await db.JobHeadAsync(Id, ct) with { Tab = "posting" };
        Rows = await db.Postings.AsNoTracking().Where(p => p.RequisitionId == Id).OrderByDescending(p => p.Id)
            .Select(p => new Row(p.Id, new Bilingual(p.Title.En, p.Title.Zh), p.Kind, p.State, p.OpensOn, p.ClosesOn, db.Applications.Count(a => a.PostingId == p.Id))).Take(50).ToListAsync(ct);
        var sources = await db.Applications.AsNoTracking().Where(a => a.RequisitionId == Id)
            .GroupBy(a => new { a.Source, a.SourceDetail })
            .Select(g => new SourceRow(g.Key.Source, g.Key.SourceDetail, g.Count(), g.Count(a => Forward.Contains(a.State)), g.Count(a => a.State == ApplicationState.Hired))).ToListAsync(ct);
        Sources = [.. sources.OrderByDescending(s => s.Applications).ThenBy(s => s.Detail, StringComparer.Ordinal)];
    }

    public sealed record Row(long Id, Bilingual Title, PostingKind Kind, PostingState State, DateOnly? OpensOn, DateOnly? ClosesOn, int Applications);

    /// <param name="Forward">Of these, how many stand at the interviews or beyond.</param>
    public sealed record SourceRow(Source Source, string? Detail, int Applications, int Forward, int Hired);
}
