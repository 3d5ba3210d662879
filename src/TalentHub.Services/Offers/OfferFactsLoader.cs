using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Screening;

namespace TalentHub.Services.Offers;

/// <summary>What must be known beyond an offer; the same for its buttons and its moves. Reads as the system: only sentences are shown, and those say who may read them.</summary>
public sealed class OfferFactsLoader(TalentHubDb db, TimeProvider clock) : IService
{
    /// <summary>Fewer accepted offers than this say nothing about a level.</summary>
    public const int FewestPeers = 3;

    private const int MostPeers = 200;

    /// <summary>What others were offered matters while the pay is still ours to decide.</summary>
    private static readonly OfferState[] BeforeSending = [OfferState.Draft, OfferState.ChangesRequested, OfferState.InApproval];

    public Task<OfferFacts> LoadAsync(Offer offer, CancellationToken ct) =>
        LoadAsync(offer.Id, offer.ApplicationId, offer.OpeningId, offer.Current.BaseAnnual.Currency, BeforeSending.Contains(offer.State), ct);

    /// <summary>Before there is an offer: may one be drafted for this application and seat?</summary>
    public Task<OfferFacts> ForDraftAsync(long applicationId, long openingId, string currency, CancellationToken ct) =>
        LoadAsync(0, applicationId, openingId, currency, true, ct);

    private async Task<OfferFacts> LoadAsync(long offerId, long applicationId, long openingId, string currency, bool withPeers, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        var machine = OfferFlow.Table.Name;
        var rescind = nameof(OfferTrigger.Rescind);
        var row = await (
            from application in db.Applications.AsNoTracking()
            where application.Id == applicationId
            join requisition in db.Requisitions on application.RequisitionId equals requisition.Id
            join place in db.Locations on requisition.LocationId equals place.Id
            join person in db.People on application.PersonId equals person.Id
            select new
            {
                application.State,
                requisition.RoleFamilyCode,
                requisition.LevelCode,
                place.Zone,
                person.Email,
                Another = db.Offers.Any(o => o.PersonId == application.PersonId && o.Id != offerId && OfferFlow.Live.Contains(o.State)
                    && !(o.State == OfferState.Accepted && db.OnboardingPlans.Any(p => p.OfferId == o.Id && p.ArrivedAt != null))),
                SeatState = db.Openings.Where(s => s.Id == openingId && s.RequisitionId == requisition.Id).Select(s => (OpeningState?)s.State).FirstOrDefault(),
                SeatOffer = db.Openings.Where(s => s.Id == openingId).Select(s => s.OfferId).FirstOrDefault(),
                Arrived = offerId != 0 && db.OnboardingPlans.Any(p => p.OfferId == offerId && p.ArrivedAt != null),
                Levels = db.RoleFamilies.Where(f => f.Code == requisition.RoleFamilyCode).Select(f => f.Levels).FirstOrDefault(),
                Signer = db.Signatures.Where(s => s.Machine == machine && s.SubjectId == offerId && s.Trigger == rescind && s.WithdrawnAt == null)
                    .OrderBy(s => s.Id).Select(s => (long?)s.SignerId).FirstOrDefault(),
            }).SingleOrDefaultAsync(ct);
        var now = clock.UtcNow();
        if (row is null)
        {
            return new OfferFacts(now, DateOnly.FromDateTime(now), false, false, false, false, false, null, null, null, null);
        }

        var band = row.Levels?.Find(l => l.Code == row.LevelCode)?.Pay(currency);
        return new OfferFacts(
            now,
            Clock.DayIn(now, row.Zone),
            row.State is ApplicationState.OfferStage or ApplicationState.ReadyToHire,
            row.Another,
            row.SeatState == OpeningState.Open ? offerId == 0 : row.SeatState == OpeningState.Reserved && row.SeatOffer == offerId,
            row.Email is not null,
            row.Arrived,
            band is null ? null : new Money(band.Minimum, currency),
            band is null ? null : new Money(band.Maximum, currency),
            withPeers ? await PeersAsync(offerId, row.RoleFamilyCode, row.LevelCode, currency, ct) : null,
            row.Signer,
            band is null && row.Levels?.Find(l => l.Code == row.LevelCode)?.AnnualBase.Count > 0);
    }

    /// <summary>The middle of what was accepted for the same family, level and currency.</summary>
    private async Task<Money?> PeersAsync(long offerId, string family, string level, string currency, CancellationToken ct)
    {
        var pay = await (
            from offer in db.Offers.AsNoTracking()
            where offer.State == OfferState.Accepted && offer.Id != offerId
            join requisition in db.Requisitions on offer.RequisitionId equals requisition.Id
            where requisition.RoleFamilyCode == family && requisition.LevelCode == level
            from version in offer.Versions
            where version.Number == offer.ApprovedVersion && version.BaseAnnual.Currency == currency
            orderby offer.AnsweredAt descending
            select version.BaseAnnual.MinorUnits).Take(MostPeers).ToListAsync(ct);
        pay.Sort();
        return pay.Count < FewestPeers ? null
            : new Money(pay.Count % 2 == 1 ? pay[pay.Count / 2] : (pay[(pay.Count / 2) - 1] + pay[pay.Count / 2]) / 2, currency);
    }
}
