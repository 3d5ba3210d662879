using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Interviews;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>All scorecards of an application side by side by attribute, disagreements first; below them the decision, its reasons and signatures.</summary>
[EnableRateLimiting(OpenForms.ExportPolicy)]
public sealed class DebriefModel(TalentHubDb db, DecisionFactsLoader loader, Debrief debrief, TimeProvider clock) : FormPage, IShowsRecords
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public HiringDecision Decision { get; private set; } = null!;

    public IEnumerable<AuditNote> Revealed => [new(AuditAction.ReadScores, RecordKind.Application, Id, Decision.PersonId)];

    public DecisionFacts Known { get; private set; } = null!;

    public DebriefTable Table { get; private set; } = null!;

    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public Bilingual JobTitle { get; private set; } = null!;

    /// <summary>Whose name stands under a hire, from the steps that were made: the hiring manager's and, once it is decided, HR's.</summary>
    public IEnumerable<Transition> Signatures => Known.SignedBy is null
        ? []
        : History.Where(t => t.Trigger == nameof(DecisionTrigger.SignHire)).TakeLast(1).Concat(History.Where(t => t.Trigger == nameof(DecisionTrigger.Hire)));

    public IReadOnlyList<Transition> History { get; private set; } = [];

    public MovesView Moves { get; private set; } = null!;

    /// <summary>The viewer owes a card of their own and reads no others' before it is in.</summary>
    public long? OwesCardOf { get; private set; }

    /// <summary>An interview is over and a card of it is missing; before its end nobody owes one.</summary>
    public bool IsFeedbackLate { get; private set; }

    public string CandidateName => Names.GetValueOrDefault(Decision.PersonId, "?");

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>The whole debrief as a table for an audit.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var csv = DebriefCsv.Write(this, T);
        db.Audit(new AuditNote(AuditAction.Exported, RecordKind.Application, Id, Decision.PersonId, "debrief"));
        await db.SaveChangesAsync(ct);
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(csv)).ToArray(), "text/csv; charset=utf-8", $"debrief-APP-{Id}.csv");
    }

    public Task<IActionResult> OnPostOpenAsync(CancellationToken ct) => DoAsync(() => debrief.OpenAsync(Id, Version, Reason, ct), "The debrief is open. Scorecards stay as they are now.", ct);

    public Task<IActionResult> OnPostSignHireAsync(CancellationToken ct) => DoAsync(() => debrief.SignHireAsync(Id, Version, Reason, ct), "Signed. HR signs next.", ct);

    public Task<IActionResult> OnPostWithdrawSignatureAsync(CancellationToken ct) => DoAsync(() => debrief.WithdrawSignatureAsync(Id, Version, ct), "Your signature is withdrawn.", ct);

    public Task<IActionResult> OnPostHireAsync(CancellationToken ct) => DoAsync(() => debrief.HireAsync(Id, Version, Reason, ct), "Decided: hire. An offer can be written now.", ct);

    public Task<IActionResult> OnPostSendBackAsync(CancellationToken ct) => DoAsync(() => debrief.SendBackAsync(Id, Version, Reason, ct), "Not signed. The hiring manager decides anew and reads why.", ct);

    public Task<IActionResult> OnPostNoHireAsync(CancellationToken ct) => DoAsync(() => debrief.NoHireAsync(Id, Version, Reason, ct), "Decided: no hire. The recruiter tells the candidate.", ct);

    public Task<IActionResult> OnPostAskMoreAsync(CancellationToken ct) => DoAsync(() => debrief.AskMoreAsync(Id, Version, Reason, ct), "The question is noted. Another interview can be booked.", ct);

    public Task<IActionResult> OnPostReconsiderAsync(CancellationToken ct) => DoAsync(() => debrief.ReconsiderAsync(Id, Version, Reason, ct), "The debrief is open again.", ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        var found = await (
            from decision in db.HiringDecisions.AsNoTracking()
            join job in db.Requisitions on decision.RequisitionId equals job.Id
            where decision.ApplicationId == Id
            select new { Decision = decision, Title = new Bilingual(job.Title.En, job.Title.Zh) }).FirstOrNotFoundAsync(ct);
        (Decision, JobTitle) = (found.Decision, found.Title);
        Shows(Decision.Version);
        var cards = await db.Scorecards.AsNoTracking().Where(c => c.ApplicationId == Id && ScorecardFlow.In.Contains(c.State)).OrderBy(c => c.SubmittedAt).ToListAsync(ct);
        var interviews = await db.Interviews.AsNoTracking().Where(i => i.ApplicationId == Id).OrderBy(i => i.RoundOrder).ToListAsync(ct);
        Table = new DebriefTable(cards, interviews);
        OwesCardOf = interviews.Find(i => InterviewFlow.InCalendar.Contains(i.State) && i.Panel.Any(p => p.PersonId == Me.PersonId && p.CardInAt is null))?.Id;
        var now = clock.UtcNow();
        IsFeedbackLate = interviews.Exists(i => InterviewFlow.InCalendar.Contains(i.State) && i.EndsAt <= now && i.Panel.Any(p => p.CardInAt is null));
        History = await db.Transitions.AsNoTracking().Where(t => t.Machine == DecisionFlow.Table.Name && t.SubjectId == Decision.Id).OrderBy(t => t.Id).ToListAsync(ct);
        Names = await db.NamesAsync(
            [Decision.PersonId, .. Table.People, .. History.Select(t => t.ActorId ?? 0)], T.Language, ct);
        Known = await loader.LoadAsync(Decision, ct, interviews);
        Moves = new MovesView(DecisionFlow.Table.Name, Version, [.. MovesOf()]);
    }

    private IEnumerable<MoveView> MovesOf()
    {
        Verdict Can(DecisionTrigger trigger) => Decision.Can(trigger, Known, Me);
        yield return new MoveView(DecisionTrigger.OpenDebrief, Can(DecisionTrigger.OpenDebrief), Handler: "Open");
        if (Known.SignedBy is null)
        {
            yield return new MoveView(DecisionTrigger.SignHire, Can(DecisionTrigger.SignHire), Handler: "SignHire", AsksReason: true);
        }
        else if (Known.SignedBy == Me.PersonId)
        {
            yield return new MoveView(DecisionTrigger.WithdrawSignature, Can(DecisionTrigger.WithdrawSignature), Handler: "WithdrawSignature");
        }

        yield return new MoveView(DecisionTrigger.Hire, Can(DecisionTrigger.Hire), Handler: "Hire");
        if (Known.SignedBy is not null)
        {
            yield return new MoveView(DecisionTrigger.SendBack, Can(DecisionTrigger.SendBack), Handler: "SendBack", AsksReason: true);
        }

        yield return new MoveView(DecisionTrigger.NoHire, Can(DecisionTrigger.NoHire), Handler: "NoHire", AsksReason: true);
        yield return new MoveView(DecisionTrigger.AskMore, Can(DecisionTrigger.AskMore), Handler: "AskMore", AsksReason: true);
        yield return new MoveView(DecisionTrigger.Reconsider, Can(DecisionTrigger.Reconsider), Handler: "Reconsider", AsksReason: true);
    }

    private async Task<IActionResult> DoAsync(Func<Task> work, Sentence says, CancellationToken ct)
    {
        await db.HiringDecisions.AsNoTracking().Where(d => d.ApplicationId == Id).Select(d => d.Id).FirstOrNotFoundAsync(ct);
        await work();
        return Done(says, Links.Debrief(Id));
    }
}
