using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Interviews;

/// <summary>
/// Books a round of an application, or moves it. The facts are read inside the transaction that writes, so two people who book the same interviewer at the same
/// moment are both told.
/// </summary>
public sealed class BookInterview(TalentHubDb db, InterviewFactsLoader facts, Actor actor, TimeProvider clock) : IService
{
    /// <summary>Books the interview that waits for a time in this round; makes one when there is none.</summary>
    public Task<Interview> BookAsync(long applicationId, long roundId, Slot slot, Reason? reason, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var interview = await db.Interviews.OrderBy(i => i.Id)
                .FirstOrDefaultAsync(i => i.ApplicationId == applicationId && i.RoundId == roundId && InterviewFlow.WithoutTime.Contains(i.State), ct);
            interview ??= await PlanAsync(applicationId, roundId, ct);
            interview.Book(await facts.LoadAsync(interview, slot, ct), actor, clock.UtcNow(), slot, reason);
            await db.SaveChangesAsync(ct);
            return interview;
        },
        ct);

    public Task MoveAsync(long interviewId, Guid version, Slot slot, Reason? reason, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var interview = await db.Interviews.SingleOrDefaultAsync(i => i.Id == interviewId, ct) ?? throw new DomainException("This interview cannot be found.");
            db.Expect(interview, version);
            interview.MoveTo(await facts.LoadAsync(interview, slot, ct), actor, clock.UtcNow(), slot, reason);
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>A further interview of a round, still without a time.</summary>
    private async Task<Interview> PlanAsync(long applicationId, long roundId, CancellationToken ct)
    {
        // Whoever books sees the application; an interviewer does not, whatever address they guess.
        Require.That(actor.May(Capability.ScheduleInterviews), "You do not hold the right to do this.");
        var application = await db.Applications.AsNoTracking().Where(a => a.Id == applicationId).Select(a => new { a.PersonId, a.RequisitionId }).SingleOrDefaultAsync(ct)
            ?? throw new DomainException("This application cannot be found.");
        var plan = await db.InterviewPlans.SingleOrDefaultAsync(p => p.RequisitionId == application.RequisitionId, ct)
            ?? throw new DomainException("This job has no interview plan yet.");
        var interview = new Interview(actor, clock.UtcNow(), applicationId, application.RequisitionId, application.PersonId, plan.Find(roundId));
        db.Interviews.Add(interview);
        return interview;
    }
}
