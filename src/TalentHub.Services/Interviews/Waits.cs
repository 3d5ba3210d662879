using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Access;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Interviews;

/// <summary>Names and people that the sentences of *Today* need.</summary>
internal static class WorkFacts
{
    public static async Task<Bilingual> CandidateAsync(this TalentHubDb db, long personId, CancellationToken ct) =>
        (await db.People.AsNoTracking().Where(p => p.Id == personId).Select(p => p.Name).SingleAsync(ct)).InBoth();

    public static Task<JobTeam> TeamAsync(this TalentHubDb db, long requisitionId, CancellationToken ct) =>
        db.Requisitions.AsNoTracking().Where(r => r.Id == requisitionId).Select(r => new JobTeam(r.HiringManagerId, r.RecruiterId, r.IsConfidential)).SingleAsync(ct);

    /// <summary>For the job's recruiter, or for whoever books when none is named.</summary>
    public static WorkItem ForRecruiter(string machine, long subjectId, JobTeam team, Sentence says, string link, DateTime since, DateTime? due, int weight = 1, DateTime? shownFrom = null) =>
        new(
            machine, subjectId, WorkKind.Do, team.RecruiterId, team.RecruiterId is null ? Queues.For(Capability.ScheduleInterviews, team.IsConfidential) : null, says, link, since, due,
            weight, shownFrom);
}

/// <summary>Who hires for a job, and whether others may know.</summary>
internal sealed record JobTeam(long ManagerId, long? RecruiterId, bool IsConfidential);

public sealed class InterviewWaits : IWaits<Interview>
{
    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(Interview subject, TalentHubDb db, CancellationToken ct)
    {
        var due = InterviewFlow.Table.DueAt(subject.State, subject.StateSince);
        var candidate = await db.CandidateAsync(subject.PersonId, ct);
        switch (subject.State)
        {
            case InterviewState.ToSchedule:
                // Rounds are booked one after the other: the next one is asked for when those before it are over.
                if (await db.Interviews.AnyAsync(
                        i => i.ApplicationId == subject.ApplicationId && i.RoundOrder < subject.RoundOrder && InterviewFlow.Running.Contains(i.State), ct))
                {
                    return [];
                }

                var says = new Sentence(
                    subject.Availability is null ? "Find a time for {candidate}: {round}" : "{candidate} wrote when they can meet: book {round}",
                    ("candidate", candidate), ("round", subject.RoundName));
                return ToBook(subject, await db.TeamAsync(subject.RequisitionId, ct), says, due);
            case InterviewState.AvailabilityAsked:
                return ToBook(
                    subject, await db.TeamAsync(subject.RequisitionId, ct),
                    new Sentence("{candidate} has not said when they can meet: ask again, or book {round}", ("candidate", candidate), ("round", subject.RoundName)),
                    due, shownFrom: due);
            case InterviewState.Scheduled or InterviewState.Confirmed:
                // Whose card is in was there: nothing more to answer.
                return [.. subject.Panel.Where(m => m.CardInAt is null).SelectMany(m => ToMeet(subject, m, candidate))];
            case InterviewState.AwaitingFeedback or InterviewState.FeedbackComplete or InterviewState.Cancelled or InterviewState.NoShow:
            default:
                return [];
        }
    }

    /// <summary>Whoever has not answered is asked until it begins, which is too late for an answer; from then on, as for the others, it is a talk to hold until it is over.</summary>
    private static IEnumerable<WorkItem> ToMeet(Interview subject, PanelMember member, Bilingual candidate)
    {
        var isAsked = member.ConfirmedAt is null;
        if (isAsked)
        {
            yield return Item("Say whether you can interview {candidate}: {round}", null, subject.StartsAt);
        }

        yield return Item("Interview {candidate}: {round}", isAsked ? subject.StartsAt : null, subject.EndsAt);

        WorkItem Item(string template, DateTime? from, DateTime? until) => new(
            InterviewFlow.Table.Name, subject.Id, WorkKind.Meet, member.PersonId, null, new Sentence(template, ("candidate", candidate), ("round", subject.RoundName)),
            "/interviews/" + Interview.NumberOf(subject.Id), subject.StateSince, subject.StartsAt, shownFrom: from, shownUntil: until);
    }

