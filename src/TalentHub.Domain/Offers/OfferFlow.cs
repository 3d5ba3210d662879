using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;
using static TalentHub.Domain.Access.Capability;
using static TalentHub.Domain.Offers.OfferState;
using static TalentHub.Domain.Offers.OfferTrigger;
using static TalentHub.Domain.Workflows.TimeLimit;

namespace TalentHub.Domain.Offers;

public enum OfferState
{
    /// <summary>Terms being written; the seat is reserved.</summary>
    Draft,
    InApproval,
    ChangesRequested,

    /// <summary>May be sent.</summary>
    Approved,

    /// <summary>The candidate has the link.</summary>
    Extended,

    /// <summary>The candidate asked for something; may still accept.</summary>
    InNegotiation,

    /// <summary>Signed by the candidate. No end: it can be taken back or broken until day one.</summary>
    Accepted,
    Declined,
    Expired,

    /// <summary>We took it back; two HR people signed.</summary>
    Rescinded,

    /// <summary>Accepted, then did not come.</summary>
    Reneged,

    /// <summary>Never sent.</summary>
    Cancelled,
}

public enum OfferTrigger
{
    Submit,
    Approve,
    SendBack,
    Extend,
    Negotiate,

    /// <summary>We answered a question.</summary>
    Reply,
    Revise,
    Accept,
    Decline,
    Expire,
    Cancel,
    Rescind,
    Renege,
}

/// <summary>The life of an offer. Diagram: docs/states/offer.mmd.</summary>
public static class OfferFlow
{
    private const string Recruiter = "The recruiter";
    private const string OtherApprovers = "Another approver";
    private const string OtherHr = "Another HR partner";

    private static readonly Rule<Offer, OfferFacts> InOfferStage = Rule<Offer, OfferFacts>.Block(
        "The application is no longer at the offer.", (_, f, _) => f.InOfferStage, Recruiter);

    private static readonly Rule<Offer, OfferFacts> OneLiveOffer = Rule<Offer, OfferFacts>.Block(
        "This person has another offer that is still open.", (_, f, _) => !f.AnotherIsLive, Recruiter);

    private static readonly Rule<Offer, OfferFacts> SeatIsHeld = Rule<Offer, OfferFacts>.Block(
        "The seat of this offer is no longer free.", (_, f, _) => f.SeatIsHeld, Recruiter);

    private static readonly Rule<Offer, OfferFacts> StartsLater = Rule<Offer, OfferFacts>.Block(
        "The start date has passed.", (o, f, _) => o.Current.StartsOn >= f.Today, Recruiter);

    private static readonly Rule<Offer, OfferFacts> NotExpired = Rule<Offer, OfferFacts>.Block(
        "The offer expired on {day}.", (o, f, _) => f.Now < o.Current.ExpiresAt, Recruiter, (o, _, _) => [("day", o.Current.ExpiresOn)]);

    private static readonly Rule<Offer, OfferFacts> ExpiryHasPassed = Rule<Offer, OfferFacts>.Block(
        "The offer can be answered until {day}.", (o, f, _) => f.Now >= o.Current.ExpiresAt, Recruiter, (o, _, _) => [("day", o.Current.ExpiresOn)]);

    private static readonly Rule<Offer, OfferFacts> NotBelowBand = Rule<Offer, OfferFacts>.Warn(
        "The base pay is below the band, which begins at {minimum}.", (o, f, _) => !f.IsBelowBand(o.Current.BaseAnnual), Recruiter,
        (_, f, _) => [("minimum", f.BandMinimum)], Audience.Pay);

    private static readonly Rule<Offer, OfferFacts> NotAboveBand = Rule<Offer, OfferFacts>.Warn(
        "The base pay is above the band, which ends at {maximum}.", (o, f, _) => !f.IsAboveBand(o.Current.BaseAnnual), Recruiter,
        (_, f, _) => [("maximum", f.BandMaximum)], Audience.Pay);

    private static readonly Rule<Offer, OfferFacts> BandInCurrency = Rule<Offer, OfferFacts>.Warn(
        "This level has no band in {currency}: nobody can see whether the pay lies within it.", (_, f, _) => !f.BandIsElsewhere, Recruiter,
        (o, _, _) => [("currency", o.Current.BaseAnnual.Currency)], Audience.Pay);

    private static readonly Rule<Offer, OfferFacts> NearPeers = Rule<Offer, OfferFacts>.Warn(
        "The base pay is more than 15 % away from what peers at this level were offered.", (o, f, _) => !f.IsFarFromPeers(o.Current.BaseAnnual), Recruiter,
        audience: Audience.Pay);

    private static readonly Rule<Offer, OfferFacts> NotTheirOwn = Rule<Offer, OfferFacts>.Block(
        "The person who wrote an offer may not approve it.", (o, _, who) => who.PersonId != o.AuthorId && who.OnBehalfOf != o.AuthorId, OtherApprovers);

