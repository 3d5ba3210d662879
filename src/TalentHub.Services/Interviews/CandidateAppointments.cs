using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Interviews;

/// <summary>An interview that a candidate goes to.</summary>
/// <param name="Zone">IANA name: the clock on which they are told.</param>
public sealed record Appointment(long Id, Bilingual Round, DateTime StartsAt, string Zone, int Minutes, string? Link, string? Place, bool IsConfirmed);

/// <summary>What lies ahead of a candidate in one application, and what they wait for.</summary>
/// <param name="AskedWhen">Rounds for which we asked by mail when they can meet.</param>
public sealed record Appointments(IReadOnlyList<Appointment> Ahead, IReadOnlyList<Bilingual> AskedWhen);

/// <summary>The candidate's side of the interviews of one application. Who holds the link to the application is the candidate: their answers count as their own.</summary>
public sealed class CandidateAppointments(TalentHubDb db, AnswerInvitation answers, InterviewMail mail, TimeProvider clock) : IService
{
    public async Task<Appointments> ListAsync(SignedLink link, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var now = clock.UtcNow();
        var rows = await db.Interviews.AsNoTracking().Where(i => i.ApplicationId == link.SubjectId && i.PersonId == link.PersonId)
            .Where(i => i.State == InterviewState.AvailabilityAsked || (InterviewFlow.Ahead.Contains(i.State) && i.EndsAt > now))
            .OrderBy(i => i.StartsAt).ThenBy(i => i.RoundOrder)
            .Select(i => new { i.Id, i.RoundName, i.State, i.StartsAt, i.CandidateZone, i.Minutes, i.Link, i.Place, i.CandidateConfirmedAt }).ToListAsync(ct);
        return new Appointments(
            [.. rows.Where(r => r.StartsAt is not null && r.State != InterviewState.AvailabilityAsked)
                .Select(r => new Appointment(r.Id, r.RoundName, r.StartsAt!.Value, r.CandidateZone ?? "UTC", r.Minutes, r.Link, r.Place, r.CandidateConfirmedAt is not null))],
            [.. rows.Where(r => r.State == InterviewState.AvailabilityAsked).Select(r => r.RoundName)]);
    }

    /// <summary>The candidate's calendar file; null for an interview that is not theirs or has no time.</summary>
    public async Task<string?> FileAsync(SignedLink link, long interviewId, CancellationToken ct) =>
        await FindAsync(link, interviewId, ct) is { } interview ? await mail.FileAsync(interview, link.PersonId, ct) : null;

    public Task ConfirmAsync(SignedLink link, long interviewId, string? shown, CancellationToken ct) =>
        AnswerAsync(link, interviewId, me => answers.ConfirmAsync(interviewId, me, null, shown, ct), ct);

    public Task DeclineAsync(SignedLink link, long interviewId, Reason? reason, string? shown, CancellationToken ct) =>
        AnswerAsync(link, interviewId, me => answers.DeclineAsync(interviewId, me, reason, shown, ct), ct);

    private async Task AnswerAsync(SignedLink link, long interviewId, Func<Actor, Task> answer, CancellationToken ct)
    {
        Require.That(await FindAsync(link, interviewId, ct) is not null, "This interview cannot be found.");
        var me = Actor.Candidate(link.PersonId);
        var before = db.Viewer;
        db.ReadAs(me);
        try
        {
            await answer(me);
        }
        finally
        {
            db.ReadAs(before);
        }
    }

    private async Task<Interview?> FindAsync(SignedLink link, long interviewId, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        return await db.Interviews.AsNoTracking().SingleOrDefaultAsync(i => i.Id == interviewId && i.ApplicationId == link.SubjectId && i.PersonId == link.PersonId, ct);
    }
}
