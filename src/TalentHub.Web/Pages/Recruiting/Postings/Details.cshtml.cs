using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Recruiting.Postings;

/// <summary>One posting: its state and moves, its text in both languages, what it has brought by source, its history.</summary>
public sealed class DetailsModel(TalentHubDb db, PostingFactsLoader facts, TimeProvider clock) : PostingPage(db, facts, clock)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Posting Posting { get; private set; } = null!;

    public MovesView Moves { get; private set; } = null!;

    public string RequisitionTitle { get; private set; } = string.Empty;

    /// <summary>A live posting is everybody's to read; the request behind it may not be the viewer's.</summary>
    public bool SeesRequest => RequisitionTitle.Length > 0;

    public bool MayWrite { get; private set; }

    public IReadOnlyDictionary<long, string> People { get; private set; } = new Dictionary<long, string>();

    public IReadOnlyList<(Source Source, string? Detail, int Count)> Sources { get; private set; } = [];

    public IReadOnlyList<Transition> History { get; private set; } = [];

    /// <summary>When it was last put on the site; null while it never was.</summary>
    public DateTime? WentLive => History.FirstOrDefault(h => h.To == nameof(PostingState.Live))?.At;

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken ct) => MoveAsync((p, f) => p.Submit(Me, Now, f, Reason), "Sent for review.", ct);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) => MoveAsync(
        (p, f) => p.Approve(Me, Now, f, Reason), p => p.State == PostingState.Live ? "It is live." : "Approved. It goes live on its first day.", ct);

    public Task<IActionResult> OnPostPauseAsync(CancellationToken ct) => MoveAsync((p, f) => p.Pause(Me, Now, f, Reason), "Paused: it is off the site.", ct);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken ct) => MoveAsync((p, f) => p.Resume(Me, Now, f, Reason), "It is live again.", ct);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken ct) =>
        MoveAsync((p, f) => p.Close(Me, Now, f, Reason), _ => "Closed: it takes no more applications.", ct, undo: "?handler=Restore");

    /// <summary>Takes the closing back, to exactly where it stood.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken ct)
    {
        var id = Posting.IdOf(Number);
        var last = await Db.Transitions.Where(t => t.Machine == "posting" && t.SubjectId == id).OrderByDescending(t => t.Id).FirstOrNotFoundAsync(ct);
        return await MoveAsync((p, f) => p.Restore(Me, Now, f, last), "It is back where it stood.", ct);
    }

    public Task<IActionResult> OnPostReopenAsync(CancellationToken ct) => MoveAsync((p, f) => p.Reopen(Me, Now, f, Reason), "It is a draft again.", ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var (posting, known) = await FindAsync(ct);
        Posting = posting;
        Shows(posting.Version);
        MayWrite = PostingFlow.Writable.Contains(posting.State) && Me.May(Capability.WritePostings);
        RequisitionTitle = T.Of(await Db.Requisitions.AsNoTracking().Where(r => r.Id == posting.RequisitionId).Select(r => r.Title).SingleOrDefaultAsync(ct));
        Moves = new MovesView("posting", Version,
        [
            Move(PostingTrigger.Submit, known),
            Move(PostingTrigger.Approve, known) with { Label = posting.OpensOn is { } first && first > known.Today ? null : T["Approve and publish"] },
            Move(PostingTrigger.ReferBack, known) with { Handler = null, Href = Links.Posting(posting.Id) + "/review" },
            Move(PostingTrigger.Resume, known),
            Move(PostingTrigger.Pause, known) with { AsksReason = true },
            Move(PostingTrigger.Restore, known),
            Move(PostingTrigger.Reopen, known) with { AsksReason = true },
            posting.State is PostingState.Draft or PostingState.ReferredBack
                ? Move(PostingTrigger.Close, known) with { Label = T["Discard the draft"], Confirm = T["Discard this draft? Nobody outside has seen it."] }
                : Move(PostingTrigger.Close, known) with { Confirm = T["Close the posting? It takes no more applications."] },
        ]);
        History = await Db.Transitions.AsNoTracking().Where(t => t.Machine == "posting" && t.SubjectId == posting.Id).OrderByDescending(t => t.Id).Take(50).ToListAsync(ct);
        var ids = History.Where(h => h.ActorId is not null).Select(h => h.ActorId!.Value).Append(posting.AuthorId).Distinct().ToList();
        People = (await Db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct)).ToDictionary(p => p.Id, p => T.Name(p.Name));
        var sources = await Db.Applications.AsNoTracking().Where(a => a.PostingId == posting.Id)
            .GroupBy(a => new { a.Source, a.SourceDetail }).Select(g => new { g.Key.Source, g.Key.SourceDetail, Count = g.Count() }).ToListAsync(ct);
        Sources = [.. sources.OrderByDescending(s => s.Count).Select(s => (s.Source, s.SourceDetail, s.Count))];
    }

    private MoveView Move(PostingTrigger trigger, PostingFacts known) => new(trigger, Posting.Can(trigger, known, Me), Handler: trigger.ToString());

    private Task<IActionResult> MoveAsync(Action<Posting, PostingFacts> verb, string says, CancellationToken ct) => MoveAsync(verb, _ => says, ct);

    private async Task<IActionResult> MoveAsync(Action<Posting, PostingFacts> verb, Func<Posting, string> says, CancellationToken ct, string? undo = null)
    {
        var (posting, known) = await FindAsync(ct);
        verb(posting, known);
        await SaveAsync(ct);
        return Done(says(posting), Links.Posting(posting.Id), undo is null ? null : Links.Posting(posting.Id) + undo);
    }
}
