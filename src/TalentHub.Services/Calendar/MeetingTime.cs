using System.Globalization;

namespace TalentHub.Services.Calendar;

/// <summary>A time as a reader needs it in a mail: weekday, day, hour and the zone it is meant in.</summary>
public static class MeetingTime
{
    public static string Text(DateTime utc, string zone, string language)
    {
        var local = Clock.LocalIn(utc, zone);
        return IsChinese(language)
            ? string.Create(CultureInfo.GetCultureInfo("zh-CN"), $"{local:yyyy年M月d日 dddd HH:mm}（{ZoneNames.Time(zone, inChinese: true)}）")
            : string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{local:dddd, d MMMM yyyy, HH:mm} ({ZoneNames.Time(zone, inChinese: false)})");
    }

    private static bool IsChinese(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
}
