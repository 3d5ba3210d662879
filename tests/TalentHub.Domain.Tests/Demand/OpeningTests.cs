using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Demand;

public sealed class OpeningTests
{
    [Fact]
    public void A_seat_that_one_offer_reserved_is_refused_to_the_next()
    {
        var seat = OpenSeat();
        seat.Reserve(default, Actor.System, A.Noon, offerId: 7);

        Assert.Throws<MoveRefused>(() => seat.Reserve(default, Actor.System, A.Noon, offerId: 8));
        seat.Release(Actor.System, A.Noon);

        Assert.Equal((OpeningState.Open, null), (seat.State, seat.OfferId));
    }

    [Fact]
    public void No_offer_takes_a_seat_while_hiring_is_on_hold()
    {
        var seat = OpenSeat();

        var refusal = Assert.Throws<MoveRefused>(() => seat.Reserve(new OpeningFacts(IsPaused: true), Actor.System, A.Noon, 7));

        Assert.Equal(["Its requisition is on hold, so no offer can take this seat."], refusal.Reasons);
    }

    [Fact]
    public void Requests_in_approval_count_as_taken_so_that_two_at_once_cannot_both_fit()
    {
        var position = new PlanPosition(Seats: 4, Budget: 100, Used: 1, UsedCost: 30, Asked: 2, AskedCost: 50);

        Assert.Equal((1, 20L), (position.SeatsLeft, position.BudgetLeft));
    }

    [Fact]
    public void A_plan_refuses_negative_figures() =>
        Assert.Throws<DomainException>(() => new HeadcountPlan(1, 2026, -1, new Money(0, "USD")));

    private static Opening OpenSeat()
    {
        var seat = A.Opening();
        seat.Approve(Actor.System, A.Noon);
        seat.Open(Actor.System, A.Noon);
        return seat;
    }
}
