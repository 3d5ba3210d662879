using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Services.Calendar;

namespace TalentHub.Web.Infrastructure;

/// <summary>Choices that the world gives: time zones, currencies, countries.</summary>
public static class Choices
{
    private static readonly string[] CurrencyCodes =
    [
        "CNY", "USD", "EUR", "GBP", "HKD", "TWD", "SGD", "JPY", "KRW", "INR", "CAD", "AUD", "CHF", "SEK", "AED", "BRL", "IDR", "ILS", "MXN", "MYR", "NZD", "PHP", "PLN", "THB", "VND",
    ];

    /// <summary>Countries in the order of a list, with the money that is paid there and the zone where most companies sit.</summary>
    public static readonly IReadOnlyList<Country> AllCountries =
    [
        new("CN", "CNY", "Asia/Shanghai"), new("US", "USD", "America/Los_Angeles"), new("HK", "HKD", "Asia/Hong_Kong"), new("TW", "TWD", "Asia/Taipei"), new("SG", "SGD", "Asia/Singapore"),
        new("GB", "GBP", "Europe/London"), new("DE", "EUR", "Europe/Berlin"), new("FR", "EUR", "Europe/Paris"), new("CA", "CAD", "America/Toronto"), new("JP", "JPY", "Asia/Tokyo"),
        new("KR", "KRW", "Asia/Seoul"), new("IN", "INR", "Asia/Kolkata"), new("AU", "AUD", "Australia/Sydney"), new("CH", "CHF", "Europe/Zurich"), new("NL", "EUR", "Europe/Amsterdam"),
        new("SE", "SEK", "Europe/Stockholm"), new("IE", "EUR", "Europe/Dublin"), new("ES", "EUR", "Europe/Madrid"), new("IT", "EUR", "Europe/Rome"), new("PL", "PLN", "Europe/Warsaw"),
        new("IL", "ILS", "Asia/Jerusalem"), new("AE", "AED", "Asia/Dubai"), new("BR", "BRL", "America/Sao_Paulo"), new("MX", "MXN", "America/Mexico_City"),
        new("VN", "VND", "Asia/Ho_Chi_Minh"), new("TH", "THB", "Asia/Bangkok"), new("MY", "MYR", "Asia/Kuala_Lumpur"), new("ID", "IDR", "Asia/Jakarta"), new("PH", "PHP", "Asia/Manila"),
        new("NZ", "NZD", "Pacific/Auckland"),
    ];

    /// <summary>The system names countries in its own language, not in the reader's.</summary>
    private static readonly Dictionary<string, string> ChineseNames = new(StringComparer.Ordinal)
    {
        ["CN"] = "中国", ["US"] = "美国", ["HK"] = "中国香港", ["TW"] = "中国台湾", ["SG"] = "新加坡", ["GB"] = "英国", ["DE"] = "德国", ["FR"] = "法国", ["CA"] = "加拿大", ["JP"] = "日本",
        ["KR"] = "韩国", ["IN"] = "印度", ["AU"] = "澳大利亚", ["CH"] = "瑞士", ["NL"] = "荷兰", ["SE"] = "瑞典", ["IE"] = "爱尔兰", ["ES"] = "西班牙", ["IT"] = "意大利", ["PL"] = "波兰",
        ["IL"] = "以色列", ["AE"] = "阿联酋", ["BR"] = "巴西", ["MX"] = "墨西哥", ["VN"] = "越南", ["TH"] = "泰国", ["MY"] = "马来西亚", ["ID"] = "印度尼西亚", ["PH"] = "菲律宾", ["NZ"] = "新西兰",
    };

    private static readonly string[] Common =
        ["Asia/Shanghai", "America/Los_Angeles", "America/New_York", "Europe/London", "Europe/Berlin", "Asia/Singapore", "Asia/Tokyo", "Asia/Hong_Kong"];

    private static readonly Lazy<IReadOnlyList<string>> AllZones = new(() =>
    [
        .. Common,
        .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal) && !id.StartsWith("SystemV/", StringComparison.Ordinal))
            .Except(Common, StringComparer.Ordinal).Order(StringComparer.Ordinal),
        "UTC",
    ]);

    /// <summary>IANA names, the frequent ones first.</summary>
    public static IReadOnlyList<SelectListItem> Zones(Text t) => [.. AllZones.Value.Select(id => new SelectListItem(t.Zone(id), id))];

    /// <summary>One city for every clock that people meet by, from west to east, and the zones that a form holds already: for lists that need not name each town.</summary>
    public static IReadOnlyList<SelectListItem> MeetingZones(Text t, params string?[] held) =>
    [
        .. ZoneNames.Known.Append("UTC").Union(held.OfType<string>().Where(z => TimeZoneInfo.TryFindSystemTimeZoneById(z, out _)), StringComparer.Ordinal)
            .OrderBy(z => TimeZoneInfo.FindSystemTimeZoneById(z).BaseUtcOffset).ThenBy(t.Zone, StringComparer.Ordinal)
            .Select(z => new SelectListItem(t.Zone(z), z)),
    ];

    public static IReadOnlyList<SelectListItem> Currencies() => [.. CurrencyCodes.Select(c => new SelectListItem(c, c))];

    /// <summary>In the reader's language.</summary>
    public static IReadOnlyList<SelectListItem> Countries(Text t) => [.. AllCountries.Select(c => new SelectListItem($"{(t.IsChinese ? ChineseNames[c.Code] : new RegionInfo(c.Code).EnglishName)}{t.Bracketed(c.Code)}", c.Code))];

    /// <summary>What is usual in a country; null for one that is not in the list.</summary>
    public static Country? Country(string? code) => AllCountries.FirstOrDefault(c => c.Code == code);

    public static bool IsZone(string? id) => id is not null && AllZones.Value.Contains(id);

    public static bool IsCurrency(string? code) => CurrencyCodes.Contains(code);

    public static bool IsCountry(string? code) => Country(code) is not null;
}

/// <summary>What is usual in a country.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Zone">IANA name.</param>
public sealed record Country(string Code, string Currency, string Zone);
