using TalentHub.Domain.Common;

namespace TalentHub.Domain.Tests.Demand;

public sealed class SensibleDayTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1999)]
    [InlineData(2100)]
    [InlineData(9999)]
    public void A_day_in_another_century_is_a_slip_of_the_key(int year)
    {
        var refused = Assert.Throws<DomainException>(() => Require.Within(DayRange.Sensible, new DateOnly(year, 12, 31), "StartsOn"));

        Assert.Equal("StartsOn", refused.Field);
    }

    [Fact]
    public void A_day_of_our_time_or_none_passes()
    {
        Assert.Equal(new DateOnly(2027, 3, 1), Require.Within(DayRange.Sensible, new DateOnly(2027, 3, 1)));
        Assert.Null(Require.Within(DayRange.Sensible, null));
    }
}
