using TalentHub.Domain.Common;

namespace TalentHub.Domain.People;

/// <summary>A day that is different at a place: a holiday, or a weekend day on which people work in exchange (调休).</summary>
public sealed class Holiday : Entity
{
    private Holiday() => Name = new Bilingual("-", "-");

    public Holiday(long locationId, DateOnly on, Bilingual name, bool isWorked = false)
    {
        LocationId = locationId;
        On = Require.Within(DayRange.Sensible, on, nameof(On))!.Value;
        Name = name;
        IsWorked = isWorked;
    }

    public long LocationId { get; private set; }

    public DateOnly On { get; private set; }

    public Bilingual Name { get; private set; }

    /// <summary>True for a weekend day on which the place works.</summary>
    public bool IsWorked { get; private set; }
}

/// <summary>Which days are worked at a place.</summary>
public sealed class WorkingCalendar
{
    private readonly HashSet<DateOnly> free;
    private readonly HashSet<DateOnly> worked;

    public WorkingCalendar(IEnumerable<Holiday> holidays)
    {
        var days = holidays.ToList();
        free = [.. days.Where(d => !d.IsWorked).Select(d => d.On)];
        worked = [.. days.Where(d => d.IsWorked).Select(d => d.On)];
    }

    public bool IsWorkingDay(DateOnly day) =>
        worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !free.Contains(day));

    /// <summary>
    /// So many working days after (or, below zero, before) a day. 0 is the day itself, or the next working day when it is free.
    /// </summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        var step = workingDays < 0 ? -1 : 1;
        var left = Math.Abs(workingDays);
        if (left == 0)
        {
            while (!IsWorkingDay(day))
            {
                day = day.AddDays(1);
            }

            return day;
        }

        while (left > 0)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        return day;
    }
}
