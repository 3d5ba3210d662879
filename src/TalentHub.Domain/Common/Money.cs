using System.Globalization;

namespace TalentHub.Domain.Common;

/// <summary>An exact amount: minor units (cents, fen; whole yen) and an ISO 4217 currency. Adding two currencies throws.</summary>
public sealed record Money
{
    private Money()
    {
        Currency = "USD";
    }

    /// <param name="minorUnits">Cents or fen. May be negative for a correction.</param>
    /// <param name="currency">ISO 4217, three capital letters.</param>
    public Money(long minorUnits, string currency)
    {
        Require.That(currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper), "Choose a currency.", "Currency");
        MinorUnits = minorUnits;
        Currency = currency;
    }

    public long MinorUnits { get; private init; }

    public string Currency { get; private init; }

    /// <summary>The amount in whole units, for display and statistics only.</summary>
    public decimal Amount => MinorUnits / (decimal)Math.Pow(10, Digits(Currency));

    public static Money Of(decimal amount, string currency) =>
        new((long)decimal.Round(amount * (decimal)Math.Pow(10, Digits(currency)), 0, MidpointRounding.ToEven), currency);

    public static Money operator +(Money left, Money right) => new(checked(left.MinorUnits + Same(left, right).MinorUnits), left.Currency);

    public static Money operator -(Money left, Money right) => new(checked(left.MinorUnits - Same(left, right).MinorUnits), left.Currency);

    public static Money operator *(Money left, int times) => new(checked(left.MinorUnits * times), left.Currency);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Currency} {Amount:N0}");

    /// <summary>Decimal places of a currency (ISO 4217): 2 for most, 0 for yen, won and dong.</summary>
    public static int Digits(string currency) => currency is "JPY" or "KRW" or "VND" ? 0 : 2;

    private static Money Same(Money left, Money right) =>
        left.Currency == right.Currency ? right : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be added.");
}
