using System.Text.RegularExpressions;
using AngleSharp.Dom;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Attack;

/// <summary>What no answer may be, whatever was asked.</summary>
public static partial class HostileJudge
{
    /// <summary>Longer than this somebody could keep the program busy with.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly string[] Addresses = ["href", "src", "action", "formaction", "hx-get", "hx-post", "poster", "data", "xlink:href"];

    public static IEnumerable<string> Faults(TestPage page, TimeSpan took)
    {
        var status = (int)page.Status;
        if (status >= 500)
        {
            yield return $"{status}";
        }

        if (took > Longest)
        {
            yield return $"{took.TotalSeconds:0} s";
        }

        if (Inside().Match(page.Html) is { Success: true } told)
        {
            yield return $"tells “{told.Value}”";
        }

        if (page.Response.Headers.Contains("X-Evil") || (page.Response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("evil", StringComparison.Ordinal))))
        {
            yield return "a header of the sender's";
        }

        if (page.Location is { } location && !IsOurs(location))
        {
            yield return $"leads to {location}";
        }

        if (page.Response.Content.Headers.ContentType?.MediaType != "text/html")
        {
            if (!page.Response.Headers.TryGetValues("X-Content-Type-Options", out _) && page.Html.Length > 0)
            {
                yield return "no HTML, and a browser may take it for some";
            }

            yield break;
        }

        if (!page.Response.Headers.TryGetValues("Content-Security-Policy", out var policies) || !policies.Any(p => p.Contains("script-src 'self'", StringComparison.Ordinal)))
        {
            yield return "no policy";
        }

        foreach (var running in page.Document.All.SelectMany(Runs))
        {
            yield return $"runs {running[..Math.Min(200, running.Length)]}";
        }
    }

    private static bool IsOurs(string location) =>
        (location is ['/', ..] and not ['/', '/' or '\\', ..]) || location.StartsWith("https://localhost/", StringComparison.Ordinal) || location is ['?', ..];

    /// <summary>What a browser would run, or load from elsewhere, were there no policy.</summary>
    private static IEnumerable<string> Runs(IElement element)
    {
        var tag = element.LocalName;
        if ((tag == "script" && !(element.GetAttribute("src") is ['/', not '/', ..] || element.GetAttribute("type") is "application/ld+json" or "application/json"))
            || tag is "iframe" or "object" or "embed" or "base" or "applet" or "style" or "frame" or "foreignobject"
            || (tag == "meta" && element.HasAttribute("http-equiv")))
        {
            yield return element.OuterHtml;
        }

        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc"
                || (Addresses.Contains(attribute.Name) && Scheme().IsMatch(attribute.Value)))
            {
                yield return $"<{tag} {attribute.Name}=\"{attribute.Value}\">";
            }
        }
    }

    /// <summary>How the program looks inside.</summary>
    [GeneratedRegex(@"(?<=\n|^)\s+at [\w.]+\.[\w<>`]+\(|System\.\w+Exception|Microsoft\.(AspNetCore|EntityFrameworkCore|Data)\.[A-Z]|SqliteException|SQLite Error|TalentHub\.(Web|Data|Services|Domain)\.[A-Z]\w+\.|\.cs:line \d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inside();

    [GeneratedRegex(@"^[\s\x00-\x1f]*(j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data)\s*:(?!image/)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scheme();
}
