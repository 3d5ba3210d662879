using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Interviews;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>One interview: when and where on both clocks, who said yes, the kit, the moves, and whose scorecard is missing.</summary>
public sealed class DetailsModel(TalentHubDb db, InterviewFactsLoader facts, AnswerInvitation answers, ScorecardDesk desk, InterviewMail mail, Ways ways) : FormPage, IShowsRecords
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The time that the page showed when somebody answered on it.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>Whose card is waived.</summary>
    [BindProperty]
    public long? Interviewer { get; set; }

    public Interview Interview { get; private set; } = null!;

    public IEnumerable<AuditNote> Revealed => Interview is null ? [] : [new(AuditAction.ReadScores, RecordKind.Interview, Id, Interview.PersonId)];

    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public InterviewBrief Brief { get; private set; } = null!;

    public MovesView Moves { get; private set; } = null!;

    /// <summary>Cards that the viewer may read: their own, and others' once they owe none.</summary>
    public IReadOnlyList<Scorecard> Cards { get; private set; } = [];

    public bool IsOnPanel => Interview.IsOnPanel(Me.PersonId);

    public bool HasStarted { get; private set; }

    public bool MayWaive { get; private set; }

    public bool CandidateMayBeRecorded { get; private set; }

    public bool ReadsDebriefs => Me.May(Capability.OpenDebriefs);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>The reader's own calendar file.</summary>
    public async Task<IActionResult> OnGetCalendarAsync(CancellationToken ct)
    {
        var interview = await db.Interviews.AsNoTracking().SingleOrNotFoundAsync(i => i.Id == Id, ct);
        return CalendarDownload.Of(await mail.FileAsync(interview, Me.PersonId, ct), Interview.NumberOf(Id));
    }

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) =>
        DoAsync(() => answers.ConfirmAsync(Id, Me, null, Shown, ct), "You are expected. Thank you.", ct);

    public Task<IActionResult> OnPostCandidateConfirmsAsync(CancellationToken ct) => DoAsync(
        async () =>
        {
            var candidate = await db.Interviews.Where(i => i.Id == Id).Select(i => i.PersonId).FirstOrNotFoundAsync(ct);
            await answers.ConfirmAsync(Id, Me, candidate, Shown, ct);
        },
        "Noted: the candidate comes.",
        ct);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) =>
        DoAsync(() => answers.DeclineAsync(Id, Me, Reason, Shown, ct), "It needs another time now. Everyone was told.", ct);

    public Task<IActionResult> OnPostAskAvailabilityAsync(CancellationToken ct) =>
        DoAsync(() => answers.AskAvailabilityAsync(Id, Version, Me, ct), "The candidate was asked when they can meet.", ct);

    public Task<IActionResult> OnPostCancelAsync(CancellationToken ct) =>
        DoAsync(() => answers.CancelAsync(Id, Version, Me, Reason, ct), "Cancelled. Everyone was told.", ct);

    public Task<IActionResult> OnPostCandidateAbsentAsync(CancellationToken ct) =>
        DoAsync(() => answers.RecordNoShowAsync(Id, Version, Me, NoShowSide.Candidate, Reason, ct), "Noted: the candidate did not come.", ct);

    public Task<IActionResult> OnPostInterviewerAbsentAsync(CancellationToken ct) =>
        DoAsync(() => answers.RecordNoShowAsync(Id, Version, Me, NoShowSide.Interviewer, Reason, ct), "Noted: the interviewer did not come.", ct);

    public Task<IActionResult> OnPostBookAgainAsync(CancellationToken ct) =>
        DoAsync(() => answers.BookAgainAsync(Id, Version, Me, Reason, ct), "It can be booked again.", ct);

    public Task<IActionResult> OnPostWaiveAsync(CancellationToken ct) =>
        DoAsync(() => desk.WaiveAsync(Id, Interviewer ?? 0, Reason, ct), "Waived: nobody waits for this scorecard.", ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Interview = await db.Interviews.AsNoTracking().SingleOrNotFoundAsync(i => i.Id == Id, ct);
        Shows(Interview.Version);
        await ways.LookAsync(ct, Links.Application(Interview.ApplicationId), Links.Debrief(Interview.ApplicationId));
        Names = await db.NamesAsync(Interview.Panel.Select(p => p.PersonId).Append(Interview.PersonId), T.Language, ct);
        Brief = await db.BriefAsync(Interview, ct);
        Cards = Interview.State is InterviewState.ToSchedule or InterviewState.AvailabilityAsked
            ? []
            : await db.Scorecards.AsNoTracking().Where(c => c.InterviewId == Id).OrderBy(c => c.Id).ToListAsync(ct);
        var known = await facts.LoadAsync(Interview, null, ct);
        Moves = new MovesView(InterviewFlow.Table.Name, Version, [.. MovesOf(known)]);
        HasStarted = known.HasStarted;
        MayWaive = known.HasStarted && Me.May(Capability.WaiveScorecards) && (Me.May(Capability.SeeAllInterviews) || Brief.HiringManagerId == Me.PersonId);
        CandidateMayBeRecorded = Me.May(Capability.ScheduleInterviews) && Interview.CandidateConfirmedAt is null
            && Interview.Can(InterviewTrigger.Confirm, known, Me).IsPossible;
    }

    private IEnumerable<MoveView> MovesOf(InterviewFacts known)
    {
        Verdict Can(InterviewTrigger trigger) => Interview.Can(trigger, known, Me);
        var owesAnswer = IsOnPanel && Interview.Panel.Any(p => p.PersonId == Me.PersonId && p.ConfirmedAt is null);
        if (owesAnswer)
        {
            yield return new MoveView(InterviewTrigger.Confirm, Can(InterviewTrigger.Confirm), Handler: "Confirm") { Shown = AnswerInvitation.Shown(Interview.StartsAt) };
        }

        yield return new MoveView(InterviewTrigger.Book, Can(InterviewTrigger.Book), Href: $"/applications/APP-{Interview.ApplicationId}/interviews/new?round={Interview.RoundId}");
        yield return new MoveView(InterviewTrigger.AskAvailability, Can(InterviewTrigger.AskAvailability), Handler: "AskAvailability");
        if (IsOnPanel)
        {
            yield return new MoveView(InterviewTrigger.Decline, Can(InterviewTrigger.Decline), Handler: "Decline", AsksReason: true) { Shown = AnswerInvitation.Shown(Interview.StartsAt) };
        }

        yield return new MoveView(InterviewTrigger.Move, Can(InterviewTrigger.Move), Href: $"/interviews/INT-{Id}/move");
        if (known.HasStarted)
        {
            yield return new MoveView(InterviewTrigger.RecordNoShow, Can(InterviewTrigger.RecordNoShow), Handler: "CandidateAbsent", AsksReason: true) { Label = T["Candidate did not come"] };
            yield return new MoveView("RecordNoShow2", Can(InterviewTrigger.RecordNoShow), Handler: "InterviewerAbsent", AsksReason: true) { Label = T["Interviewer did not come"] };
        }

        yield return new MoveView(InterviewTrigger.BookAgain, Can(InterviewTrigger.BookAgain), Handler: "BookAgain", AsksReason: true);
        yield return new MoveView(InterviewTrigger.Cancel, Can(InterviewTrigger.Cancel), Handler: "Cancel", AsksReason: true);
    }

    /// <summary>Who does not see the interview is told that there is none, whatever they post.</summary>
    private async Task<IActionResult> DoAsync(Func<Task> work, Sentence says, CancellationToken ct)
    {
        await db.Interviews.Where(i => i.Id == Id).Select(i => i.Id).FirstOrNotFoundAsync(ct);
        await work();
        return Done(says, Links.Interview(Id));
    }
}
