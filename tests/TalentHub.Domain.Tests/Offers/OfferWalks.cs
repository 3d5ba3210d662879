using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Tests.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Offers;

public sealed class OfferWalks : MachineTests<Offer, OfferState, OfferTrigger, OfferFacts>
{
    protected override Offer New(Random random) => A.Offer();

    protected override OfferFacts Facts(Random random) => A.OfferFacts() with
    {
        Now = random.Next(3) == 0 ? A.Noon.AddDays(60) : A.Noon,
        Today = DateOnly.FromDateTime(A.Noon),
        InOfferStage = random.Next(8) > 0,
        AnotherIsLive = random.Next(8) == 0,
        SeatIsHeld = random.Next(8) > 0,
        HasArrived = random.Next(8) == 0,
        BandMaximum = random.Next(3) == 0 ? Money.Of(500_000m, "CNY") : null,
        RescissionSignedBy = random.Next(2) == 0 ? 77 : null,
    };
}
