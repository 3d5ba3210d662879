namespace TalentHub.Domain.Common;

/// <summary>
/// The days that somebody can mean: from one day to another, both included. The one rule about days: a form and the domain ask the same range, so a slip of the keyboard
/// (the year 1, the year 9999) is answered with the same sentence wherever it was typed.
/// </summary>
public sealed record DayRange(DateOnly From, DateOnly To)
{
    /// <summary>What is said about a day outside.</summary>
    public const string Template = "Choose a day between {from} and {to}.";

    /// <summary>Whatever a day is about, nobody means one outside of this century; arithmetic with the first and last days of a calendar fails.</summary>
    public static readonly DayRange Sensible = new(new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31));

    private const int MostYearsAhead = 5;

    public Sentence Says => new(Template, ("from", From), ("to", To));

    /// <summary>From so many days before a day to so many after it; never beyond what a calendar can name.</summary>
    public static DayRange Around(DateOnly day, int before, int after) => new(Moved(day, -before), Moved(day, after));

    /// <summary>Not past, and within a few years. The day before counts: somewhere on earth it is still yesterday.</summary>
    public static DayRange Ahead(DateOnly today) => new(Moved(today, -1), today.Year <= DateOnly.MaxValue.Year - MostYearsAhead ? today.AddYears(MostYearsAhead) : DateOnly.MaxValue);

    public bool Contains(DateOnly day) => day >= From && day <= To;

    private static DateOnly Moved(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
