using System.Globalization;
using TalentHub.Domain.Common;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Careers;

/// <summary>A salary range as people read one: ¥480,000 – 720,000 a year.</summary>
public static class Pay
{
    public static string Range(Text text, Money from, Money to) =>
        text["{from} – {to} a year", ("from", Amount(from, withSign: true)), ("to", Amount(to, withSign: false))];

    /// <summary>The sign of the currencies we meet often, the code of the others.</summary>
    private static string Amount(Money money, bool withSign)
    {
        var number = money.Amount.ToString("N0", CultureInfo.CurrentCulture);
        if (!withSign)
        {
            return number;
        }

        return money.Currency switch
        {
            "CNY" => "¥" + number,
            "USD" => "$" + number,
            "EUR" => "€" + number,
            "GBP" => "£" + number,
            _ => money.Currency + " " + number,
        };
    }
}
