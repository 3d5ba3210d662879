using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Onboarding;

/// <summary>The moves of the plan and of its tasks.</summary>
public sealed partial class DetailsModel
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public long? TaskId { get; set; }

    [BindProperty]
    public TaskTrigger? Trigger { get; set; }

    [BindProperty]
    public long? BuddyId { get; set; }

    [BindProperty]
    public DateOnly? StartsOn { get; set; }

    public async Task<IActionResult> OnPostArriveAsync(CancellationToken ct)
    {
        await SeenAsync(ct);
        await arrival.ArriveAsync(Id, Version, Me, (Reason?)Reason, ct);
        return Done("Welcome on board: the employment has begun and the seat is filled.", Links.Onboarding(Id));
    }

    public async Task<IActionResult> OnPostDidNotStartAsync(CancellationToken ct)
    {
        await SeenAsync(ct);
        await arrival.DidNotStartAsync(Id, Version, Me, (Reason?)Reason, ct);
        return Done("Recorded; the seat is open again.", Links.Onboarding(Id));
    }

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) => MoveAsync((p, f) => p.Confirm(Me, clock.UtcNow(), f, (Reason?)Reason), "Confirmed.", ct);

    /// <summary>Once, by three months from the end that was set.</summary>
    public Task<IActionResult> OnPostExtendAsync(CancellationToken ct) => MoveAsync(
        (p, f) => p.Extend(Me, clock.UtcNow(), f, (p.ProbationEndsOn ?? f.Today).AddMonths(3), (Reason?)Reason), "Probation is extended by three months.", ct);

    public Task<IActionResult> OnPostEndAsync(CancellationToken ct) => MoveAsync((p, f) => p.End(Me, clock.UtcNow(), f, (Reason?)Reason), "Recorded.", ct);

    /// <summary>A new link to the hire's page; the one before opens nothing any more.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken ct)
    {
        await SeenAsync(ct);
        await desk.SendLinkAsync(Id, Version, ct);
        return Done("A new link is on its way to the hire.", Links.Onboarding(Id));
    }

    public async Task<IActionResult> OnPostStartAsync(CancellationToken ct)
    {
        await SeenAsync(ct);
        Require.That(StartsOn is not null, "Choose the start date.", "StartsOn");
        await desk.MoveStartAsync(Id, Version, Me, StartsOn!.Value, ct);
        return Done("The start date is moved, and with it what was due around it.", Links.Onboarding(Id));
    }

    public async Task<IActionResult> OnPostBuddyAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!IsOffered(nameof(BuddyId), [BuddyId ?? 0], Buddies.Select(b => b.PersonId), "Choose a colleague from the list."))
        {
            return await InvalidAsync(ct);
        }

        await desk.ChooseBuddyAsync(Id, Version, Me, BuddyId!.Value, ct);
        return Done("The buddy is chosen; their tasks are in their list.", Links.Onboarding(Id));
    }

    public async Task<IActionResult> OnPostTaskAsync(CancellationToken ct)
    {
        var task = await db.OnboardingTasks.SingleOrNotFoundAsync(t => t.Id == TaskId && t.PlanId == Id, ct);
        db.Expect(task, Version);
        var known = await facts.ForTaskAsync(task, ct);
        var now = clock.UtcNow();
        if (Trigger == TaskTrigger.Complete && task.Kind == TaskKind.Buddy && !known.HasBuddy)
        {
            ModelState.AddModelError(nameof(BuddyId), T[TaskFlow.NoBuddy]);
            return await InvalidAsync(ct);
        }

        switch (Trigger)
        {
            case TaskTrigger.Complete:
                task.Complete(Me, now, known, (Reason?)Reason);
                break;
            case TaskTrigger.Begin:
                task.BeginWork(Me, now, known);
                break;
            case TaskTrigger.Unblock:
                task.Unblock(Me, now, known);
                break;
            case TaskTrigger.SendBack:
                task.SendBack(Me, now, known, Reason);
                break;
            case TaskTrigger.Block:
                task.Block(Me, now, known, Reason, null);
                break;
            case TaskTrigger.Waive:
                task.Waive(Me, now, known, (Reason?)Reason);
                break;
            case TaskTrigger.Reopen:
                task.Reopen(Me, now, known, (Reason?)Reason);
                break;
            default:
                return NotFound();
        }

        await db.SaveChangesAsync(ct);
        return Done(new Sentence("{task}: {state}", ("task", task.Title), ("state", T.State(TaskFlow.Table.Name, task.State))), $"{Links.Onboarding(Id)}#task-{task.Id}");
    }

    private Task<IActionResult> MoveAsync(Action<OnboardingPlan, OnboardingFacts> move, Sentence says, CancellationToken ct) => db.InTransactionAsync<IActionResult>(
        async () =>
        {
            var plan = await db.OnboardingPlans.SingleOrNotFoundAsync(p => p.Id == Id, ct);
            db.Expect(plan, Version);
            move(plan, await facts.LoadAsync(plan, Me, ct));
            await db.SaveChangesAsync(ct);
            return Done(says, Links.Onboarding(Id));
        },
        ct);

    /// <summary>A plan that is not theirs to see is not there for a post either.</summary>
    private async Task SeenAsync(CancellationToken ct)
    {
        if (!await db.OnboardingPlans.AnyAsync(p => p.Id == Id, ct))
        {
            throw new NotFoundException();
        }
    }
}
