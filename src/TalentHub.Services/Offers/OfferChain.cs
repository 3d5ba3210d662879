using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Services.Approvals;

namespace TalentHub.Services.Offers;

/// <summary>
/// Who must approve an offer: the company's chain for its department, level and yearly cash, and one step more when the pay is an exception
/// (outside the band, far from peers).
/// </summary>
public sealed class OfferChain(TalentHubDb db, ApprovalChains chains) : IService
{
    private static readonly Bilingual Exception = new("Exception to the band", "薪酬带宽例外");

    public async Task<IReadOnlyList<ApprovalStepPlan>> ForAsync(Offer offer, OfferFacts facts, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        var job = await db.Requisitions.AsNoTracking().Where(r => r.Id == offer.RequisitionId).Select(r => new { r.DepartmentId, r.LevelRank }).SingleAsync(ct);
        var currency = await db.Companies.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Currency).FirstOrDefaultAsync(ct);
        var cash = offer.Current.CashAnnual;

        // Without rates an amount in another currency cannot be compared: then the chain for the largest amounts decides.
        var cost = currency is null || currency == cash.Currency ? cash.MinorUnits : long.MaxValue;
        var steps = await chains.ForAsync(new ChainQuestion(ApprovalKind.Offer, job.DepartmentId, job.LevelRank, cost, offer.AuthorId), ct);
        return steps.Count == 0 || !IsException(offer, facts) || await OwnersAsync(offer.AuthorId, ct) is not { Count: > 0 } owners
            ? steps
            : [.. steps, new ApprovalStepPlan(Exception, ApprovalNeed.One, 1, owners)];
    }

    private static bool IsException(Offer offer, OfferFacts facts)
    {
        var pay = offer.Current.BaseAnnual;
        return facts.IsBelowBand(pay) || facts.IsAboveBand(pay) || facts.IsFarFromPeers(pay) || facts.BandIsElsewhere;
    }

    /// <summary>The compensation owners; where there is none, HR.</summary>
    private async Task<IReadOnlyList<long>> OwnersAsync(long author, CancellationToken ct)
    {
        var holders = await (
            from grant in db.RoleGrants.AsNoTracking()
            where (grant.Role == Role.CompensationOwner || grant.Role == Role.HR) && grant.PersonId != author
                && db.Users.Any(a => a.PersonId == grant.PersonId && !a.IsDisabled)
            select new { grant.Role, grant.PersonId }).ToListAsync(ct);
        return [.. (holders.Exists(h => h.Role == Role.CompensationOwner) ? holders.Where(h => h.Role == Role.CompensationOwner) : holders).Select(h => h.PersonId).Distinct()];
    }
}
