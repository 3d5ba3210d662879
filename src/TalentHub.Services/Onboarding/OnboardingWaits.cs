using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Onboarding;

/// <summary>Day one waits for HR or the manager; a start that came while tasks still block it, and first weeks that do not end, for HR.</summary>
public sealed class PlanWaits : IWaits<OnboardingPlan>
{
    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(OnboardingPlan subject, TalentHubDb db, CancellationToken ct)
    {
        if (OnboardingFlow.Table.Ends.Contains(subject.State))
        {
            return [];
        }

        var name = await db.People.AsNoTracking().Where(p => p.Id == subject.PersonId).Select(p => p.Name).SingleAsync(ct);
        var zone = await db.Locations.AsNoTracking().Where(l => l.Id == subject.LocationId).Select(l => l.Zone).FirstOrDefaultAsync(ct);
        var settled = OnboardingFlow.Table.DueAt(subject.State, subject.StateSince);
        return subject.State switch
        {
            OnboardingState.Preboarding =>
                [Item(null, Capability.RunOnboarding, "{name} starts, and tasks still block day one", EndOf(subject.StartsOn), shownFrom: StartOf(subject.StartsOn))],
            OnboardingState.ReadyForDayOne =>
                [Item(subject.ManagerId, subject.ManagerId is null ? Capability.RunOnboarding : null, "Record the arrival of {name}", EndOf(subject.StartsOn), shownFrom: StartOf(subject.StartsOn))],
            OnboardingState.InProgress =>
                [Item(null, Capability.RunOnboarding, "The first weeks of {name} are over, and tasks are still open", settled, shownFrom: settled)],
            OnboardingState.Probation or OnboardingState.Extended =>
                [Item(null, Capability.RunOnboarding, "Decide about the probation of {name}", EndOf(subject.ProbationEndsOn ?? subject.StartsOn))],
            OnboardingState.Confirmed or OnboardingState.DidNotStart or OnboardingState.EndedInProbation => [],
        };

        WorkItem Item(long? person, Capability? queue, string template, DateTime? due, DateTime? shownFrom = null) => new(
            OnboardingFlow.Table.Name, subject.Id, WorkKind.Do, person, queue, new Sentence(template, ("name", name.InBoth())), $"/onboarding/{subject.Number}",
            subject.StateSince, due, 2, shownFrom);

        static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        DateTime EndOf(DateOnly day) => Clock.EndOf(day, zone);
    }
}

/// <summary>A task waits for its owner, or for whoever holds its queue; a document that was handed in, for HR.</summary>
public sealed class TaskWaits : IWaits<OnboardingTask>
{
    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(OnboardingTask subject, TalentHubDb db, CancellationToken ct)
    {
        if (!subject.IsOpen)
        {
            return [];
        }

        var plan = await (
            from one in db.OnboardingPlans.AsNoTracking()
            where one.Id == subject.PlanId
            join person in db.People on one.PersonId equals person.Id
            select new { one.Id, one.State, person.Name, Zone = db.Locations.Where(l => l.Id == one.LocationId).Select(l => l.Zone).FirstOrDefault() }).SingleAsync(ct);
        if (!OnboardingFlow.Running.Contains(plan.State))
        {
            return [];
        }

        var look = subject is { AsksFile: true, State: TaskState.InProgress, FileId: not null };
        var owner = look ? null : subject.OwnerId;
        return
        [
            new WorkItem(
                TaskFlow.Table.Name, subject.Id, WorkKind.Do, owner, owner is null ? (look ? Capability.RunOnboarding : subject.Queue) : null,
                new Sentence(look ? "Look at the document of {name}: {task}" : "{task}, for the start of {name}", ("task", subject.Title), ("name", plan.Name.InBoth())),
                $"/onboarding/{OnboardingPlan.NumberOf(plan.Id)}#task-{subject.Id}", subject.StateSince,
                Clock.EndOf(subject.DueOn, plan.Zone), subject.IsBlocking ? 3 : 1),
        ];
    }
}
