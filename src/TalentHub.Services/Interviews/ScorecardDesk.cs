using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Interviews;

/// <summary>What an interviewer typed into a card.</summary>
public sealed record CardText(IReadOnlyList<Rating> Ratings, Recommendation? Overall, string? Summary);

/// <summary>Writing, handing in, amending and waiving scorecards. Each works on card and interview together, in one exclusive transaction.</summary>
public sealed class ScorecardDesk(TalentHubDb db, Actor actor, TimeProvider clock) : IService
{
    public async Task<ScorecardFacts> FactsAsync(Interview interview, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        return new ScorecardFacts(
            HasStarted: interview.StartsAt <= clock.UtcNow(),
            DebriefOpen: await db.HiringDecisions.AsNoTracking().AnyAsync(d => d.ApplicationId == interview.ApplicationId && DecisionFlow.DebriefOpened.Contains(d.State), ct),
            HiringManagerId: await db.Requisitions.AsNoTracking().Where(r => r.Id == interview.RequisitionId).Select(r => r.HiringManagerId).SingleAsync(ct));
    }

    /// <summary>Keeps what was typed; begins the card if need be, and hands it in if asked to.</summary>
    /// <param name="version">The card's version that the form was filled from; empty for a card that did not exist.</param>
    public Task<Scorecard> WriteAsync(long interviewId, CardText text, bool handIn, Guid version, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var now = clock.UtcNow();
            var interview = await InterviewAsync(interviewId, ct);
            var facts = await FactsAsync(interview, ct);
            var card = await db.Scorecards.SingleOrDefaultAsync(c => c.InterviewId == interviewId && c.InterviewerId == actor.PersonId, ct);
            if (card is null)
            {
                Require.That(interview.IsOnPanel(actor.PersonId), "Only the interviewer writes this scorecard.");
                card = new Scorecard(actor, now, interview, actor.PersonId);
                db.Scorecards.Add(card);
            }
            else if (version != Guid.Empty || card.State != ScorecardState.Assigned)
            {
                // A form opened before the card was handed out has no version; as long as nobody wrote in the card, nothing can be lost.
                db.Expect(card, version);
            }

            if (card.State == ScorecardState.Assigned)
            {
                card.StartWriting(facts, actor, now);
            }

            card.Write(actor, text.Ratings, text.Overall, text.Summary);
            if (handIn)
            {
                card.Submit(facts, actor, now);
            }

            await db.SaveChangesAsync(ct);
            return card;
        },
        ct);

    public Task AmendAsync(long interviewId, Guid version, Reason? reason, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var interview = await InterviewAsync(interviewId, ct);
            var card = await db.Scorecards.SingleOrDefaultAsync(c => c.InterviewId == interviewId && c.InterviewerId == actor.PersonId, ct)
                ?? throw new DomainException("There is no scorecard of yours to change.");
            db.Expect(card, version);
            card.Amend(await FactsAsync(interview, ct), actor, clock.UtcNow(), reason);
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>Goes on without someone's card. The row is read as the system: nobody but its author sees a card that is not in.</summary>
    public Task WaiveAsync(long interviewId, long interviewerId, Reason? reason, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var interview = await InterviewAsync(interviewId, ct);
            Require.That(interview.IsOnPanel(interviewerId) && interview.StartsAt <= clock.UtcNow(), "No scorecard is waited for from this person.");
            Scorecard? card;
            using (db.ReadingAsSystem())
            {
                card = await db.Scorecards.SingleOrDefaultAsync(c => c.InterviewId == interviewId && c.InterviewerId == interviewerId, ct);
            }

            if (card is null)
            {
                card = new Scorecard(Actor.System, clock.UtcNow(), interview, interviewerId);
                db.Scorecards.Add(card);
            }

            card.Waive(await FactsAsync(interview, ct), actor, clock.UtcNow(), reason);
            await db.SaveChangesAsync(ct);
        },
        ct);

    private async Task<Interview> InterviewAsync(long interviewId, CancellationToken ct) =>
        await db.Interviews.SingleOrDefaultAsync(i => i.Id == interviewId, ct) ?? throw new DomainException("This interview cannot be found.");
}