    private static readonly Rule<Offer, OfferFacts> TheirTurn = Rule<Offer, OfferFacts>.Block(
        "It is not your turn to approve this.", (o, _, who) => o.Approval is null || o.Approval.WaitsFor(who.OnBehalfOf ?? who.PersonId), OtherApprovers);

    private static readonly Rule<Offer, OfferFacts> AsApproved = Rule<Offer, OfferFacts>.Block(
        "The terms changed after they were approved.", (o, _, _) => o.ApprovedVersion is null || o.ApprovedVersion == o.Current.Number, OtherApprovers);

    private static readonly Rule<Offer, OfferFacts> HasAddress = Rule<Offer, OfferFacts>.Block(
        "The candidate has no e-mail address to send it to.", (_, f, _) => f.HasAddress, Recruiter);

    private static readonly Rule<Offer, OfferFacts> TheirOffer = Rule<Offer, OfferFacts>.Block(
        "Only the person to whom the offer was made can answer it.", (o, _, who) => who.Kind != ActorKind.Candidate || who.PersonId == o.PersonId, "The candidate");

    private static readonly Rule<Offer, OfferFacts> SignedByAnother = Rule<Offer, OfferFacts>.Block(
        "Two HR partners take an offer back: another one must sign first.",
        (_, f, who) => f.RescissionSignedBy is { } first && first != who.PersonId, OtherHr);

    private static readonly Rule<Offer, OfferFacts> NotArrived = Rule<Offer, OfferFacts>.Block(
        "The person has already started work.", (_, f, _) => !f.HasArrived, "HR");

    private static readonly Rule<Offer, OfferFacts> BeforeStart = Rule<Offer, OfferFacts>.Block(
        "The start date has passed: record “Did not start” at the onboarding instead.", (o, f, who) => who.IsSystem || f.Today <= o.Current.StartsOn, "HR");

    public static readonly Workflow<Offer, OfferState, OfferTrigger, OfferFacts> Table = new(
        name: "offer", start: Draft, ends: [Declined, Expired, Rescinded, Reneged, Cancelled],
        good: [Accepted],
        turns:
        [
            (Draft, "Whoever wrote it", WorkingDays(3)),
            (InApproval, "The approvers of the present step", WorkingDays(2)),
            (ChangesRequested, "Whoever wrote it", WorkingDays(2)),
            (Approved, Recruiter, WorkingDays(2)),
            (Extended, "The candidate", Until("The day on which the offer expires: it ends by itself.")),
            (InNegotiation, Recruiter, WorkingDays(1)),
            (Accepted, "HR", Until("The first day at work.").In("onboarding")),
        ],
        moves:
        [
            new(Submit, From: [Draft, ChangesRequested], To: InApproval, WriteOffers,
                InOfferStage, OneLiveOffer, SeatIsHeld, StartsLater, NotExpired, NotBelowBand, NotAboveBand, BandInCurrency, NearPeers),
            new(Approve, From: [InApproval], To: [InApproval, Approved], ApproveOffers, NotTheirOwn, TheirTurn, InOfferStage),
            new(SendBack, From: [InApproval], To: ChangesRequested, ApproveOffers, NotTheirOwn, TheirTurn) { Reason = ReasonNeed.Required },
            new(Extend, From: [Approved], To: Extended, ExtendOffers, AsApproved, InOfferStage, OneLiveOffer, SeatIsHeld, StartsLater, NotExpired, HasAddress),
            new(Negotiate, From: [Extended, InNegotiation], To: InNegotiation, AnswerOffers, TheirOffer, NotExpired),
            new(Reply, From: [InNegotiation], To: InNegotiation, ExtendOffers),
            new(Revise, From: [InNegotiation, Approved], To: Draft, WriteOffers) { Aside = true },
            new(Accept, From: [Extended, InNegotiation], To: Accepted, AnswerOffers, TheirOffer, NotExpired, InOfferStage, SeatIsHeld),
            new(Decline, From: [Extended, InNegotiation], To: Declined, AnswerOffers, TheirOffer, NotExpired),
            new(Expire, From: [Extended, InNegotiation], To: Expired, ActAsSystem, ExpiryHasPassed),
            new(Cancel, From: [Draft, InApproval, ChangesRequested, Approved], To: Cancelled, CancelOffers) { Reason = ReasonNeed.Required },
            new(Rescind, From: [Extended, InNegotiation, Accepted], To: Rescinded, RescindOffers, SignedByAnother, NotArrived) { Reason = ReasonNeed.Required },
            new(Renege, From: [Accepted], To: Reneged, CancelOffers, NotArrived, BeforeStart) { Reason = ReasonNeed.Required },
        ]);

    /// <summary>States in which the offer holds its seat and bars another one for the same person.</summary>
    public static readonly OfferState[] Live = [Draft, InApproval, ChangesRequested, Approved, Extended, InNegotiation, Accepted];

    /// <summary>States in which the terms may be written.</summary>
    public static readonly OfferState[] Editable = [Draft, ChangesRequested];

    /// <summary>States in which the candidate may answer.</summary>
    public static readonly OfferState[] AwaitingCandidate = [Extended, InNegotiation];
}
