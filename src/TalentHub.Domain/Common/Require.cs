namespace TalentHub.Domain.Common;

/// <summary>Checks of arguments that end in a sentence for the person rather than in an error for us.</summary>
public static class Require
{
    private const int EarliestYear = 2000;
    private const int LatestYear = 2099;

    /// <summary>Text that is there and not too long, trimmed.</summary>
    /// <exception cref="DomainException">Empty, or longer than <paramref name="maximum"/>.</exception>
    public static string Text(string? text, Sentence otherwise, int maximum = 4000, string? field = null)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            throw new DomainException(otherwise) { Field = field };
        }

        return AtMost(trimmed, maximum, field)!;
    }

    /// <summary>Text that may be missing but not too long, trimmed; empty becomes null.</summary>
    public static string? AtMost(string? text, int maximum, string? field = null)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            return null;
        }

        return trimmed.Length <= maximum
            ? trimmed
            : throw new DomainException(new Sentence("This is too long: at most {maximum} characters.", ("maximum", maximum))) { Field = field };
    }

    /// <summary>A day that somebody can have meant: 0001-01-01 and 9999-12-31 are slips of the key, and arithmetic with them fails.</summary>
    /// <exception cref="DomainException">Before 2000 or after 2099.</exception>
    public static DateOnly? Sensible(DateOnly? day, string? field = null)
    {
        That(day is null or { Year: >= EarliestYear and <= LatestYear }, "Check the year of this date.", field);
        return day;
    }

    /// <exception cref="DomainException">The condition does not hold.</exception>
    public static void That(bool condition, Sentence otherwise, string? field = null)
    {
        if (!condition)
        {
            throw new DomainException(otherwise) { Field = field };
        }
    }
}
