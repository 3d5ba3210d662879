using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace TalentHub.Web.Infrastructure;

/// <summary>Choices that the world gives: time zones, currencies, countries.</summary>
public static class Choices
{
    private static readonly string[] CurrencyCodes = ["CNY", "USD", "EUR", "GBP", "HKD", "TWD", "SGD", "JPY", "KRW", "INR", "CAD", "AUD", "CHF", "SEK", "AED"];

    private static readonly string[] CountryCodes =
        ["CN", "US", "HK", "TW", "SG", "GB", "DE", "FR", "CA", "JP", "KR", "IN", "AU", "CH", "NL", "SE", "IE", "ES", "IT", "PL", "IL", "AE", "BR", "MX", "VN", "TH", "MY", "ID", "PH", "NZ"];

    /// <summary>The system names countries in its own language, not in the reader's.</summary>
    private static readonly Dictionary<string, string> ChineseNames = new(StringComparer.Ordinal)
    {
        ["CN"] = "中国", ["US"] = "美国", ["HK"] = "中国香港", ["TW"] = "中国台湾", ["SG"] = "新加坡", ["GB"] = "英国", ["DE"] = "德国", ["FR"] = "法国", ["CA"] = "加拿大", ["JP"] = "日本",
        ["KR"] = "韩国", ["IN"] = "印度", ["AU"] = "澳大利亚", ["CH"] = "瑞士", ["NL"] = "荷兰", ["SE"] = "瑞典", ["IE"] = "爱尔兰", ["ES"] = "西班牙", ["IT"] = "意大利", ["PL"] = "波兰",
        ["IL"] = "以色列", ["AE"] = "阿联酋", ["BR"] = "巴西", ["MX"] = "墨西哥", ["VN"] = "越南", ["TH"] = "泰国", ["MY"] = "马来西亚", ["ID"] = "印度尼西亚", ["PH"] = "菲律宾", ["NZ"] = "新西兰",
    };

    private static readonly Dictionary<string, string> ChineseCities = new(StringComparer.Ordinal)
    {
        ["Asia/Shanghai"] = "北京、上海", ["America/Los_Angeles"] = "洛杉矶", ["America/New_York"] = "纽约", ["Europe/London"] = "伦敦", ["Europe/Berlin"] = "柏林",
        ["Asia/Singapore"] = "新加坡", ["Asia/Tokyo"] = "东京", ["Asia/Hong_Kong"] = "香港", ["Asia/Taipei"] = "台北", ["Asia/Seoul"] = "首尔", ["Asia/Kolkata"] = "加尔各答",
        ["Asia/Dubai"] = "迪拜", ["America/Chicago"] = "芝加哥", ["America/Denver"] = "丹佛", ["America/Toronto"] = "多伦多", ["America/Sao_Paulo"] = "圣保罗", ["Australia/Sydney"] = "悉尼",
        ["Europe/Amsterdam"] = "阿姆斯特丹", ["Europe/Dublin"] = "都柏林", ["Europe/Paris"] = "巴黎", ["Europe/Stockholm"] = "斯德哥尔摩", ["Europe/Zurich"] = "苏黎世",
    };

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
    public static IReadOnlyList<SelectListItem> Zones(Text t) => [.. AllZones.Value.Select(id => new SelectListItem(t.Zone(id), id))];

    /// <summary>The city of a zone in Chinese, for the frequent ones.</summary>
    public static string? ChineseCity(string zone) => ChineseCities.GetValueOrDefault(zone);

    public static IReadOnlyList<SelectListItem> Currencies() => [.. CurrencyCodes.Select(c => new SelectListItem(c, c))];

    /// <summary>In the reader's language.</summary>
    public static IReadOnlyList<SelectListItem> Countries(Text t) => [.. CountryCodes.Select(c => new SelectListItem($"{(t.IsChinese ? ChineseNames[c] : new RegionInfo(c).EnglishName)} ({c})", c))];

    public static bool IsZone(string? id) => id is not null && AllZones.Value.Contains(id);

    public static bool IsCurrency(string? code) => CurrencyCodes.Contains(code);

    public static bool IsCountry(string? code) => CountryCodes.Contains(code);
}
