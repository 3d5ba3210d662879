using TalentHub.Domain.Common;

namespace TalentHub.Domain.Offers;

/// <summary>A part of the terms that can differ between two versions.</summary>
public enum OfferPart
{
    Base,
    Bonus,
    SignOn,
    Equity,
    Vesting,
    StartDate,
    Expiry,
    Clauses,
    Language,
}

/// <summary>One part that differs: what it was, and what it is. Values are <see cref="Money"/>, days, <see cref="EquityTerms"/>, lists or text; null for nothing.</summary>
public sealed record OfferDifference(OfferPart Part, object? Before, object? After)
{
    /// <summary>What an approver reads first: every part in which the later version differs, in the order of the letter.</summary>
    public static IReadOnlyList<OfferDifference> Between(OfferVersion before, OfferVersion after)
    {
        var found = new List<OfferDifference>();
        Compare(OfferPart.Base, before.BaseAnnual, after.BaseAnnual);
        Compare(OfferPart.Bonus, before.BonusAnnual, after.BonusAnnual);
        Compare(OfferPart.SignOn, before.SignOn, after.SignOn);
        if (!SameGrant(before.Equity, after.Equity))
        {
            found.Add(new OfferDifference(OfferPart.Equity, before.Equity, after.Equity));
        }
        else if (!SameVesting(before.Equity, after.Equity))
        {
            found.Add(new OfferDifference(OfferPart.Vesting, before.Equity, after.Equity));
        }

        Compare(OfferPart.StartDate, before.StartsOn, after.StartsOn);
        Compare(OfferPart.Expiry, before.ExpiresOn, after.ExpiresOn);
        if (!before.Clauses.SequenceEqual(after.Clauses))
        {
            found.Add(new OfferDifference(OfferPart.Clauses, before.Clauses, after.Clauses));
        }

        Compare(OfferPart.Language, before.Language, after.Language);
        return found;

        void Compare(OfferPart part, object? one, object? other)
        {
            if (!Equals(one, other))
            {
                found.Add(new OfferDifference(part, one, other));
            }
        }
    }

    private static bool SameGrant(EquityTerms? one, EquityTerms? other) =>
        (one is null && other is null)
        || (one is not null && other is not null && one.Instrument == other.Instrument && one.Units == other.Units && Equals(one.StrikePrice, other.StrikePrice));

    private static bool SameVesting(EquityTerms? one, EquityTerms? other) =>
        one is null || other is null || (one.CliffMonths == other.CliffMonths && one.Lines.SequenceEqual(other.Lines));
}
