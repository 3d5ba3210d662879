using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;

namespace TalentHub.Web.Pages.Offers;

/// <summary>One offer in the list: no pay, so that a glance over a shoulder tells nothing.</summary>
public sealed record OfferRow(long Id, OfferState State, DateTime StateSince, long PersonId, long RequisitionId, int Version, DateOnly StartsOn, DateOnly ExpiresOn)
{
    public string Number => Offer.NumberOf(Id);
}

/// <summary>For whom and for what an offer is.</summary>
/// <param name="OnboardingId">The plan that the yes began.</param>
public sealed record OfferAbout(PersonName Person, Bilingual Title, long? OnboardingId);

public static class OfferQueries
{
    /// <summary>
    /// Name and job of offers that the viewer may see. Read as the system: who sees an offer may know these two, even where the request behind the job is not theirs to see.
    /// </summary>
    public static async Task<Dictionary<long, OfferAbout>> AboutOffersAsync(this TalentHubDb db, IReadOnlyCollection<long> offerIds, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        return await (
            from offer in db.Offers.AsNoTracking()
            where offerIds.Contains(offer.Id)
            join person in db.People on offer.PersonId equals person.Id
            join job in db.Requisitions on offer.RequisitionId equals job.Id
            select new { offer.Id, person.Name, job.Title, Plan = db.OnboardingPlans.Where(p => p.OfferId == offer.Id).Select(p => (long?)p.Id).FirstOrDefault() })
            .ToDictionaryAsync(o => o.Id, o => new OfferAbout(o.Name, o.Title, o.Plan), ct);
    }
}
