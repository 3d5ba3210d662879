using FluentValidation;
using TalentHub.Domain.Common;

namespace TalentHub.Web.Infrastructure;

/// <summary>Rules that the forms of every stage share.</summary>
public static class InputRules
{
    /// <summary>A day that is given lies in a range; a missing one is another rule's business.</summary>
    /// <param name="range">Asked for each check, since today moves on.</param>
    public static IRuleBuilderOptions<T, DateOnly?> Within<T>(this IRuleBuilder<T, DateOnly?> rule, Text text, Func<DayRange> range) =>
        rule.Must(day => day is not { } given || range().Contains(given)).WithMessage(_ => text.Of(range().Says));

    /// <summary>One of the values that the form offers. What is posted can be anything.</summary>
    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> rule, Text text, params string[] offered) =>
        rule.Must(value => value is not null && offered.Contains(value, StringComparer.Ordinal)).WithMessage(_ => text[NotOffered]);

    /// <summary>How somebody writes a Chinese name in letters; it may be missing.</summary>
    public static IRuleBuilderOptions<T, string?> SpellsName<T>(this IRuleBuilder<T, string?> rule, Text text) =>
        rule.MaximumLength(PersonName.PartLength).Must(PersonName.IsSpelling).WithMessage(_ => text["Write it in Latin letters."]);

    public const string NotOffered = "Choose from the list.";
}
