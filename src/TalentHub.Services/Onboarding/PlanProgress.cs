using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Onboarding;

/// <summary>
/// A plan follows its tasks: ready when nothing blocks day one, held again when something does, in probation when most is done.
/// </summary>
public sealed class PlanProgress(OnboardingFactsLoader facts, WelcomeAccount account) : IReaction<OnboardingStarted>, IReaction<TaskMoved>
{
    /// <summary>Months after the start; the law of the place may ask for another.</summary>
    private const int ProbationMonths = 3;

    public Task ReactAsync(OnboardingStarted happened, TalentHubDb db, CancellationToken ct) => LookAsync(happened.Plan, happened.At, ct);

    public async Task ReactAsync(TaskMoved happened, TalentHubDb db, CancellationToken ct)
    {
        var plan = await db.OnboardingPlans.SingleAsync(p => p.Id == happened.Task.PlanId, ct);
        await LookAsync(plan, happened.At, ct);
        if (happened.Task.Blocks == TaskBlocks.Account && !happened.Task.IsOpen && plan.ArrivedAt is not null)
        {
            await account.InviteAsync(plan, happened.By, ct);
        }
    }

    private async Task LookAsync(OnboardingPlan plan, DateTime at, CancellationToken ct)
    {
        var known = await facts.LoadAsync(plan, Actor.System, ct);
        if (plan.Can(OnboardingTrigger.MarkReady, known, Actor.System).IsPossible)
        {
            plan.MarkReady(at, known);
        }
        else if (plan.Can(OnboardingTrigger.HoldDayOne, known, Actor.System).IsPossible)
        {
            plan.HoldDayOne(at, known);
        }
        else if (plan.Can(OnboardingTrigger.ToProbation, known, Actor.System).IsPossible)
        {
            plan.ToProbation(at, known, plan.StartsOn.AddMonths(ProbationMonths));
        }
    }
}
