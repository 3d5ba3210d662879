using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;

namespace TalentHub.Domain.Tests.Offers;

public sealed class VestingTests
{
    private static readonly DateOnly Start = new(2026, 1, 31);

    [Fact]
    public void Four_years_with_a_one_year_cliff_vest_a_quarter_and_then_month_by_month()
    {
        var days = VestingSchedule.Of(new EquityTerms(EquityInstrument.Options, 4_800, null, 12, [new VestingLine(48, 1m)]), Start);

        Assert.Equal(37, days.Count);
        Assert.Equal(new VestingDay(12, new DateOnly(2027, 1, 31), 1_200, 1_200), days[0]);
        Assert.Equal(new VestingDay(13, new DateOnly(2027, 2, 28), 100, 1_300), days[1]);
        Assert.Equal(4_800, days[^1].Total);
    }

    [Fact]
    public void Lines_follow_each_other()
    {
        var equity = new EquityTerms(EquityInstrument.RestrictedUnits, 1_000, null, 12, [new VestingLine(12, 0.05m), new VestingLine(12, 0.15m), new VestingLine(24, 0.8m)]);

        Assert.Equal(0, VestingSchedule.VestedAfter(equity, 11));
        Assert.Equal(50, VestingSchedule.VestedAfter(equity, 12));
        Assert.Equal(200, VestingSchedule.VestedAfter(equity, 24));
        Assert.Equal(600, VestingSchedule.VestedAfter(equity, 36));
        Assert.Equal(1_000, VestingSchedule.VestedAfter(equity, 48));
    }

    [Fact]
    public void Whatever_the_numbers_the_days_add_up_to_the_grant_and_never_run_ahead()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var first = random.Next(1, 24);
            var share = random.Next(1, 10_000) / 10_000m;
            var equity = new EquityTerms(
                EquityInstrument.RestrictedUnits, random.Next(1, 100_000), null, random.Next(0, first + 1),
                [new VestingLine(first, share), new VestingLine(random.Next(1, 36), 1m - share)]);

            var days = VestingSchedule.Of(equity, Start);

            Assert.Equal(equity.Units, days.Sum(d => d.Units));
            Assert.All(days, d => Assert.True(d.Units > 0 && d.Month >= equity.CliffMonths));
            Assert.Equal(days.Select(d => d.Total).Order(), days.Select(d => d.Total));
        }
    }

    [Fact]
    public void Thirds_do_not_lose_a_unit()
    {
        var equity = new EquityTerms(EquityInstrument.RestrictedUnits, 300, null, 0, [new VestingLine(36, 1m)]);

        Assert.Equal(100, VestingSchedule.VestedAfter(equity, 12));
        Assert.Equal(200, VestingSchedule.VestedAfter(equity, 24));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.2)]
    public void Shares_that_do_not_make_a_whole_are_refused(double share) =>
        Assert.Throws<DomainException>(() => new EquityTerms(EquityInstrument.Options, 10, null, 0, [new VestingLine(12, (decimal)share)]));

    [Fact]
    public void A_cliff_after_the_end_is_refused() =>
        Assert.Throws<DomainException>(() => new EquityTerms(EquityInstrument.Options, 10, null, 13, [new VestingLine(12, 1m)]));
}
