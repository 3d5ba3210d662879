using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;
using TalentHub.Services.Approvals;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Onboarding;

/// <summary>
/// An accepted offer makes, without retyping: the employment that will begin, the plan, and its tasks with owners and due days. In the same transaction as the yes.
/// </summary>
public sealed class StartOnboarding(ApprovalChains departments, PreboardingMail mail) : IReaction<OfferAccepted>
{
    public async Task ReactAsync(OfferAccepted happened, TalentHubDb db, CancellationToken ct)
    {
        var offer = happened.Offer;
        if (await db.OnboardingPlans.AnyAsync(p => p.OfferId == offer.Id, ct))
        {
            return;
        }

        var job = await db.Requisitions.AsNoTracking().SingleAsync(r => r.Id == offer.RequisitionId, ct);
        var terms = offer.Current;
        var employment = new Employment(
            Actor.System, happened.At, offer.PersonId, job.DepartmentId, job.LocationId, job.Title.In(terms.Language), job.RoleFamilyCode, job.LevelCode,
            job.HiringManagerId, terms.StartsOn, offer.OpeningId);
        db.Employments.Add(employment);
        await db.SaveChangesAsync(ct);

        var template = await ChooseAsync(job, db, ct);
        var plan = new OnboardingPlan(
            Actor.System, happened.At, offer.PersonId, offer.Id, offer.ApplicationId, offer.RequisitionId, offer.OpeningId, employment.Id,
            job.HiringManagerId, job.LocationId, terms.StartsOn, template.Name with { });
        db.OnboardingPlans.Add(plan);
        await db.SaveChangesAsync(ct);

        var calendar = await CalendarAsync(plan.LocationId, db, ct);
        db.OnboardingTasks.AddRange(template.Tasks.OrderBy(t => t.Order).Select(t => new OnboardingTask(
            Actor.System, happened.At, plan.Id, t.Order, t.Title with { }, t.Help is { } help ? help with { } : null, t.Owner, OwnerOf(t.Owner, plan),
            calendar.Add(plan.StartsOn, t.Offset), t.Blocks, t.Kind)));
        await mail.WelcomeAsync(plan, terms.Language, ct);
    }

    internal static async Task<WorkingCalendar> CalendarAsync(long locationId, TalentHubDb db, CancellationToken ct) =>
        new(await db.Holidays.AsNoTracking().Where(h => h.LocationId == locationId).ToListAsync(ct));

    /// <summary>HR and IT stand for whoever holds their right; a buddy is chosen later.</summary>
    private static long? OwnerOf(TaskOwner owner, OnboardingPlan plan) => owner switch
    {
        TaskOwner.Hire => plan.PersonId,
        TaskOwner.Manager => plan.ManagerId,
        TaskOwner.HR or TaskOwner.IT or TaskOwner.Buddy => null,
    };

    /// <summary>The company's fitting template; the one that ships where it keeps none.</summary>
    private async Task<OnboardingTemplate> ChooseAsync(Requisition job, TalentHubDb db, CancellationToken ct)
    {
        var line = (await departments.LineAsync(job.DepartmentId, ct)).ConvertAll(d => d.Id);
        var templates = await db.OnboardingTemplates.AsNoTracking().Where(t => !t.IsRetired).ToListAsync(ct);
        return OnboardingTemplate.Choose(templates, new HireProfile(line, job.RoleFamilyCode, job.LevelRank, job.LocationId))
            ?? ShippedContent.OnboardingTemplate.ToTemplate();
    }
}
