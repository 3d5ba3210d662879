using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;
using static TalentHub.Testing.A;

namespace TalentHub.Domain.Tests.Offers;

public sealed class OfferTests
{
    private static readonly Actor Candidate = Actor.Candidate(2);

    [Fact]
    public void Drafting_reserves_the_seat()
    {
        var offer = Offer();

        Assert.IsType<OfferDrafted>(Assert.Single(offer.TakeEvents()));
        Assert.Equal(OfferState.Draft, offer.State);
    }

    [Fact]
    public void An_offer_needs_the_decision_to_hire_a_free_seat_and_no_other_live_offer()
    {
        Assert.Throws<DomainException>(() => New(OfferFacts() with { InOfferStage = false }));
        Assert.Throws<DomainException>(() => New(OfferFacts() with { SeatIsHeld = false }));
        Assert.Throws<DomainException>(() => New(OfferFacts() with { AnotherIsLive = true }));

        static Offer New(OfferFacts facts) => new(Person(Role.Recruiter), Noon, 1, 2, 3, 4, OfferTerms(), facts);
    }

    [Fact]
    public void Nobody_approves_an_offer_that_they_wrote()
    {
        var author = Person(Capability.WriteOffers, Capability.ApproveOffers);
        var other = Person(Role.Finance);
        var offer = Offer(author);
        offer.Submit(author, Noon, OfferFacts(), ChainOf(other), null);

        var refusal = Assert.Throws<MoveRefused>(() => offer.Approve(author, Noon, OfferFacts(), null));

        Assert.Contains("The person who wrote an offer may not approve it.", refusal.Reasons);
    }

    [Fact]
    public void A_chain_of_two_is_walked_in_order_and_only_the_last_yes_approves()
    {
        var recruiter = Person(Role.Recruiter);
        var first = Person(Role.Finance);
        var second = Person(Role.Executive);
        var offer = Offer(recruiter);
        offer.Submit(recruiter, Noon, OfferFacts(), ChainOf(first, second), null);

        var early = Assert.Throws<MoveRefused>(() => offer.Approve(second, Noon, OfferFacts(), null));
        offer.Approve(first, Noon, OfferFacts(), null);
        Assert.Equal(OfferState.InApproval, offer.State);
        offer.Approve(second, Noon, OfferFacts(), "Fair.");

        Assert.Equal(["It is not your turn to approve this."], early.Reasons);
        Assert.Equal(OfferState.Approved, offer.State);
        Assert.Equal(1, offer.ApprovedVersion);
    }

    [Fact]
    public void Pay_outside_the_band_asks_for_an_explanation()
    {
        var recruiter = Person(Role.Recruiter);
        var offer = Offer(recruiter);
        var facts = OfferFacts() with { BandMinimum = Money.Of(300_000m, "CNY"), BandMaximum = Money.Of(500_000m, "CNY") };
        var chain = ChainOf(Person(Role.Finance));

        var refusal = Assert.Throws<MoveRefused>(() => offer.Submit(recruiter, Noon, facts, chain, null));
        offer.Submit(recruiter, Noon, facts, chain, "The only one who has run a cluster of this size.");

        Assert.Equal(Answer.AskReason, refusal.Answer);
        Assert.All(refusal.Findings, f => Assert.Equal(Audience.Pay, f.Audience));
        Assert.Equal(OfferState.InApproval, offer.State);
    }

    [Fact]
    public void A_version_that_was_sent_for_approval_is_kept_and_a_change_makes_the_next()
    {
        var recruiter = Person(Role.Recruiter);
        var finance = Person(Role.Finance);
        var offer = Offer(recruiter);
        offer.Write(recruiter, Noon, OfferTerms(610_000m));
        offer.Submit(recruiter, Noon, OfferFacts(), ChainOf(finance), null);
        offer.SendBack(finance, Noon, OfferFacts(), "Too high.");

        offer.Write(recruiter, Noon, OfferTerms(580_000m));

        Assert.Equal([1, 2], offer.Versions.Select(v => v.Number));
        var difference = Assert.Single(OfferDifference.Between(offer.Versions[0], offer.Versions[1]));
        Assert.Equal((OfferPart.Base, Money.Of(610_000m, "CNY"), Money.Of(580_000m, "CNY")), (difference.Part, difference.Before, difference.After));
    }

    [Fact]
    public void What_is_approved_cannot_be_rewritten()
    {
        var recruiter = Person(Role.Recruiter);
        var offer = ApprovedOffer(recruiter);

        Assert.Throws<DomainException>(() => offer.Write(recruiter, Noon, OfferTerms(900_000m)));
    }

