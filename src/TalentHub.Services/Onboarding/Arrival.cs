using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Offers;
using TalentHub.Services.Reactions;
using TalentHub.Services.Screening;

namespace TalentHub.Services.Onboarding;

/// <summary>
/// Day one. In one transaction: the onboarding goes on, the application is hired, the employment begins, the seat is filled (and with the last seat the
/// request), and the new employee is invited to an account. The applicant is now an employee: the same person, the same record.
/// </summary>
public sealed class Arrival(TalentHubDb db, OnboardingFactsLoader facts, ApplicationFactsLoader applications, WelcomeAccount account, TimeProvider clock) : IService
{
    /// <param name="version">Of the plan as the page showed it.</param>
    public Task ArriveAsync(long planId, Guid version, Actor by, Reason? reason, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var plan = await db.OnboardingPlans.SingleAsync(p => p.Id == planId, ct);
            db.Expect(plan, version);
            var now = clock.UtcNow();
            plan.Arrive(by, now, await facts.LoadAsync(plan, by, ct), reason);

            // Whoever records the arrival may do so; what follows from it is the product's own doing, in their name.
            var asProduct = Actor.System with { OnBehalfOf = by.PersonId };
            using (db.ReadingAsSystem())
            {
                var application = await db.Applications.SingleAsync(a => a.Id == plan.ApplicationId, ct);
                application.Hire(await applications.LoadAsync(application, ct), asProduct, now);
                var employment = await db.Employments.SingleAsync(e => e.Id == plan.EmploymentId, ct);
                employment.Arrive(asProduct, now);
                var seat = await db.Openings.SingleAsync(o => o.Id == plan.OpeningId, ct);
                seat.Fill(asProduct, now, employment.Id);
                if (!await OpenAccountTasksAsync(plan.Id, ct))
                {
                    await account.InviteAsync(plan, by, ct);
                }
            }

            await db.SaveChangesAsync(ct);
        },
        ct);

    public Task DidNotStartAsync(long planId, Guid version, Actor by, Reason? reason, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var plan = await db.OnboardingPlans.SingleAsync(p => p.Id == planId, ct);
            db.Expect(plan, version);
            plan.DidNotStart(by, clock.UtcNow(), await facts.LoadAsync(plan, by, ct), reason);
            await db.SaveChangesAsync(ct);
        },
        ct);

    private Task<bool> OpenAccountTasksAsync(long planId, CancellationToken ct) =>
        db.OnboardingTasks.AnyAsync(t => t.PlanId == planId && t.Blocks == TaskBlocks.Account && TaskFlow.Open.Contains(t.State), ct);
}

/// <summary>Someone never came: the offer is broken (which frees the seat and ends the application), the employment never began.</summary>
public sealed class FollowDidNotStart(OfferFactsLoader offers) : IReaction<HireDidNotStart>
{
    public async Task ReactAsync(HireDidNotStart happened, TalentHubDb db, CancellationToken ct)
    {
        var asProduct = Actor.System with { OnBehalfOf = happened.By.PersonId == 0 ? null : happened.By.PersonId };
        var why = happened.Reason ?? new Reason(null, "Did not start.");
        var employment = await db.Employments.SingleAsync(e => e.Id == happened.Plan.EmploymentId, ct);
        if (employment.State == EmploymentState.PreHire)
        {
            employment.NotStart(asProduct, happened.At, why);
        }

        var offer = await db.Offers.Include(o => o.Versions).AsSplitQuery().SingleAsync(o => o.Id == happened.Plan.OfferId, ct);
        if (offer.State == OfferState.Accepted)
        {
            offer.Renege(asProduct, happened.At, await offers.LoadAsync(offer, ct), why);
        }
    }
}

/// <summary>The tasks stay as they were, for the record; nobody has to do them any more.</summary>
public sealed class DropTaskWork : IReaction<OnboardingEnded>
{
    public async Task ReactAsync(OnboardingEnded happened, TalentHubDb db, CancellationToken ct)
    {
        var machine = TaskFlow.Table.Name;
        var tasks = await db.OnboardingTasks.Where(t => t.PlanId == happened.Plan.Id).Select(t => t.Id).ToListAsync(ct);
        db.WorkItems.RemoveRange(await db.WorkItems.Where(w => w.Machine == machine && tasks.Contains(w.SubjectId)).ToListAsync(ct));
    }
}
