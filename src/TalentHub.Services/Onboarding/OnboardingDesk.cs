using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Onboarding;
using TalentHub.Services.Access;

namespace TalentHub.Services.Onboarding;

/// <summary>What HR and the manager change about a plan beside its moves: the start, the buddy, the hire's link. Each touches its tasks too.</summary>
public sealed class OnboardingDesk(TalentHubDb db, SignedLinks links, PreboardingMail mail, OnboardingFactsLoader facts, TimeProvider clock) : IService
{
    public async Task SendLinkAsync(long planId, Guid version, CancellationToken ct)
    {
        var plan = await db.OnboardingPlans.SingleAsync(p => p.Id == planId, ct);
        db.Expect(plan, version);
        Require.That(OnboardingFlow.BeforeDayOne.Contains(plan.State), "The person has already started work.");
        await links.RevokeAllAsync(LinkPurpose.Preboarding, planId, ct);
        await mail.WelcomeAsync(plan, null, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Open tasks keep their distance to day one; the employment begins on the new day.</summary>
    public Task MoveStartAsync(long planId, Guid version, Actor by, DateOnly startsOn, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var plan = await db.OnboardingPlans.SingleAsync(p => p.Id == planId, ct);
            db.Expect(plan, version);
            var moved = startsOn.DayNumber - plan.StartsOn.DayNumber;
            plan.MoveStart(by, startsOn, (await facts.LoadAsync(plan, by, ct)).Today);
            using var system = db.ReadingAsSystem();
            (await db.Employments.SingleAsync(e => e.Id == plan.EmploymentId, ct)).MoveStart(startsOn);
            await RefreshAsync(plan, ct);
            var calendar = await StartOnboarding.CalendarAsync(plan.LocationId, db, ct);
            foreach (var task in await db.OnboardingTasks.Where(t => t.PlanId == planId && TaskFlow.Open.Contains(t.State)).ToListAsync(ct))
            {
                task.DueBy(calendar.Add(task.DueOn.AddDays(moved), 0));
                await RefreshAsync(task, ct);
            }

            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>The buddy's tasks become theirs, and the task that asks for one is done.</summary>
    public Task ChooseBuddyAsync(long planId, Guid version, Actor by, long buddyId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var plan = await db.OnboardingPlans.SingleAsync(p => p.Id == planId, ct);
            db.Expect(plan, version);
            plan.HelpedBy(by, buddyId);
            using var system = db.ReadingAsSystem();
            Require.That(
                await db.Employments.AnyAsync(e => e.PersonId == buddyId && Domain.People.EmploymentFlow.Employed.Contains(e.State), ct),
                "A buddy is a colleague, not the manager.", "BuddyId");
            var open = await db.OnboardingTasks
                .Where(t => t.PlanId == planId && (t.Owner == TaskOwner.Buddy || t.Kind == TaskKind.Buddy) && TaskFlow.Open.Contains(t.State)).ToListAsync(ct);
            foreach (var task in open.Where(t => t.Owner == TaskOwner.Buddy))
            {
                task.GiveTo(buddyId);
                await RefreshAsync(task, ct);
            }

            foreach (var task in open.Where(t => t.Kind == TaskKind.Buddy))
            {
                Choose(task, by, TaskFacts.Of(plan));
            }

            await db.SaveChangesAsync(ct);
        },
        ct);

    private void Choose(OnboardingTask task, Actor by, TaskFacts known)
    {
        if (task.State == TaskState.Blocked)
        {
            task.Unblock(by, clock.UtcNow(), known);
        }

        task.Complete(by, clock.UtcNow(), known);
    }

    // No move was made, so the save does not look who waits now; these do.
    private async Task RefreshAsync(OnboardingPlan plan, CancellationToken ct) => await db.PutWorkAsync(plan, await new PlanWaits().WaitingAsync(plan, db, ct), ct);

    private async Task RefreshAsync(OnboardingTask task, CancellationToken ct) => await db.PutWorkAsync(task, await new TaskWaits().WaitingAsync(task, db, ct), ct);
}
