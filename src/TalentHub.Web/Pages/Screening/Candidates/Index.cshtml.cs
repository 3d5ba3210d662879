using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Services;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Screening.Candidates;

/// <summary>Everyone who applied, as far as the viewer may see them; filters, order and page stand in the address.</summary>
[EnableRateLimiting(OpenForms.SearchPolicy)]
public sealed class IndexModel(TalentHubDb db, CurrentActor actor, BriefCache brief, TimeProvider clock, Text t) : PageModel
{
    /// <summary>Jobs offered in the filter; more are reached from the list of jobs.</summary>
    private const int MostJobs = 100;

    public CandidateFilter Filter { get; private set; } = new();

    public CandidatePage List { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Jobs { get; private set; } = [];

    public IReadOnlyList<SelectListItem> States { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sources { get; private set; } = [];

    public DateTime Now { get; } = clock.UtcNow();

    public bool MayAdd => actor.Value.May(Capability.AddCandidates);

    public bool MayResolve => actor.Value.May(Capability.ResolveDuplicates);

    public async Task OnGetAsync(string? q, [FromQuery(Name = "in")] string? inside, string? state, long? job, string? source, string? sort, string? after, CancellationToken ct)
    {
        Filter = new CandidateFilter
        {
            Q = q is { Length: > 100 } ? q[..100] : q,
            InResumes = inside == "resumes",
            State = state,
            Job = job,
            Source = Enum.TryParse<Source>(source, ignoreCase: true, out var from) && Enum.IsDefined(from) ? from : null,
            Sort = Enum.TryParse<CandidateSort>(sort, ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : CandidateSort.Newest,
            After = after,
        };
        List = await db.CandidatesAsync(Filter, ct);
        var jobs = await brief.GetAsync(new JobsOf(actor.Value.PersonId, actor.Value.Rights, job), () => db.JobsInView()
            .Where(j => j.State == RequisitionState.Open || j.Id == job).OrderByDescending(j => j.Id)
            .Select(j => new JobChoice(j.Id, new Bilingual(j.TitleEn, j.TitleZh))).Take(MostJobs).ToListAsync(ct));
        Jobs = [.. jobs.Select(j => new SelectListItem($"{t.Of(j.Title)} · {Requisition.NumberOf(j.Id)}", j.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), j.Id == job))];
        States =
        [
            new SelectListItem(t["Running"], "running", string.Equals(state, "running", StringComparison.OrdinalIgnoreCase)),
            .. Enum.GetValues<ApplicationState>().Select(s => new SelectListItem(t.State(ApplicationFlow.Table.Name, s), s.ToString(), string.Equals(s.ToString(), state, StringComparison.OrdinalIgnoreCase))),
        ];
        Sources = [.. Enum.GetValues<Source>().Select(s => new SelectListItem(t.Enum(s), s.ToString(), s == Filter.Source))];
    }

    private sealed record JobsOf(long PersonId, CapabilitySet Rights, long? Job);

    private sealed record JobChoice(long Id, Bilingual Title);
}
