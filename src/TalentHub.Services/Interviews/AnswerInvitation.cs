using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Interviews;

/// <summary>
/// Everything else that happens to an interview. Read and written in one exclusive transaction: two people who confirm at the same moment must both count.
/// </summary>
public sealed class AnswerInvitation(TalentHubDb db, InterviewFactsLoader facts, TimeProvider clock) : IService
{
    /// <param name="onBehalfOf">Whose answer a recruiter records; null for one's own.</param>
    public Task ConfirmAsync(long interviewId, Actor by, long? onBehalfOf, CancellationToken ct) =>
        ChangeAsync(interviewId, Guid.Empty, (i, f) => i.Confirm(f, by, clock.UtcNow(), onBehalfOf), ct);

    public Task DeclineAsync(long interviewId, Actor by, Reason? reason, CancellationToken ct) =>
        ChangeAsync(interviewId, Guid.Empty, (i, f) => i.Decline(f, by, clock.UtcNow(), reason), ct);

    public Task GiveAvailabilityAsync(long interviewId, Actor by, string? text, CancellationToken ct) =>
        ChangeAsync(interviewId, Guid.Empty, (i, f) => i.GiveAvailability(f, by, clock.UtcNow(), text), ct);

    public Task AskAvailabilityAsync(long interviewId, Guid version, Actor by, CancellationToken ct) =>
        ChangeAsync(interviewId, version, (i, f) => i.AskAvailability(f, by, clock.UtcNow()), ct);

    public Task RecordNoShowAsync(long interviewId, Guid version, Actor by, NoShowSide side, Reason? reason, CancellationToken ct) =>
        ChangeAsync(interviewId, version, (i, f) => i.RecordNoShow(f, by, clock.UtcNow(), side, reason), ct);

    public Task BookAgainAsync(long interviewId, Guid version, Actor by, Reason? reason, CancellationToken ct) =>
        ChangeAsync(interviewId, version, (i, f) => i.BookAgain(f, by, clock.UtcNow(), reason), ct);

    public Task CancelAsync(long interviewId, Guid version, Actor by, Reason? reason, CancellationToken ct) =>
        ChangeAsync(interviewId, version, (i, f) => i.Cancel(f, by, clock.UtcNow(), reason), ct);

    private Task ChangeAsync(long interviewId, Guid version, Action<Interview, InterviewFacts> change, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var interview = await db.Interviews.SingleOrDefaultAsync(i => i.Id == interviewId, ct) ?? throw new DomainException("This interview cannot be found.");
            db.Expect(interview, version);
            change(interview, await facts.LoadAsync(interview, null, ct));
            await db.SaveChangesAsync(ct);
        },
        ct);
}
