namespace TalentHub.Domain.Common;

/// <summary>Checks of arguments that end in a sentence for the person rather than in an error for us.</summary>
public static class Require
{
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

    /// <summary>A day, if there is one, that somebody can have meant.</summary>
    /// <exception cref="DomainException">Outside of the range.</exception>
    public static DateOnly? Within(DayRange range, DateOnly? day, string? field = null)
    {
        That(day is not { } given || range.Contains(given), range.Says, field);
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
