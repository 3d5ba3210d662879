using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Onboarding;
using TalentHub.Services.Access;
using TalentHub.Services.Notifications;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Onboarding;

/// <summary>Reminds the owner of an open task once, from the day before it is due. What waits for a role stands in Today and needs no mail.</summary>
public sealed class TaskReminders(TalentHubDb db, SignedLinks links, Mailer mailer, PublicAddress address, TimeProvider clock) : IJob
{
    private const int Batch = 100;

    public string Name => "onboarding-reminders";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var until = DateOnly.FromDateTime(now).AddDays(1);
        var due = await (
            from task in db.OnboardingTasks
            where task.OwnerId != null && task.RemindedAt == null && task.DueOn <= until && TaskFlow.Open.Contains(task.State)
                && db.OnboardingPlans.Any(p => p.Id == task.PlanId && OnboardingFlow.Running.Contains(p.State))
            orderby task.DueOn, task.Id
            select task).Take(Batch).ToListAsync(ct);
        foreach (var task in due)
        {
            await RemindAsync(task, now, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task RemindAsync(OnboardingTask task, DateTime now, CancellationToken ct)
    {
        task.Remind(now);
        var plan = await db.OnboardingPlans.AsNoTracking().SingleAsync(p => p.Id == task.PlanId, ct);
        var ids = new[] { plan.PersonId, task.OwnerId!.Value };
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var owner = people[task.OwnerId.Value];
        if (owner.Email is null)
        {
            return;
        }

        // The hire has no account before day one: their mail carries a link of its own.
        var isHire = owner.Id == plan.PersonId && plan.ArrivedAt is null;
        var link = isHire
            ? address.Of($"/w/{links.Create(LinkPurpose.Preboarding, plan.Id, plan.PersonId, plan.StartsOn.AddDays(30).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))}?lang={owner.Language}")
            : address.Of($"/onboarding/{plan.Number}");
        mailer.Queue(new MailOrder("task-due", owner.Email, owner.Language, owner.Id, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ownerName"] = owner.Name.CalledIn(owner.Language),
            ["hireName"] = people[plan.PersonId].Name.In(owner.Language),
            ["taskName"] = task.Title.In(owner.Language),
            ["dueOn"] = MailDays.Day(task.DueOn, owner.Language),
            ["taskLink"] = link,
        })
        {
            Machine = TaskFlow.Table.Name,
            SubjectId = task.Id,
            Secrets = isHire ? ["taskLink"] : [],
        });
    }
}
