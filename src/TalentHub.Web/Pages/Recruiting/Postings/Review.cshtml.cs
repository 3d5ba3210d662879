using Microsoft.AspNetCore.Mvc;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Recruiting.Postings;

/// <summary>Refers a posting back, with a comment at each field that needs one.</summary>
public sealed class ReviewModel(TalentHubDb db, PostingFactsLoader facts, TimeProvider clock) : PostingPage(db, facts, clock)
{
    /// <summary>Comments by field.</summary>
    [BindProperty]
    public Dictionary<string, string?> Comments { get; set; } = [];

    public Posting Posting { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        foreach (var (field, text) in Comments.Where(c => c.Value?.Trim().Length > ReviewComment.TextLength))
        {
            ModelState.AddModelError($"Comments[{field}]", T["This is too long: at most {maximum} characters.", ("maximum", ReviewComment.TextLength)]);
        }

        if (!ModelState.IsValid)
        {
            return await InvalidAsync(ct);
        }

        var (posting, known) = await FindAsync(ct);
        var comments = ReviewFields.All.Select(f => (f.Field, Text: Comments.GetValueOrDefault(f.Field)))
            .Where(c => !string.IsNullOrWhiteSpace(c.Text)).Select(c => new ReviewComment(c.Field, c.Text)).ToList();
        Require.That(comments.Count > 0, "Say at least once what should change.", $"Comments[{ReviewFields.All[0].Field}]");
        posting.ReferBack(Me, Now, known, comments);
        await SaveAsync(ct);
        return Done("Referred back with your comments.", Links.Posting(posting.Id));
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        (Posting, _) = await FindAsync(ct);
        Shows(Posting.Version);
    }
}
