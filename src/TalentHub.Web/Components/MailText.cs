using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace TalentHub.Web.Components;

/// <summary>The text of a mail as it is shown here: what leads to our own pages can be followed, an address that somebody wrote into a name cannot.</summary>
public static partial class MailText
{
    /// <param name="own">Where our own links begin: "https://talent.example.com/".</param>
    public static IHtmlContent Of(string body, string own)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (Match link in Address().Matches(body))
        {
            if (!link.Value.StartsWith(own, StringComparison.Ordinal))
            {
                continue;
            }

            html.Append(body[at..link.Index]).AppendHtml("<a rel=\"noreferrer\" href=\"").Append(link.Value).AppendHtml("\">").Append(link.Value).AppendHtml("</a>");
            at = link.Index + link.Length;
        }

        return html.Append(body[at..]);
    }

    [GeneratedRegex(@"https?://[^\s<>""，。；]+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
