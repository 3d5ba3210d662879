using FluentValidation;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Services;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>A time, a place and people as somebody types them: the wall clock of a zone that they name.</summary>
public sealed class SlotInput
{
    public DateOnly? Day { get; set; }

    public TimeOnly? Time { get; set; }

    /// <summary>IANA name of the zone in which day and time are meant.</summary>
    public string? Zone { get; set; }

    public int? Minutes { get; set; }

    /// <summary>IANA name of the zone in which the candidate is told.</summary>
    public string? CandidateZone { get; set; }

    public List<long> InterviewerIds { get; set; } = [];

    public string? Place { get; set; }

    public string? Link { get; set; }

    /// <summary>Why, where something is unusual.</summary>
    public string? Reason { get; set; }

    /// <summary>The instant that was typed; null while day, time or zone are missing or unknown.</summary>
    public DateTime? StartsAt =>
        Day is { } day && Time is { } time && Zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _) ? Clock.InstantOf(day.ToDateTime(time), Zone) : null;

    public Slot ToSlot() => new(StartsAt!.Value, Minutes ?? 0, CandidateZone, InterviewerIds, Place, Link);

    public sealed class Rules : AbstractValidator<SlotInput>
    {
        /// <summary>Nobody plans an interview further ahead. A day that is only past has its own sentence.</summary>
        private const int DaysAround = 366;

        public Rules(Text t, TimeProvider clock)
        {
            RuleFor(i => i.Day).NotNull().WithMessage(_ => t["Choose a day."]);
            RuleFor(i => i.Day).Within(t, () => DayRange.Around(clock.TodayIn(null), DaysAround, DaysAround));
            RuleFor(i => i.Time).NotNull().WithMessage(_ => t["Choose a time."]);
            RuleFor(i => i.Zone).Must(IsZone).WithMessage(_ => t["This time zone is not known."]);
            RuleFor(i => i.CandidateZone).Must(IsZone).WithMessage(_ => t["This time zone is not known."]);
            RuleFor(i => i.Minutes).NotNull().WithMessage(_ => t["Write a number."])
                .InclusiveBetween(InterviewRound.ShortestMinutes, InterviewRound.LongestMinutes)
                .WithMessage(_ => t["A round lasts {shortest} to {longest} minutes.", ("shortest", InterviewRound.ShortestMinutes), ("longest", InterviewRound.LongestMinutes)]);
            RuleFor(i => i.InterviewerIds).NotEmpty().WithMessage(_ => t["Choose at least one interviewer."]);
            RuleFor(i => i.Place).MaximumLength(Interview.PlaceLength);
            RuleFor(i => i.Link).MaximumLength(Interview.LinkLength);
        }

        private static bool IsZone(string? zone) => zone is { Length: > 0 and <= 60 } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
    }
}

/// <summary>What the fields of a slot need beside what was typed.</summary>
/// <param name="Named">Interviewers whom the round names.</param>
/// <param name="Findings">What was found when the times were checked; null before.</param>
public sealed record SlotView(
    SlotInput Input, IReadOnlyList<Colleague> Colleagues, IReadOnlyList<long> Named, string CandidateName, string ReaderZone, IReadOnlyList<Domain.Workflows.Finding>? Findings);
