using TalentHub.Domain.Common;

namespace TalentHub.Domain.Offers;

/// <summary>What the equity is.</summary>
public enum EquityInstrument
{
    /// <summary>The right to buy at the strike price.</summary>
    Options,

    /// <summary>Units that turn into shares when they vest.</summary>
    RestrictedUnits,
}

/// <summary>One stretch of vesting: over so many months, this share of the grant, in equal monthly steps.</summary>
/// <param name="Months">Length of the stretch, which begins where the one before it ended.</param>
/// <param name="Share">Fraction of the grant, above 0 and at most 1; all lines together make 1.</param>
public sealed record VestingLine(int Months, decimal Share);

/// <summary>The equity part of an offer: how many units of what, and how they become the person's own.</summary>
public sealed class EquityTerms
{
    public const int MaximumLines = 8;
    public const int MaximumMonths = 120;
    public const long MaximumUnits = 1_000_000_000;

    /// <exception cref="DomainException">No units, shares that do not make a whole, or a cliff after the end.</exception>
    public EquityTerms(EquityInstrument instrument, long units, Money? strikePrice, int cliffMonths, IReadOnlyList<VestingLine> lines)
    {
        Instrument = instrument;
        Units = units;
        StrikePrice = strikePrice;
        CliffMonths = cliffMonths;
        Lines = [.. lines];
        Require.That(units is > 0 and <= MaximumUnits, "Say how many units are granted.", "Units");
        Require.That(strikePrice is null || strikePrice.MinorUnits >= 0, "An amount cannot be below zero.", "StrikePrice");
        Require.That(Lines.Count is > 0 and <= MaximumLines, new Sentence("Vesting has one to {maximum} lines.", ("maximum", MaximumLines)), "Vesting");
        Require.That(Lines.All(l => l.Months > 0 && l.Share > 0), "Each vesting line needs months and a share above zero.", "Vesting");
        Require.That(Lines.Sum(l => l.Share) == 1m, "The shares of the vesting lines must make 100 % together.", "Vesting");
        Require.That(Months <= MaximumMonths, new Sentence("Vesting ends after {maximum} months at the latest.", ("maximum", MaximumMonths)), "Vesting");
        Require.That(cliffMonths >= 0 && cliffMonths <= Months, "The cliff lies within the vesting time.", "CliffMonths");
    }

    public EquityInstrument Instrument { get; }

    public long Units { get; }

    /// <summary>Per unit, for options; null where it is set at the grant.</summary>
    public Money? StrikePrice { get; }

    /// <summary>Nothing vests before this month; then all that had gathered until it at once. 0 for none.</summary>
    public int CliffMonths { get; }

    public IReadOnlyList<VestingLine> Lines { get; }

    public int Months => Lines.Sum(l => l.Months);
}
