using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Offers;

/// <summary>How an offer ended without a hire.</summary>
public enum OfferEnd
{
    Declined,
    Expired,
    Rescinded,
    Reneged,

    /// <summary>Never sent: the application stays at "Offer", so that another can be drafted.</summary>
    Cancelled,
}

/// <summary>The seat is wanted: whoever keeps seats reserves it, or refuses.</summary>
public sealed record OfferDrafted(Offer Offer, Actor By, DateTime At) : IDomainEvent;

/// <summary>The chain is done.</summary>
public sealed record OfferApproved(Offer Offer, Actor By, DateTime At) : IDomainEvent;

public sealed record OfferSentBack(Offer Offer, Actor By, DateTime At) : IDomainEvent;

public sealed record OfferExtended(Offer Offer, Actor By, DateTime At) : IDomainEvent;

/// <summary>The candidate asked something.</summary>
public sealed record OfferQuestioned(Offer Offer, OfferQuestion Question, Actor By, DateTime At) : IDomainEvent;

/// <summary>Somebody of ours answered a question; the candidate gets it by mail.</summary>
public sealed record OfferQuestionAnswered(Offer Offer, OfferQuestion Question, Actor By, DateTime At) : IDomainEvent;

/// <summary>Back to the desk: the link that is out dies.</summary>
public sealed record OfferRevised(Offer Offer, Actor By, DateTime At) : IDomainEvent;

public sealed record OfferAccepted(Offer Offer, Actor By, DateTime At) : IDomainEvent;

/// <summary>Over without a hire: the seat is free again.</summary>
public sealed record OfferEnded(Offer Offer, OfferEnd How, Actor By, DateTime At) : IDomainEvent;
