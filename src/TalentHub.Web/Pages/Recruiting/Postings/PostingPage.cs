using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Recruiting;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Pages.Careers;

namespace TalentHub.Web.Pages.Recruiting.Postings;

/// <summary>A page about one posting, named by its number in the address.</summary>
public abstract class PostingPage(TalentHubDb db, PostingFactsLoader facts, TimeProvider clock) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = string.Empty;

    protected DateTime Now => clock.GetUtcNow().UtcDateTime;

    protected TalentHubDb Db => db;

    /// <summary>The posting and what it must know; tracked, with the version that the form was filled from.</summary>
    protected async Task<(Posting Posting, PostingFacts Facts)> FindAsync(CancellationToken ct)
    {
        var id = Posting.IdOf(Number);
        var posting = await db.Postings.SingleOrNotFoundAsync(p => p.Id == id, ct);
        if (HttpMethods.IsPost(Request.Method))
        {
            db.Expect(posting, Version);
        }

        return (posting, await facts.LoadAsync(posting, ct));
    }

    /// <summary>Saves and shows the public site as it is now.</summary>
    protected async Task SaveAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        await CareersCache.ForgetAsync(HttpContext, ct);
    }
}
