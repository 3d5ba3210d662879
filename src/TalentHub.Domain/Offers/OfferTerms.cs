using TalentHub.Domain.Common;

namespace TalentHub.Domain.Offers;

/// <summary>What is promised, as somebody wrote it down; becomes an <see cref="OfferVersion"/>.</summary>
/// <param name="BaseAnnual">Fixed pay for a year.</param>
/// <param name="BonusAnnual">Target bonus for a year.</param>
/// <param name="SignOn">Paid once on joining.</param>
/// <param name="ExpiresOn">The last day on which the candidate can answer.</param>
/// <param name="Zone">IANA name of the place: where that day ends.</param>
/// <param name="Language">"en" or "zh-CN": of the letter and the candidate's page.</param>
public sealed record OfferTerms(
    Money BaseAnnual, Money? BonusAnnual, Money? SignOn, EquityTerms? Equity, DateOnly StartsOn, DateOnly ExpiresOn, string Zone,
    IReadOnlyList<Bilingual> Clauses, string Language)
{
    public const int MaximumClauses = 20;
    public const int ClauseLength = 2000;

    /// <summary>The instant at which a day ends in a place.</summary>
    public static DateTime EndOf(DateOnly day, string zone)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        return TimeZoneInfo.ConvertTimeToUtc(place.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight, place);
    }

    /// <exception cref="DomainException">Something in it cannot be promised.</exception>
    internal void Check()
    {
        Require.That(BaseAnnual.MinorUnits > 0, "Say what the base pay is.", "BaseAnnual");
        Require.That(
            (BonusAnnual?.MinorUnits ?? 0) >= 0 && (SignOn?.MinorUnits ?? 0) >= 0, "An amount cannot be below zero.", "BonusAnnual");
        Require.That(
            new[] { BonusAnnual, SignOn }.All(m => m is null || m.Currency == BaseAnnual.Currency), "All amounts of an offer are in one currency.", "Currency");
        Require.That(Clauses.Count <= MaximumClauses, new Sentence("An offer has at most {maximum} clauses.", ("maximum", MaximumClauses)), "Clauses");
        Require.That(
            Clauses.All(c => c.En.Length <= ClauseLength && c.Zh.Length <= ClauseLength),
            new Sentence("This is too long: at most {maximum} characters.", ("maximum", ClauseLength)), "Clauses");
        Require.That(ExpiresOn <= StartsOn, "The offer must expire before the start date.", "ExpiresOn");
        Require.That(TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _), "This time zone is not known.", "Zone");
    }
}
