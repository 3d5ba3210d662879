using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Workflows;

/// <summary>A pause beside the state, so that resuming returns to where it was: why, since when, and when to look again.</summary>
public sealed record Hold
{
    /// <summary>A pause without a day is looked at again after so many.</summary>
    public const int DaysToLookAgain = 30;

    private Hold() => Reason = string.Empty;

    public Hold(Actor by, DateTime at, string? reason, DateOnly? reviewOn)
    {
        Reason = Require.Text(reason, "Say why it pauses.", Transition.ReasonLength, "Reason");
        HeldBy = by.PersonId;
        Since = at;
        ReviewOn = Require.Within(DayRange.Sensible, reviewOn, "ReviewOn");
    }

    public string Reason { get; private init; }

    public long HeldBy { get; private init; }

    public DateTime Since { get; private init; }

    /// <summary>The day on which someone looks again; overdue holds surface in Today.</summary>
    public DateOnly? ReviewOn { get; private init; }
}
