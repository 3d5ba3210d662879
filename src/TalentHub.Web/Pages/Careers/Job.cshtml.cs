using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Recruiting;
using TalentHub.Services.Notifications;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Careers;

/// <summary>One job as everybody may read it. Found by its number; the words in the address are for people.</summary>
[OutputCache(PolicyName = CareersCache.Policy)]
public sealed class JobModel(CareersList careers, TalentHubDb db, Text text, PublicAddress address, CompanyCache company) : PageModel
{
    public CareersJob? Job { get; private set; }

    public PostingWords Words { get; private set; } = PostingWords.None;

    /// <summary>"en" or "zh-CN": in which the words are written.</summary>
    public string WordsLanguage { get; private set; } = "en";

    /// <summary>The code in the address by which the reader came; handed on to the form.</summary>
    public string? Source { get; private set; }

    /// <summary>A heading in the language of the words around it, which may not be the reader's.</summary>
    public string Heading(string english) => WordsLanguage == "en" ? english : Infrastructure.Text.ChineseTexts.GetValueOrDefault(english, english);

    public string Canonical => address.Of(Job!.Path);

    public IHtmlContent Structured { get; private set; } = HtmlString.Empty;

    public async Task<IActionResult> OnGetAsync(string number, string? src, CancellationToken ct)
    {
        var id = Posting.IdOf(number);
        Job = (await careers.AllAsync(ct)).FirstOrDefault(j => j.Id == id);
        if (Job is null)
        {
            return await GoneAsync(id, ct);
        }

        Source = SourceCode.Clean(src);
        Words = Job.Text.In(text.Language);
        WordsLanguage = Job.IsIn(text.Language) ? text.Language : text.IsChinese ? "en" : "zh-CN";
        Structured = JobPostingData.Of(Job, Words, WordsLanguage, text.Of((await company.GetAsync(ct))?.Name), Canonical);
        return Page();
    }

    /// <summary>A job that was public once says that it is over; one that never was is not there.</summary>
    private async Task<IActionResult> GoneAsync(long? id, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        if (!await db.Postings.AnyAsync(p => p.Id == id && p.Kind == PostingKind.External && p.LiveSince != null, ct))
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
