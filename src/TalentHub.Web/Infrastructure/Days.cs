using FluentValidation;
using TalentHub.Services;

namespace TalentHub.Web.Infrastructure;

/// <summary>Days that somebody types: not in the past, not in another century.</summary>
public static class Days
{
    /// <summary>Further ahead is a slip of the key.</summary>
    private const int MostYears = 5;

    /// <summary>Today or later, within a few years; a missing day passes.</summary>
    public static IRuleBuilderOptions<TInput, DateOnly?> Ahead<TInput>(this IRuleBuilder<TInput, DateOnly?> rule, Text t, TimeProvider clock) =>
        rule.Must(day => day is not { } typed || typed >= First(clock)).WithMessage(_ => t["This day has passed already."])
            .Must(day => day is not { } typed || typed <= Last(clock)).WithMessage(_ => t["This is more than {years} years ahead: check the year.", ("years", MostYears)]);

    /// <summary>Somewhere on earth it is still yesterday.</summary>
    public static DateOnly First(TimeProvider clock) => DateOnly.FromDateTime(clock.UtcNow()).AddDays(-1);

    public static DateOnly Last(TimeProvider clock) => DateOnly.FromDateTime(clock.UtcNow()).AddYears(MostYears);
}
