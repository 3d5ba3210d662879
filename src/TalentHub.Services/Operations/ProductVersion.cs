using System.Reflection;

namespace TalentHub.Services.Operations;

/// <summary>Which build this is.</summary>
public static class ProductVersion
{
    private const int Most = 60;
    private const int Commit = 8;

    /// <summary>As the build named it, with the first letters of its commit where it knows one: <c>1.0.0+3f2a91bc</c>.</summary>
    public static string Text { get; } = Shorten(typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?");

    private static string Shorten(string version)
    {
        var plus = version.IndexOf('+', StringComparison.Ordinal);
        var text = plus < 0 ? version : version[..Math.Min(version.Length, plus + 1 + Commit)];
        return text.Length <= Most ? text : text[..Most];
    }
}
