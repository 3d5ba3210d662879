using TalentHub.Domain.Common;

namespace TalentHub.Domain.Workflows;

/// <summary>How long something should stand in a state.</summary>
public enum LimitKind
{
    /// <summary>Monday to Friday, from the day on which it came to stand there.</summary>
    WorkingDays,
    Days,
    Hours,

    /// <summary>Until a date that the record itself carries.</summary>
    OwnDate,

    /// <summary>Waiting is open-ended by nature, for a stated reason.</summary>
    None,
}

/// <summary>The time limit of a state; past it, it is overdue in its owner's Today.</summary>
/// <param name="Amount">How many of the unit; 0 for those that are not counted.</param>
/// <param name="Says">The record's own date, or why there is none, as a sentence.</param>
public sealed record TimeLimit(LimitKind Kind, int Amount, string? Says)
{
    /// <summary>The machine whose records remind the owner instead: scorecards remind of an interview that waits for feedback.</summary>
    public string? CarriedBy { get; private init; }

    public static TimeLimit WorkingDays(int days) => new(LimitKind.WorkingDays, days, null);

    public static TimeLimit Days(int days) => new(LimitKind.Days, days, null);

    public static TimeLimit Hours(int hours) => new(LimitKind.Hours, hours, null);

    public static TimeLimit Until(string date) => new(LimitKind.OwnDate, 0, date);

    public static TimeLimit None(string why) => new(LimitKind.None, 0, why);

    public TimeLimit In(string machine) => this with { CarriedBy = machine };

    /// <summary>When it is overdue; null where the record's own date says so, or nothing does.</summary>
    public DateTime? DueFrom(DateTime since) => Kind switch
    {
        LimitKind.WorkingDays => AfterWorkingDays(since, Amount),
        LimitKind.Days => since.AddDays(Amount),
        LimitKind.Hours => since.AddHours(Amount),
        LimitKind.OwnDate or LimitKind.None => null,
    };

    private static DateTime AfterWorkingDays(DateTime since, int days)
    {
        var due = since;
        while (days > 0)
        {
            due = due.AddDays(1);
            if (due.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                days--;
            }
        }

        return due;
    }
}

/// <summary>Whose turn it is in a state, and until when.</summary>
/// <param name="Owner">In words: "The recruiter".</param>
public sealed record Turn(string State, string Owner, TimeLimit Limit)
{
    /// <summary>That of an end: nothing waits there.</summary>
    public static Turn OfEnd(string state) => new(state, "Nobody", TimeLimit.None("It has ended; nothing waits."));

    /// <summary>The limit as a sentence for the screen.</summary>
    public Sentence Says => Limit.Kind switch
    {
        LimitKind.WorkingDays => new Sentence("{days} working days", ("days", Limit.Amount)),
        LimitKind.Days => new Sentence("{days} days", ("days", Limit.Amount)),
        LimitKind.Hours => new Sentence("{hours} hours", ("hours", Limit.Amount)),
        LimitKind.OwnDate or LimitKind.None => new Sentence(Limit.Says ?? string.Empty),
    };
}