    /// <summary>
    /// Booking is the recruiter's, and the coordinators' whose work it is: whoever is first takes it from the others' lists as well. Coordinators do not know of confidential jobs.
    /// </summary>
    private static IReadOnlyList<WorkItem> ToBook(Interview subject, JobTeam team, Sentence says, DateTime? due, DateTime? shownFrom = null)
    {
        var link = "/interviews/" + Interview.NumberOf(subject.Id);
        var recruiters = WorkFacts.ForRecruiter(InterviewFlow.Table.Name, subject.Id, team, says, link, subject.StateSince, due, shownFrom: shownFrom);
        return team.IsConfidential
            ? [recruiters]
            :
            [
                recruiters,
                new WorkItem(
                    InterviewFlow.Table.Name, subject.Id, WorkKind.Do, null, Capability.CoordinateInterviews, says, link, subject.StateSince, due, shownFrom: shownFrom),
            ];
    }
}

public sealed class ScorecardWaits : IWaits<Scorecard>
{
    /// <summary>While one remembers.</summary>
    private static readonly TimeSpan TimeToWrite = TimeSpan.FromHours(24);

    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(Scorecard subject, TalentHubDb db, CancellationToken ct)
    {
        if (Array.IndexOf(ScorecardFlow.Missing, subject.State) < 0)
        {
            return [];
        }

        var ended = await db.Interviews.AsNoTracking().Where(i => i.Id == subject.InterviewId).Select(i => i.EndsAt).SingleAsync(ct);
        return
        [
            new WorkItem(
                ScorecardFlow.Table.Name, subject.Id, WorkKind.Write, subject.InterviewerId, null,
                new Sentence("Write your scorecard for {candidate}", ("candidate", await db.CandidateAsync(subject.PersonId, ct))),
                $"/interviews/{Interview.NumberOf(subject.InterviewId)}/scorecard", subject.StateSince, (ended ?? subject.StateSince) + TimeToWrite, weight: 3),
        ];
    }
}

public sealed class DecisionWaits(DecisionFactsLoader facts) : IWaits<HiringDecision>
{
    /// <summary>Counted from the last scorecard: before it there is nothing to open.</summary>
    private static readonly TimeLimit TimeToOpen = TimeLimit.WorkingDays(2);

    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(HiringDecision subject, TalentHubDb db, CancellationToken ct)
    {
        var due = DecisionFlow.Table.DueAt(subject.State, subject.StateSince);
        var candidate = await db.CandidateAsync(subject.PersonId, ct);
        var team = await db.TeamAsync(subject.RequisitionId, ct);
        var known = await facts.LoadAsync(subject, ct);
        var link = "/debriefs/" + JobApplication.NumberOf(subject.ApplicationId);
        var complete = await db.Interviews.Where(i => i.ApplicationId == subject.ApplicationId && i.State == InterviewState.FeedbackComplete)
            .MaxAsync(i => (DateTime?)i.StateSince, ct) ?? subject.StateSince;
        return subject.State switch
        {
            DecisionState.Blocked when known is { MissingCards: 0, MissingRounds: null } && known.Yes + known.No > 0 =>
                [
                    new WorkItem(
                        DecisionFlow.Table.Name, subject.Id, WorkKind.Decide, team.ManagerId, null, new Sentence("Open the debrief on {candidate}", ("candidate", candidate)), link,
                        complete, TimeToOpen.DueFrom(complete), 2),
                ],
            DecisionState.Open when known.SignedBy is null => [ForManager(new Sentence("Decide on {candidate}", ("candidate", candidate)), 3)],
            DecisionState.Open =>
            [
                new WorkItem(
                    DecisionFlow.Table.Name, subject.Id, WorkKind.Decide, null, Capability.CosignHires,
                    new Sentence("Sign the hire of {candidate}", ("candidate", candidate)), link, subject.StateSince, due, weight: 3),
            ],
            DecisionState.MoreSignal =>
                [ForRecruiter(new Sentence("Book another interview with {candidate}: {question}", ("candidate", candidate), ("question", Short(subject.OpenQuestion))))],
            // After a no, the application asks the recruiter to send it.
            DecisionState.Blocked or DecisionState.Hire or DecisionState.NoHire => [],
        };

        WorkItem ForManager(Sentence says, int weight) => new(
            DecisionFlow.Table.Name, subject.Id, WorkKind.Decide, team.ManagerId, null, says, link, subject.StateSince, due, weight);

        WorkItem ForRecruiter(Sentence says) => WorkFacts.ForRecruiter(
            DecisionFlow.Table.Name, subject.Id, team, says, "/applications/" + JobApplication.NumberOf(subject.ApplicationId), subject.StateSince,
            due);
    }

    private static string Short(string? question) => question is { Length: > 120 } ? question[..119] + "…" : question ?? string.Empty;
}
