namespace TalentHub.Domain.Offers;

/// <summary>One day on which units become the person's own.</summary>
/// <param name="Month">Months after the start, from 1.</param>
/// <param name="Units">Units that vest on this day.</param>
/// <param name="Total">Units vested so far, this day's among them.</param>
public sealed record VestingDay(int Month, DateOnly On, long Units, long Total);

/// <summary>
/// The schedule of a grant, month by month. What has vested by a month is the whole number of units below the exact share, so nothing is ever
/// promised that is not there, and the last month brings the rest: the days add up to the grant to the unit.
/// </summary>
public static class VestingSchedule
{
    public static IReadOnlyList<VestingDay> Of(EquityTerms equity, DateOnly start)
    {
        var days = new List<VestingDay>();
        long total = 0;
        for (var month = Math.Max(1, equity.CliffMonths); month <= equity.Months; month++)
        {
            var vested = VestedAfter(equity, month);
            if (vested > total)
            {
                days.Add(new VestingDay(month, start.AddMonths(month), vested - total, vested));
                total = vested;
            }
        }

        return days;
    }

    /// <summary>Units vested once so many months have passed.</summary>
    public static long VestedAfter(EquityTerms equity, int months)
    {
        if (months < equity.CliffMonths || months <= 0)
        {
            return 0;
        }

        if (months >= equity.Months)
        {
            return equity.Units;
        }

        var exact = 0m;
        var left = months;
        foreach (var line in equity.Lines)
        {
            var within = Math.Min(left, line.Months);
            exact += equity.Units * line.Share * within / line.Months;
            left -= within;
            if (left == 0)
            {
                break;
            }
        }

        // Thirds of a unit do not end in decimals; twelve places decide before the fraction is dropped.
        return (long)decimal.Floor(decimal.Round(exact, 12));
    }
}
