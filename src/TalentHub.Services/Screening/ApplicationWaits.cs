using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Access;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Screening;

/// <summary>Who has to do what for an application next: screen it, plan its interviews, send the no that was proposed, look again after a hold.</summary>
public sealed class ApplicationWaits : IWaits<JobApplication>
{
    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(JobApplication subject, TalentHubDb db, CancellationToken ct)
    {
        if (!subject.IsActive)
        {
            return [];
        }

        var names = await (
            from person in db.People.AsNoTracking()
            where person.Id == subject.PersonId
            from job in db.Requisitions
            where job.Id == subject.RequisitionId
            select new { Person = person.Name, Job = new { Title = new Bilingual(job.Title.En, job.Title.Zh), job.RecruiterId, job.IsConfidential } }).SingleAsync(ct);
        var due = ApplicationFlow.Table.DueAt(subject.State, subject.StateSince);
        WorkItem Item(WorkKind kind, string says, long? who, DateTime? by, int weight = 1, DateTime? shownFrom = null) => new(
            ApplicationFlow.Table.Name, subject.Id, kind, who, who is null ? Queues.For(Capability.TransferApplications, names.Job.IsConfidential) : null,
            new Sentence(says, ("name", names.Person.InBoth()), ("job", names.Job.Title)),
            "/applications/" + JobApplication.NumberOf(subject.Id), subject.StateSince, by, weight, shownFrom);

        var recruiter = names.Job.RecruiterId;
        if (subject.Proposal is { } proposal)
        {
            return [Item(WorkKind.Decide, "Send the rejection of {name} ({job}) that the hiring manager proposes", recruiter, proposal.ProposedAt.AddDays(2), 2)];
        }

        if (subject.Hold is { } hold)
        {
            var again = hold.ReviewOn is { } day ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : hold.Since.AddDays(Hold.DaysToLookAgain);
            return [Item(WorkKind.Do, "Look again at {name} ({job}), on hold", hold.HeldBy, again, shownFrom: hold.ReviewOn is null ? again : null)];
        }

        return subject.State switch
        {
            ApplicationState.Received => [Item(WorkKind.Decide, "Screen {name} for {job}", recruiter, due)],
            ApplicationState.InReview => [Item(WorkKind.Decide, "Finish the review of {name} for {job}", recruiter, due)],
            ApplicationState.Shortlisted => [Item(WorkKind.Do, "Invite {name} to an interview for {job}", recruiter, due)],
            ApplicationState.Assessing => [Item(WorkKind.Do, "Look at the assessment of {name} for {job}", recruiter, await ClosesAsync(subject, db, ct))],
            ApplicationState.Interviewing => [Item(WorkKind.Do, "Bring the interviews of {name} for {job} to an end", recruiter, due, shownFrom: due)],

            // At Deciding the hiring decision itself says what waits: debrief, decision, second signature.
            _ => [],
        };
    }

    private static async Task<DateTime?> ClosesAsync(JobApplication subject, TalentHubDb db, CancellationToken ct) => subject.AssessmentDueOn is { } day
        ? Clock.EndOf(day, await db.Requisitions.Where(r => r.Id == subject.RequisitionId).Select(r => db.Locations.Where(l => l.Id == r.LocationId).Select(l => l.Zone).FirstOrDefault()).SingleAsync(ct))
        : null;
}
