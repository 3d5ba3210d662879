using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace TalentHub.Web.Infrastructure;

/// <summary>Choices that the world gives: time zones, currencies, countries.</summary>
public static class Choices
{
    private static readonly string[] CurrencyCodes = ["CNY", "USD", "EUR", "GBP", "HKD", "TWD", "SGD", "JPY", "KRW", "INR", "CAD", "AUD", "CHF", "SEK", "AED"];

    private static readonly string[] CountryCodes =
        ["CN", "US", "HK", "TW", "SG", "GB", "DE", "FR", "CA", "JP", "KR", "IN", "AU", "CH", "NL", "SE", "IE", "ES", "IT", "PL", "IL", "AE", "BR", "MX", "VN", "TH", "MY", "ID", "PH", "NZ"];

    private static readonly string[] Common =
        ["Asia/Shanghai", "America/Los_Angeles", "America/New_York", "Europe/London", "Europe/Berlin", "Asia/Singapore", "Asia/Tokyo", "Asia/Hong_Kong"];

    private static readonly Lazy<IReadOnlyList<string>> AllZones = new(() =>
    [
        .. Common,
        .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal) && !id.StartsWith("SystemV/", StringComparison.Ordinal))
            .Except(Common, StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ]);

    /// <summary>IANA names, the frequent ones first.</summary>
    public static IReadOnlyList<SelectListItem> Zones() => [.. AllZones.Value.Select(id => new SelectListItem(id.Replace('_', ' '), id))];

    public static IReadOnlyList<SelectListItem> Currencies() => [.. CurrencyCodes.Select(c => new SelectListItem(c, c))];

    /// <summary>In the reader's language, as the system names them.</summary>
    public static IReadOnlyList<SelectListItem> Countries() => [.. CountryCodes.Select(c => new SelectListItem($"{new RegionInfo(c).DisplayName} ({c})", c))];

    public static bool IsZone(string? id) => id is not null && AllZones.Value.Contains(id);

    public static bool IsCurrency(string? code) => CurrencyCodes.Contains(code);

    public static bool IsCountry(string? code) => CountryCodes.Contains(code);
}
