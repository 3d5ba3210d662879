using System.Globalization;

namespace TalentHub.Services.Notifications;

/// <summary>Days in a mail as its reader writes them: 4 December 2026, 2026年12月4日.</summary>
public static class MailDays
{
    public static string Day(DateOnly day, string language) => day.ToString(IsChinese(language) ? "yyyy年M月d日" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Moment(DateTime local, string language) => local.ToString(IsChinese(language) ? "yyyy年M月d日 HH:mm" : "d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private static bool IsChinese(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
}
