namespace TalentHub.Services.Calendar;

/// <summary>Time zones as people name them: by a city that they know.</summary>
public static class ZoneNames
{
    private const string China = "Asia/Shanghai";

    private static readonly Dictionary<string, string> ChineseCities = new(StringComparer.Ordinal)
    {
        [China] = "北京、上海", ["America/Los_Angeles"] = "洛杉矶", ["America/New_York"] = "纽约", ["Europe/London"] = "伦敦", ["Europe/Berlin"] = "柏林",
        ["Asia/Singapore"] = "新加坡", ["Asia/Tokyo"] = "东京", ["Asia/Hong_Kong"] = "香港", ["Asia/Taipei"] = "台北", ["Asia/Seoul"] = "首尔", ["Asia/Kolkata"] = "加尔各答",
        ["Asia/Dubai"] = "迪拜", ["America/Chicago"] = "芝加哥", ["America/Denver"] = "丹佛", ["America/Toronto"] = "多伦多", ["America/Sao_Paulo"] = "圣保罗", ["Australia/Sydney"] = "悉尼",
        ["Europe/Amsterdam"] = "阿姆斯特丹", ["Europe/Dublin"] = "都柏林", ["Europe/Paris"] = "巴黎", ["Europe/Stockholm"] = "斯德哥尔摩", ["Europe/Zurich"] = "苏黎世",
        ["Europe/Madrid"] = "马德里", ["Europe/Rome"] = "罗马", ["Europe/Warsaw"] = "华沙", ["Europe/Helsinki"] = "赫尔辛基", ["Europe/Istanbul"] = "伊斯坦布尔", ["Europe/Moscow"] = "莫斯科",
        ["Asia/Jerusalem"] = "耶路撒冷", ["Asia/Riyadh"] = "利雅得", ["Asia/Tehran"] = "德黑兰", ["Asia/Karachi"] = "卡拉奇", ["Asia/Kathmandu"] = "加德满都", ["Asia/Dhaka"] = "达卡",
        ["Asia/Bangkok"] = "曼谷", ["Asia/Ho_Chi_Minh"] = "胡志明市", ["Asia/Jakarta"] = "雅加达", ["Asia/Kuala_Lumpur"] = "吉隆坡", ["Asia/Manila"] = "马尼拉", ["Pacific/Auckland"] = "奥克兰",
        ["Pacific/Honolulu"] = "檀香山", ["America/Anchorage"] = "安克雷奇", ["America/Mexico_City"] = "墨西哥城", ["America/Halifax"] = "哈利法克斯", ["America/Argentina/Buenos_Aires"] = "布宜诺斯艾利斯",
        ["Africa/Lagos"] = "拉各斯", ["Africa/Cairo"] = "开罗", ["Africa/Johannesburg"] = "约翰内斯堡", ["Africa/Nairobi"] = "内罗毕",
    };

    /// <summary>The zones that we have a Chinese name for: one city for every clock that people meet by.</summary>
    public static IReadOnlyCollection<string> Known => ChineseCities.Keys;

    /// <summary>The city of a zone in Chinese, for the frequent ones.</summary>
    public static string? ChineseCity(string zone) => ChineseCities.GetValueOrDefault(zone);

    /// <summary>The city in the reader's language, or in English where we have no Chinese name.</summary>
    public static string City(string zone, bool inChinese) => (inChinese ? ChineseCity(zone) : null) ?? zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>Behind an hour: "Los Angeles time", "北京时间".</summary>
    public static string Time(string zone, bool inChinese) =>
        !zone.Contains('/', StringComparison.Ordinal) ? zone
        : !inChinese ? City(zone, inChinese: false) + " time"
        : zone == China ? "北京时间"
        : ChineseCity(zone) is { } known ? known + "时间"
        : City(zone, inChinese: false) + " 时间";
}
