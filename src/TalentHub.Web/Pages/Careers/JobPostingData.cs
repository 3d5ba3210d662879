using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using TalentHub.Domain.Recruiting;
using TalentHub.Services.Recruiting;

namespace TalentHub.Web.Pages.Careers;

/// <summary>A job as search engines and job boards read it: schema.org JobPosting in JSON-LD, a data block that no browser runs.</summary>
public static class JobPostingData
{
    public static IHtmlContent Of(CareersJob job, PostingWords words, string language, string company, string url)
    {
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org/",
            ["@type"] = "JobPosting",
            ["title"] = job.Title.In(language),
            ["description"] = Description(words),
            ["inLanguage"] = language,
            ["identifier"] = new JsonObject { ["@type"] = "PropertyValue", ["name"] = company, ["value"] = job.Number },
            ["datePosted"] = job.LiveSince.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["employmentType"] = "FULL_TIME",
            ["directApply"] = true,
            ["url"] = url,
            ["hiringOrganization"] = new JsonObject { ["@type"] = "Organization", ["name"] = company },
            ["jobLocation"] = new JsonObject
            {
                ["@type"] = "Place",
                ["address"] = new JsonObject { ["@type"] = "PostalAddress", ["addressLocality"] = job.Place.In(language), ["addressCountry"] = job.Country },
            },
        };
        if (job.ClosesOn is { } last)
        {
            data["validThrough"] = last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T23:59";
        }

        if (job.From is { } from && job.To is { } to)
        {
            data["baseSalary"] = new JsonObject
            {
                ["@type"] = "MonetaryAmount",
                ["currency"] = from.Currency,
                ["value"] = new JsonObject { ["@type"] = "QuantitativeValue", ["minValue"] = from.Amount, ["maxValue"] = to.Amount, ["unitText"] = "YEAR" },
            };
        }

        // The default encoder writes <, > and & as \u003C …: nothing in it can end the block.
        return new HtmlString(data.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Default }));
    }

    /// <summary>The text as simple markup, which the format asks for.</summary>
    private static string Description(PostingWords words)
    {
        var html = new StringBuilder();
        html.Append("<p>").Append(HtmlEncoder.Default.Encode(words.About)).Append("</p>");
        foreach (var part in new[] { words.Doing, words.Bringing, words.Offering }.Where(p => p.Length > 0))
        {
            html.Append("<ul>").AppendJoin(string.Empty, PostingWords.Points(part).Select(point => $"<li>{HtmlEncoder.Default.Encode(point)}</li>")).Append("</ul>");
        }

        return html.ToString();
    }
}
