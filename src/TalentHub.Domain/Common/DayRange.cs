namespace TalentHub.Domain.Common;

/// <summary>
/// The days that somebody can mean: from one day to another, both included. A form and the domain ask the same one, so a slip of the keyboard (the year 1, the
/// year 9999) is answered with a sentence wherever it was typed.
/// </summary>
public sealed record DayRange(DateOnly From, DateOnly To)
{
    /// <summary>What is said about a day outside.</summary>
    public const string Template = "Choose a day between {from} and {to}.";

    public Sentence Says => new(Template, ("from", From), ("to", To));

    /// <summary>From so many days before a day to so many after it; never beyond what a calendar can name.</summary>
    public static DayRange Around(DateOnly day, int before, int after) => new(Moved(day, -before), Moved(day, after));

    public bool Contains(DateOnly day) => day >= From && day <= To;

    private static DateOnly Moved(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
