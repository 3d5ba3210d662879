using TalentHub.Domain.Common;

namespace TalentHub.Domain.Offers;

/// <summary>What must be known beyond an offer to judge its moves.</summary>
/// <param name="Now">The instant of the question.</param>
/// <param name="Today">The day it is at the place of work.</param>
/// <param name="InOfferStage">The application stands at "Offer" (or, once accepted, at "Ready to hire").</param>
/// <param name="AnotherIsLive">Another offer of the same person is not at an end.</param>
/// <param name="SeatIsHeld">The seat is reserved by this offer, or still free for it.</param>
/// <param name="HasAddress">The candidate has an e-mail address.</param>
/// <param name="HasArrived">The person has begun to work on this offer.</param>
/// <param name="BandMinimum">Lower end of the level's band for a year, in the offer's currency; null where there is none.</param>
/// <param name="BandMaximum">Upper end.</param>
/// <param name="PeerMedian">Median base of accepted offers for the same family, level and currency; null below three.</param>
/// <param name="BandIsElsewhere">The level has bands, but none in the offer's currency.</param>
/// <param name="RescissionSignedBy">Who has signed for taking the offer back; null for nobody.</param>
public sealed record OfferFacts(
    DateTime Now, DateOnly Today, bool InOfferStage, bool AnotherIsLive, bool SeatIsHeld, bool HasAddress, bool HasArrived,
    Money? BandMinimum, Money? BandMaximum, Money? PeerMedian, long? RescissionSignedBy, bool BandIsElsewhere = false)
{
    /// <summary>How far from its peers' median a base pay may lie before somebody explains it.</summary>
    public const decimal PeerDistance = 0.15m;

    public bool IsBelowBand(Money pay) => BandMinimum is { } minimum && minimum.Currency == pay.Currency && pay.MinorUnits < minimum.MinorUnits;

    public bool IsAboveBand(Money pay) => BandMaximum is { } maximum && maximum.Currency == pay.Currency && pay.MinorUnits > maximum.MinorUnits;

    public bool IsFarFromPeers(Money pay) =>
        PeerMedian is { MinorUnits: > 0 } median && median.Currency == pay.Currency
        && Math.Abs(pay.MinorUnits - median.MinorUnits) > median.MinorUnits * PeerDistance;
}
