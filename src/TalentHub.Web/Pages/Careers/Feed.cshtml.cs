using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using TalentHub.Services.Notifications;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Careers;

/// <summary>New jobs as RSS 2.0, which readers and job boards fetch; in the language of the address (?lang=zh-CN) or of the fetcher.</summary>
[OutputCache(PolicyName = CareersCache.Policy)]
public sealed class FeedModel(CareersList careers, Text text, PublicAddress address, CompanyCache company) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var name = (await company.GetAsync(ct))?.Name;
        var content = new MemoryStream();
        await using (var xml = XmlWriter.Create(content, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", text["Jobs at {company}", ("company", name)]);
            xml.WriteElementString("link", address.Of("/careers"));
            xml.WriteElementString("description", text["Every open job, with its pay."]);
            xml.WriteElementString("language", text.Language);
            foreach (var job in await careers.AllAsync(ct))
            {
                Write(xml, job);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return File(content.ToArray(), "application/rss+xml; charset=utf-8");
    }

    private void Write(XmlWriter xml, CareersJob job)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", Clean($"{text.Of(job.Title)} · {text.Of(job.Place)}"));
        xml.WriteElementString("link", address.Of(job.Path));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString($"{job.Number}-{job.LiveSince.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}");
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", job.LiveSince.ToString("r", CultureInfo.InvariantCulture));
        xml.WriteElementString("category", Clean(text.Of(job.Family ?? job.Department)));
        var pay = job.From is null ? string.Empty : Pay.Range(text, job.From, job.To!) + "\n\n";
        xml.WriteElementString("description", Clean(pay + job.Text.In(text.Language).About));
        xml.WriteEndElement();
    }

    /// <summary>Characters that XML does not know are left out; people paste them from anywhere.</summary>
    private static string Clean(string words) => new([.. words.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))]);
}
