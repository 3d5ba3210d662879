using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.People;
using TalentHub.Services.Access;
using TalentHub.Services.Calendar;
using TalentHub.Services.Notifications;

namespace TalentHub.Services.Interviews;

/// <summary>
/// Writes to candidate and interviewers about an interview, each in their language and zone, with a calendar file of their own. A candidate's link opens their
/// page, so it is a secret of the mail and stands in no calendar file.
/// </summary>
public sealed class InterviewMail(TalentHubDb db, Mailer mailer, SignedLinks links, Zones zones, PublicAddress address, TimeProvider clock) : IService
{
    /// <summary>Opens until the interview is over and a while longer, so that a late click explains itself.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(14);

    private static readonly string[] Secrets = ["statusLink", "detailsLink", "availabilityLink"];

    public async Task InviteAsync(Interview interview, IReadOnlyCollection<long>? only, CancellationToken ct)
    {
        var meeting = await LoadAsync(interview, ct);
        foreach (var person in meeting.Invited.Where(p => only?.Contains(p.Id) != false))
        {
            var isCandidate = meeting.IsCandidate(person);
            var fields = meeting.Fields(person);
            fields[isCandidate ? "statusLink" : "kitLink"] = Link(interview, person);
            Send(isCandidate ? "interview-invitation-candidate" : "interview-invitation-interviewer", meeting, person, fields, isCancelled: false);
        }
    }

    public async Task MovedAsync(Interview interview, DateTime before, IReadOnlyCollection<long> joined, CancellationToken ct)
    {
        var meeting = await LoadAsync(interview, ct);
        foreach (var person in meeting.Invited.Where(p => !joined.Contains(p.Id)))
        {
            var fields = meeting.Fields(person);
            fields["previousStart"] = MeetingTime.Text(before, meeting.ZoneOf(person.Id), person.Language);
            fields["detailsLink"] = Link(interview, person);
            Send("interview-moved", meeting, person, fields, isCancelled: false);
        }
    }

    /// <param name="who">Whose calendars drop it; null for everyone invited.</param>
    /// <param name="delay">How long the candidate's mail can still be recalled.</param>
    public async Task CancelAsync(Interview interview, IReadOnlyCollection<long>? who, TimeSpan delay, CancellationToken ct)
    {
        var meeting = await LoadAsync(interview, ct, who);
        foreach (var person in meeting.Invited.Where(p => who?.Contains(p.Id) != false))
        {
            var fields = meeting.Fields(person);
            fields["detailsLink"] = Link(interview, person);
            Send("interview-cancelled", meeting, person, fields, isCancelled: true, meeting.IsCandidate(person) ? delay : TimeSpan.Zero);
        }
    }

    public async Task RemindAsync(Interview interview, CancellationToken ct)
    {
        var meeting = await LoadAsync(interview, ct);
        foreach (var person in meeting.Invited)
        {
            var fields = meeting.Fields(person);
            fields["detailsLink"] = Link(interview, person);
            Send("interview-reminder", meeting, person, fields, isCancelled: null);
        }
    }

    public async Task AskAvailabilityAsync(Interview interview, CancellationToken ct)
    {
        var meeting = await LoadAsync(interview, ct);
        var candidate = meeting.Candidate;
        var fields = meeting.Fields(candidate);
        fields["availabilityLink"] = Link(interview, candidate);
        fields["expiresOn"] = Clock.DayIn(clock.UtcNow() + LinkLife, meeting.ZoneOf(candidate.Id)).ToString("D", CultureInfo.GetCultureInfo(candidate.Language));
        Send("interview-availability", meeting, candidate, fields, isCancelled: null);
    }

    public async Task RemindOfScorecardAsync(Interview interview, long interviewerId, CancellationToken ct)
    {
        var meeting = await LoadAsync(interview, ct, [interviewerId]);
        if (meeting.Invited.Find(p => p.Id == interviewerId) is { } person)
        {
            var fields = meeting.Fields(person);
            fields["scorecardLink"] = address.Of($"/interviews/{Interview.NumberOf(interview.Id)}/scorecard");
            Send("scorecard-reminder", meeting, person, fields, isCancelled: null);
        }
    }

    /// <summary>The calendar file of an interview as one person takes it: in their zone and language. Null while it has no time, and once it is cancelled.</summary>
    public async Task<string?> FileAsync(Interview interview, long forPersonId, CancellationToken ct)
    {
        if (!InterviewFlow.InCalendar.Contains(interview.State))
        {
            return null;
        }

        var meeting = await LoadAsync(interview, ct, [forPersonId]);
        return meeting.Invited.Find(p => p.Id == forPersonId) is { Email: not null } person && meeting.InviteFor(person, isCancelled: false, clock.UtcNow(), address) is { } invite
            ? InviteFile.Write(invite)
            : null;
    }

    private async Task<Meeting> LoadAsync(Interview interview, CancellationToken ct, IReadOnlyCollection<long>? alsoTo = null)
    {
        using var reading = db.ReadingAsSystem();
        var job = await db.Requisitions.AsNoTracking().Where(r => r.Id == interview.RequisitionId).Select(r => new { r.Title, r.RecruiterId, r.HiringManagerId }).SingleAsync(ct);
        var organiser = job.RecruiterId ?? job.HiringManagerId;
        List<long> invited = [interview.PersonId, .. interview.Panel.Select(m => m.PersonId), .. alsoTo ?? []];
        List<long> ids = [.. invited, organiser];
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        var zoneOf = new Dictionary<long, string>(await zones.OfAsync(ids, ct));
        if (interview.CandidateZone is { } chosen)
        {
            zoneOf[interview.PersonId] = chosen;
        }

        var company = await db.Companies.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Name).FirstOrDefaultAsync(ct);
        return new Meeting(interview, people.FindAll(p => invited.Contains(p.Id)), people.Find(p => p.Id == organiser), zoneOf)
        {
            JobTitle = job.Title,
            Company = company ?? new Bilingual("TalentHub", "TalentHub"),
        };
    }

    private string Link(Interview interview, Person person) => address.Of(
        person.Id == interview.PersonId
            ? "/i/" + links.Create(LinkPurpose.InterviewAnswer, interview.Id, person.Id, (interview.EndsAt ?? clock.UtcNow()) + LinkLife)
            : "/interviews/" + Interview.NumberOf(interview.Id));

    /// <param name="isCancelled">Whether the calendar file takes it away; null for a mail without one.</param>
    private void Send(string template, Meeting meeting, Person to, Dictionary<string, string> fields, bool? isCancelled, TimeSpan delay = default)
    {
        if (to.Email is null)
        {
            return;
        }

        var invite = isCancelled is { } away ? meeting.InviteFor(to, away, clock.UtcNow(), address) : null;
        mailer.Queue(new MailOrder(template, to.Email, to.Language, to.Id, fields)
        {
            Machine = InterviewFlow.Table.Name,
            SubjectId = meeting.Interview.Id,
            Delay = delay,
            Secrets = meeting.IsCandidate(to) ? Secrets : [],
            Calendar = invite is null ? null : InviteFile.Write(invite),
            CalendarMethod = invite is null ? null : invite.IsCancelled ? "CANCEL" : "REQUEST",
        });
    }
}