    [Fact]
    public void The_candidate_accepts_with_their_name_and_once()
    {
        var offer = ExtendedOffer();

        offer.Accept(Candidate, Noon, OfferFacts(), "Ada Lovelace");

        Assert.Equal("Ada Lovelace", offer.SignedName);
        Assert.Single(offer.TakeEvents(), e => e is OfferAccepted);
        Assert.Throws<MoveRefused>(() => offer.Accept(Candidate, Noon, OfferFacts(), "Ada Lovelace"));
    }

    [Fact]
    public void Nobody_but_the_candidate_answers_by_link()
    {
        var offer = ExtendedOffer();

        Assert.Throws<MoveRefused>(() => offer.Accept(Actor.Candidate(999), Noon, OfferFacts(), "Mallory"));
    }

    [Fact]
    public void After_its_last_day_at_the_place_of_work_an_offer_cannot_be_answered()
    {
        var offer = ExtendedOffer();
        var shanghaiMidnight = new DateTime(2026, 3, 13, 16, 0, 0, DateTimeKind.Utc);

        var late = Assert.Throws<MoveRefused>(() => offer.Accept(Candidate, shanghaiMidnight, OfferFacts() with { Now = shanghaiMidnight }, "Ada"));
        offer.Accept(Candidate, shanghaiMidnight.AddSeconds(-1), OfferFacts() with { Now = shanghaiMidnight.AddSeconds(-1) }, "Ada");

        Assert.Contains("expired", late.Message, StringComparison.Ordinal);
        Assert.Equal(OfferState.Accepted, offer.State);
    }

    [Fact]
    public void A_recruiter_records_an_answer_only_with_its_proof()
    {
        var recruiter = Person(Role.Recruiter);
        var offer = ExtendedOffer(recruiter);

        Assert.Throws<DomainException>(() => offer.RecordAnswer(recruiter, Noon, OfferFacts(), accepted: true, " "));
        offer.RecordAnswer(recruiter, Noon, OfferFacts(), accepted: true, "Signed letter by mail on 3 March.");

        Assert.Equal((OfferState.Accepted, recruiter.PersonId), (offer.State, offer.AnswerRecordedBy));
    }

    [Fact]
    public void A_question_opens_talks_and_the_offer_can_still_be_accepted()
    {
        var recruiter = Person(Role.Recruiter);
        var offer = ExtendedOffer(recruiter);

        offer.Ask(Candidate, Noon, OfferFacts(), "May I start in May?");

        Assert.Equal(OfferState.InNegotiation, offer.State);
        offer.Accept(Candidate, Noon, OfferFacts(), "Ada");
        Assert.Equal(OfferState.Accepted, offer.State);
    }

    [Fact]
    public void Revising_kills_the_link_and_needs_a_new_approval()
    {
        var recruiter = Person(Role.Recruiter);
        var offer = ExtendedOffer(recruiter);
        offer.Negotiate(recruiter, Noon, OfferFacts(), null);

        offer.Revise(recruiter, Noon, OfferFacts(), null);

        Assert.Contains(offer.TakeEvents(), e => e is OfferRevised);
        Assert.Null(offer.ApprovedVersion);
        Assert.Equal(OfferState.Draft, offer.State);
    }

    [Fact]
    public void Taking_an_offer_back_needs_two_different_hr_people_and_a_reason()
    {
        var first = Person(Role.HR);
        var second = Person(Role.HR);
        var offer = ExtendedOffer();

        Assert.Throws<MoveRefused>(() => offer.Rescind(first, Noon, OfferFacts(), "Forged degree."));
        var own = OfferFacts() with { RescissionSignedBy = first.PersonId };
        Assert.Throws<MoveRefused>(() => offer.Rescind(first, Noon, own, "Forged degree."));
        Assert.Throws<MoveRefused>(() => offer.Rescind(second, Noon, own, null));
        offer.Rescind(second, Noon, own, "Forged degree; counsel agrees.");

        Assert.Equal(OfferState.Rescinded, offer.State);
        Assert.Contains(offer.TakeEvents(), e => e is OfferEnded { How: OfferEnd.Rescinded });
    }

    [Fact]
    public void An_offer_ends_by_itself_only_after_its_expiry()
    {
        var offer = ExtendedOffer();

        Assert.Throws<MoveRefused>(() => offer.Expire(Actor.System, Noon, OfferFacts()));
        offer.Expire(Actor.System, Noon, OfferFacts() with { Now = Noon.AddDays(30) });

        Assert.Equal(OfferState.Expired, offer.State);
    }

    [Fact]
    public void Terms_of_two_currencies_or_without_pay_cannot_be_promised()
    {
        Assert.Throws<DomainException>(() => Offer(terms: OfferTerms() with { SignOn = Money.Of(10m, "USD") }));
        Assert.Throws<DomainException>(() => Offer(terms: OfferTerms() with { BaseAnnual = Money.Of(0m, "CNY") }));
        Assert.Throws<DomainException>(() => Offer(terms: OfferTerms() with { ExpiresOn = new DateOnly(2026, 5, 1) }));
    }
}
