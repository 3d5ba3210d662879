using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Pages.Careers;

namespace TalentHub.Web.Pages.Recruiting.Openings;

/// <summary>One opening as colleagues read it, and applying for it: no name or address is asked, the house knows them.</summary>
[TooBigUpload]
[RequestTimeout(Limits.Long)]
public sealed class DetailsModel(TalentHubDb db, ApplyAsColleague apply) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = string.Empty;

    [BindProperty]
    public ColleagueInput Input { get; set; } = new();

    /// <summary>The upload was refused before it was read.</summary>
    [FromQuery(Name = TooBigUpload.Key)]
    public bool WasTooBig { get; set; }

    public Posting Posting { get; private set; } = null!;

    public PostingWords Words { get; private set; } = PostingWords.None;

    /// <summary>They have applied already: since when.</summary>
    public DateTime? AppliedAt { get; private set; }

    public Task OnGetAsync(CancellationToken ct)
    {
        Response.StatusCode = WasTooBig ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status200OK;
        return LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        foreach (var refusal in Apply.Answers(Posting, Input.Answers).Refused)
        {
            ModelState.AddModelError("Input." + refusal.Field, string.Join(' ', refusal.Sentences.Select(T.Of)));
        }

        if (Input.Letter?.Trim().Length > JobApplication.LetterLength)
        {
            ModelState.AddModelError("Input.Letter", T["This is too long: at most {maximum} characters.", ("maximum", JobApplication.LetterLength)]);
        }

        if (!ModelState.IsValid)
        {
            return await InvalidAsync(ct);
        }

        await using var file = Input.File?.OpenReadStream();
        await apply.SendAsync(Posting.Id, Me, Input.Letter, Input.Answers, file, Input.File?.FileName, ct);
        return Done("The recruiter has your application.", $"/openings/{Posting.Number}");
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        var id = Posting.IdOf(Number);
        Posting = await db.Postings.AsNoTracking().SingleOrNotFoundAsync(p => p.Id == id && p.State == PostingState.Live, ct);
        Words = Posting.Text.In(T.Language);
        using var reading = db.ReadingAsSystem();
        AppliedAt = await db.Applications.AsNoTracking().Where(a => a.PersonId == Me.PersonId && a.RequisitionId == Posting.RequisitionId && a.EndedAt == null)
            .Select(a => (DateTime?)a.AppliedAt).FirstOrDefaultAsync(ct);
    }

    public sealed class ColleagueInput
    {
        public string? Letter { get; set; }

        public Dictionary<string, string?> Answers { get; set; } = [];

        public IFormFile? File { get; set; }
    }
}
