using System.Globalization;
using TalentHub.Domain.Common;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Careers;

/// <summary>A salary range as people read one: CNY 480,000 – 720,000 a year; in Chinese ¥480,000.</summary>
public static class Pay
{
    public static string Range(Text text, Money from, Money to) =>
        text["{from} – {to} a year", ("from", text.Money(from)), ("to", to.Amount.ToString("N0", CultureInfo.CurrentCulture))];
}
