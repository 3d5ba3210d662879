namespace TalentHub.Services.Seeding;

/// <summary>Moments at which people at a place do things: on weekdays, in working hours, later than what went before.</summary>
internal sealed class SampleTime(SampleRandom random)
{
    private const int Opens = 9;
    private const int Closes = 19;

    /// <summary>Some days later, in working hours at a place.</summary>
    public DateTime After(DateTime from, double least, double most, string zone)
    {
        var local = Working(Clock.LocalIn(from.AddDays(random.Between(least, most)), zone));
        var at = Clock.InstantOf(local, zone);
        return at > from ? at : from.AddMinutes(random.Between(4, 50));
    }

    /// <summary>A half or full hour some days later at which one can meet.</summary>
    public DateTime Meeting(DateTime from, double least, double most, string zone)
    {
        var local = Working(Clock.LocalIn(from.AddDays(random.Between(least, most)), zone));
        var at = Clock.InstantOf(local.Date.AddMinutes(Math.Clamp(((int)local.TimeOfDay.TotalMinutes / 30 * 30) + 30, Opens * 60, 18 * 60)), zone);
        return at > from ? at : Meeting(from.AddHours(14), 0, 0.2, zone);
    }

    /// <summary>Any hour: candidates write in the evening, too.</summary>
    public DateTime Anytime(DateTime from, DateTime to) => Whole(from.AddSeconds(random.Share() * Math.Max(0, (to - from).TotalSeconds)));

    private DateTime Working(DateTime local)
    {
        local = Whole(local);
        var day = local.Date;
        var minute = local.TimeOfDay.TotalMinutes;
        if (local.Hour >= Closes)
        {
            day = day.AddDays(1);
            minute = (Opens * 60) + random.Between(0, 150);
        }
        else if (local.Hour < Opens)
        {
            minute = (Opens * 60) + random.Between(0, 150);
        }

        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }

        return Whole(day.AddMinutes(minute));
    }

    private static DateTime Whole(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
}
