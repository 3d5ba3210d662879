using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Interviews;

/// <summary>When an interview is over, everyone on its panel has a scorecard to write.</summary>
public sealed class HandOutScorecards : IReaction<InterviewEnded>
{
    public async Task ReactAsync(InterviewEnded happened, TalentHubDb db, CancellationToken ct)
    {
        var interview = happened.Interview;
        var written = await db.Scorecards.Where(c => c.InterviewId == interview.Id).Select(c => c.InterviewerId).ToListAsync(ct);
        db.Scorecards.AddRange(interview.Panel.Where(m => !written.Contains(m.PersonId)).Select(m => new Scorecard(Actor.System, happened.At, interview, m.PersonId)));
    }
}

/// <summary>A card that comes in, is waived or is taken back changes what its interview waits for.</summary>
public sealed class CollectFeedback(InterviewFactsLoader facts, WorkDesk work)
    : IReaction<ScorecardSubmitted>, IReaction<ScorecardWaived>, IReaction<ScorecardAmended>, IReaction<InterviewEnded>
{
    public Task ReactAsync(ScorecardSubmitted happened, TalentHubDb db, CancellationToken ct) => CardInAsync(happened.Scorecard, happened.At, db, ct);

    public Task ReactAsync(ScorecardWaived happened, TalentHubDb db, CancellationToken ct) => CardInAsync(happened.Scorecard, happened.At, db, ct);

    public async Task ReactAsync(ScorecardAmended happened, TalentHubDb db, CancellationToken ct)
    {
        var interview = await db.Interviews.SingleAsync(i => i.Id == happened.Scorecard.InterviewId, ct);
        interview.CardOut(happened.Scorecard.InterviewerId);
        if (interview.State == InterviewState.FeedbackComplete)
        {
            interview.ReopenFeedback(await facts.LoadAsync(interview, null, ct), Actor.System, happened.At);
            await work.RefreshDecisionAsync(interview.ApplicationId, ct);
        }
    }

    /// <summary>All cards may have come in before the end time had passed.</summary>
    public Task ReactAsync(InterviewEnded happened, TalentHubDb db, CancellationToken ct) => CompleteAsync(happened.Interview, happened.At, ct);

    private async Task CardInAsync(Scorecard card, DateTime at, TalentHubDb db, CancellationToken ct)
    {
        var interview = await db.Interviews.SingleAsync(i => i.Id == card.InterviewId, ct);
        interview.CardIn(card.InterviewerId, at);
        if (Array.IndexOf(InterviewFlow.Ahead, interview.State) >= 0)
        {
            await work.RefreshAsync(interview, ct);
        }

        await CompleteAsync(interview, at, ct);
    }

    private async Task CompleteAsync(Interview interview, DateTime at, CancellationToken ct)
    {
        if (interview is { State: InterviewState.AwaitingFeedback, MissingCards: 0 })
        {
            interview.AllIn(await facts.LoadAsync(interview, null, ct), Actor.System, at);
        }
    }
}

/// <summary>With one interview complete, the next one may need a time, or the debrief may open.</summary>
public sealed class PassOn(WorkDesk work) : IReaction<InterviewFeedbackComplete>, IReaction<InterviewCancelled>
{
    public Task ReactAsync(InterviewFeedbackComplete happened, TalentHubDb db, CancellationToken ct) => PassAsync(happened.Interview, ct);

    public Task ReactAsync(InterviewCancelled happened, TalentHubDb db, CancellationToken ct) => PassAsync(happened.Interview, ct);

    private async Task PassAsync(Interview interview, CancellationToken ct)
    {
        await work.RefreshNextAsync(interview.ApplicationId, ct);
        await work.RefreshDecisionAsync(interview.ApplicationId, ct);
    }
}

/// <summary>The debrief has opened: what is in stays as it is.</summary>
public sealed class LockScorecards : IReaction<DebriefOpened>
{
    public async Task ReactAsync(DebriefOpened happened, TalentHubDb db, CancellationToken ct)
    {
        foreach (var card in await db.Scorecards
                     .Where(c => c.ApplicationId == happened.Decision.ApplicationId && c.State == ScorecardState.Submitted).ToListAsync(ct))
        {
            card.Lock(Actor.System, happened.At);
        }
    }
}
