using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Onboarding;

/// <summary>Day one waits for HR or the manager; a did-not-come waits for nobody.</summary>
public sealed class PlanWaits : IWaits<OnboardingPlan>
{
    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(OnboardingPlan subject, TalentHubDb db, CancellationToken ct)
    {
        if (subject.State is not (OnboardingState.ReadyForDayOne or OnboardingState.Probation or OnboardingState.Extended))
        {
            return [];
        }

        var name = await db.People.AsNoTracking().Where(p => p.Id == subject.PersonId).Select(p => p.Name).SingleAsync(ct);
        return subject.State == OnboardingState.ReadyForDayOne
            ? [subject.ManagerId is { } manager
                ? Item(manager, null, "Record the arrival of {name}", subject.StartsOn)
                : Item(null, Capability.RunOnboarding, "Record the arrival of {name}", subject.StartsOn)]
            : [Item(null, Capability.RunOnboarding, "Decide about the probation of {name}", subject.ProbationEndsOn ?? subject.StartsOn)];

        WorkItem Item(long? person, Capability? queue, string template, DateOnly due) => new(
            OnboardingFlow.Table.Name, subject.Id, WorkKind.Do, person, queue, new Sentence(template, ("name", name.Display)), $"/onboarding/{subject.Number}",
            subject.StateSince, due.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), 2);
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
            select new { one.Id, one.State, person.Name }).SingleAsync(ct);
        if (!OnboardingFlow.Running.Contains(plan.State))
        {
            return [];
        }

        var look = subject is { Kind: TaskKind.Document, State: TaskState.InProgress, FileId: not null };
        var owner = look ? null : subject.OwnerId;
        return
        [
            new WorkItem(
                TaskFlow.Table.Name, subject.Id, WorkKind.Do, owner, owner is null ? (look ? Capability.RunOnboarding : subject.Queue) : null,
                new Sentence(look ? "Look at the document of {name}: {task}" : "{task}, for the start of {name}", ("task", subject.Title), ("name", plan.Name.Display)),
                $"/onboarding/{OnboardingPlan.NumberOf(plan.Id)}#task-{subject.Id}", subject.StateSince,
                subject.DueOn.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), subject.IsBlocking ? 3 : 1),
        ];
    }
}
