using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace TalentHub.Web.Pages.Screening.Applications;

/// <summary>A résumé's text with the passages highlighted on which marks rest; each must-have links to its own (<c>#c7</c>).</summary>
public static class MarkedText
{
    public static IHtmlContent Of(string text, IEnumerable<(long Id, string Passage)> passages)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (var (start, length, id) in passages.Where(p => p.Passage.Length > 0)
                     .Select(p => (Start: text.IndexOf(p.Passage, StringComparison.Ordinal), p.Passage.Length, p.Id))
                     .Where(p => p.Start >= 0).OrderBy(p => p.Start))
        {
            // Two marks on the same words: the first one is drawn.
            if (start < at)
            {
                continue;
            }

            html.Append(text[at..start]);
            html.AppendHtml($"<mark id=\"c{id.ToString(CultureInfo.InvariantCulture)}\">").Append(text.Substring(start, length)).AppendHtml("</mark>");
            at = start + length;
        }

        return html.Append(text[at..]);
    }
}
