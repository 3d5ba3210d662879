using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;

namespace TalentHub.Testing;

public static partial class A
{
    /// <summary>Facts under which every move of an offer is possible, for an offer answered in time.</summary>
    public static OfferFacts OfferFacts() => new(
        Noon, DateOnly.FromDateTime(Noon), InOfferStage: true, AnotherIsLive: false, SeatIsHeld: true, HasAddress: true, HasArrived: false,
        BandMinimum: null, BandMaximum: null, PeerMedian: null, RescissionSignedBy: null);

    public static OfferTerms OfferTerms(decimal annualBase = 600_000m, string language = "en") => new(
        Money.Of(annualBase, "CNY"), Money.Of(90_000m, "CNY"), Money.Of(50_000m, "CNY"),
        new EquityTerms(EquityInstrument.RestrictedUnits, 4_800, null, 12, [new VestingLine(48, 1m)]),
        new DateOnly(2026, 4, 1), new DateOnly(2026, 3, 13), "Asia/Shanghai",
        [new Bilingual("Remote work up to two days a week.", "每周可远程办公两天。")], language);

    public static Offer Offer(Actor? author = null, OfferTerms? terms = null) =>
        new(author ?? Person(Role.Recruiter), Noon, 1, 2, 3, 4, terms ?? OfferTerms(), OfferFacts());

    /// <summary>One step with one approver.</summary>
    public static ApprovalStepPlan[] ChainOf(params Actor[] approvers) =>
        [.. approvers.Select(a => new ApprovalStepPlan(new Bilingual("Approval", "审批"), ApprovalNeed.One, 1, [a.PersonId]))];

    /// <summary>An offer that somebody else approved.</summary>
    public static Offer ApprovedOffer(Actor? author = null)
    {
        var recruiter = author ?? Person(Role.Recruiter);
        var approver = Person(Role.Finance);
        var offer = Offer(recruiter);
        offer.Submit(recruiter, Noon, OfferFacts(), ChainOf(approver), null);
        offer.Approve(approver, Noon, OfferFacts(), null);
        return offer;
    }

    /// <summary>An offer that is with the candidate (person 2).</summary>
    public static Offer ExtendedOffer(Actor? author = null)
    {
        var recruiter = author ?? Person(Role.Recruiter);
        var offer = ApprovedOffer(recruiter);
        offer.Extend(recruiter, Noon, OfferFacts());
        return offer;
    }

    public static OnboardingPlan Onboarding(DateOnly? start = null) =>
        new(Actor.System, Noon, 2, 1, 1, 3, 4, 5, 6, 1, start ?? new DateOnly(2026, 3, 3), null);

    public static OnboardingFacts OnboardingFacts(int blocking = 0, double done = 1) =>
        new(DateOnly.FromDateTime(Noon), blocking, done, OfferIsAccepted: true, Reports: true);

    public static OnboardingTask OnboardingTask(long? owner = 2, TaskBlocks blocks = TaskBlocks.Nothing, TaskKind kind = TaskKind.Plain, TaskOwner role = TaskOwner.Hire) =>
        new(Actor.System, Noon, 1, 1, new Bilingual("Order a laptop", "申请电脑"), null, role, owner, new DateOnly(2026, 3, 3), blocks, kind);
}
