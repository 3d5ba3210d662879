using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Interviews;

/// <summary>
/// Everything else that happens to an interview. Read and written in one exclusive transaction: two people who confirm at the same moment must both count.
/// That is why an answer asks for no version: each answer changes the record, and the second one would be refused for the first. What an answer must not
/// miss is another time, so it brings the time that its page showed.
/// </summary>
public sealed class AnswerInvitation(TalentHubDb db, InterviewFactsLoader facts, TimeProvider clock) : IService
{
    /// <param name="onBehalfOf">Whose answer a recruiter records; null for one's own.</param>
    /// <param name="shown">The time to which they say yes (<see cref="Shown"/>).</param>
    /// <exception cref="DomainException">It has another time by now.</exception>
    public Task ConfirmAsync(long interviewId, Actor by, long? onBehalfOf, string? shown, CancellationToken ct) =>
        AnswerAsync(interviewId, shown, (i, f) => i.Confirm(f, by, clock.UtcNow(), onBehalfOf), ct);

    /// <param name="shown">The time that does not suit them (<see cref="Shown"/>).</param>
    /// <exception cref="DomainException">It has another time by now, which may suit.</exception>
    public Task DeclineAsync(long interviewId, Actor by, Reason? reason, string? shown, CancellationToken ct) =>
        AnswerAsync(interviewId, shown, (i, f) => i.Decline(f, by, clock.UtcNow(), reason), ct);

    /// <summary>The time of an interview as a page hands it out and takes it back with the answer.</summary>
    public static string? Shown(DateTime? startsAt) => startsAt?.Ticks.ToString(CultureInfo.InvariantCulture);

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

    private Task AnswerAsync(long interviewId, string? shown, Action<Interview, InterviewFacts> answer, CancellationToken ct) => ChangeAsync(
        interviewId,
        Guid.Empty,
        (interview, known) =>
        {
            Require.That(interview.StartsAt is null || shown == Shown(interview.StartsAt), "The interview was moved since this page was opened. Look at the new time and answer again.");
            answer(interview, known);
        },
        ct);

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
