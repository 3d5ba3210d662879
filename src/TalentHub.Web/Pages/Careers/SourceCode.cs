using TalentHub.Domain.Recruiting;

namespace TalentHub.Web.Pages.Careers;

/// <summary>The code of a source link in an address: ?src=k7f2.</summary>
public static class SourceCode
{
    public const string Key = "src";

    /// <summary>The code if it has the form of one, else null: whatever stands there goes back into a page.</summary>
    public static string? Clean(string? typed)
    {
        var code = typed?.Trim();
        return code is { Length: > 0 and <= SourceLink.CodeLength } && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? code.ToLowerInvariant() : null;
    }

    public static string In(string? code) => code is null ? string.Empty : $"?{Key}={code}";
}
