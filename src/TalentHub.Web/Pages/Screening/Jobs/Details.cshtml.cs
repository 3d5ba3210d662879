using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Screening;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Pages.Screening.Candidates;

namespace TalentHub.Web.Pages.Screening.Jobs;

/// <summary>A job: its candidates as a board or as a table. Everything else about it is one tab away.</summary>
public sealed class DetailsModel(TalentHubDb db, BoardLoader board, ApplicationFactsLoader loader, TimeProvider clock) : FormPage
{
    [FromRoute]
    public long Id { get; set; }

    [FromQuery(Name = "tab")]
    public string? Tab { get; set; }

    [FromQuery(Name = "state")]
    public string? State { get; set; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; set; }

    [FromQuery(Name = "after")]
    public string? After { get; set; }

    public JobHead Head { get; private set; } = null!;

    public IReadOnlyList<BoardColumn> Columns { get; private set; } = [];

    public CandidateFilter Filter { get; private set; } = new();

    public CandidatePage? List { get; private set; }

    /// <summary>What comes first, while the board is empty.</summary>
    public Beginning? Begin { get; private set; }

    public DateTime Now { get; } = clock.UtcNow();

    public bool MayMove => Me.May(Capability.ScreenApplications);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Head = await db.JobHeadAsync(Id, ct) with { Tab = Tab == "table" ? "table" : "board" };
        if (Head.Tab == "table")
        {
            Filter = new CandidateFilter
            {
                Job = Id,
                State = State,
                Sort = Enum.TryParse<CandidateSort>(Sort, ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : CandidateSort.Newest,
                After = After,
            };
            List = await db.CandidatesAsync(Filter, ct);
        }
        else
        {
            Columns = await board.LoadAsync(Id, Me, Now, ct);
            if (Head.State == RequisitionState.Open && Columns.All(c => c.Count == 0))
            {
                Begin = new Beginning(
                    await db.Postings.AnyAsync(p => p.RequisitionId == Id && p.State != PostingState.Closed, ct), Me.May(Capability.WritePostings),
                    Me.May(Capability.SeeInterviews), Me.May(Capability.AddCandidates));
            }
        }
    }

    /// <summary>More of one column, as it is scrolled.</summary>
    public async Task<IActionResult> OnGetColumnAsync(ApplicationState state, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        _ = await db.JobHeadAsync(Id, ct);
        return Partial("_Cards", await board.ColumnAsync(Id, state, After, Me, Now, ct));
    }

    /// <summary>A move that needs nothing but its button.</summary>
    /// <param name="move">The number of the application and the move: "7:ToInterview".</param>
    public async Task<IActionResult> OnPostMoveAsync(string? move, CancellationToken ct)
    {
        var colon = move?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 1 || !long.TryParse(move.AsSpan(0, colon), out var id) || !Enum.TryParse<ApplicationTrigger>(move.AsSpan(colon + 1), out var trigger))
        {
            return NotFound();
        }

        await db.InTransactionAsync(
            async () =>
            {
                var application = await db.Applications.SingleOrNotFoundAsync(a => a.Id == id && a.RequisitionId == Id, ct);
                Make(application, trigger, await loader.LoadAsync(application, ct));
                await db.SaveChangesAsync(ct);
            },
            ct);
        return Done(new Sentence("{move}: done.", ("move", T.Trigger(ApplicationFlow.Table.Name, trigger))), Links.Job(Id));
    }

    public sealed record Beginning(bool HasPosting, bool MayWrite, bool MayPlan, bool MayAdd);

    private void Make(JobApplication application, ApplicationTrigger trigger, ApplicationFacts facts)
    {
        switch (trigger)
        {
            case ApplicationTrigger.StartReview:
                application.StartReview(facts, Me, Now);
                break;
            case ApplicationTrigger.Shortlist:
                application.Shortlist(facts, Me, Now);
                break;
            case ApplicationTrigger.ToInterview:
                application.ToInterview(facts, Me, Now);
                break;
            case ApplicationTrigger.ToDecision:
                application.ToDecision(facts, Me, Now);
                break;
            default:
                throw new DomainException("This is done on the application's own page.");
        }
    }
}
