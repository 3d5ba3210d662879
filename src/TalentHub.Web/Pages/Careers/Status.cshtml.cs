using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Services.Access;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Careers;

/// <summary>The candidate's own page: where the application truly stands, what comes next, add a file, withdraw. Opened by a signed link, never by a search engine.</summary>
[TooBigUpload]
[EnableRateLimiting(OpenForms.Policy)]
public sealed class StatusModel(SignedLinks links, CandidateStatus status) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = string.Empty;

    [BindProperty(Name = "File")]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public FileKind Kind { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty(SupportsGet = true, Name = TooBigUpload.Key)]
    public bool WasTooBig { get; set; }

    /// <summary>Null while the link does not open.</summary>
    public StatusView? View { get; private set; }

    /// <summary>Null for a link that never was: altered, or cut off in a mail.</summary>
    public LinkProblem? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (View is null)
        {
            Response.StatusCode = Problem is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        }
        else if (WasTooBig)
        {
            Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }

        return Page();
    }

    /// <summary>Adds a file to the application.</summary>
    public async Task<IActionResult> OnPostFileAsync(CancellationToken ct)
    {
        var link = await OpenAsync(ct);
        if (Upload is null)
        {
            ModelState.AddModelError("File", T["Choose a file first."]);
            return await InvalidAsync(ct);
        }

        await using var content = Upload.OpenReadStream();
        var kind = Kind is FileKind.Resume or FileKind.CoverLetter or FileKind.WorkSample or FileKind.Certificate ? Kind : FileKind.Other;
        await status.AddFileAsync(link, content, Upload.FileName, kind, ct);
        return Back("We have your file.");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        var link = await OpenAsync(ct);
        await status.WithdrawAsync(link, Reason, ct);
        return Back("You have withdrawn your application. Thank you for telling us.");
    }

    /// <summary>An expired link asks for a new one, which goes by mail to the address on record.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken ct)
    {
        if (await links.FindAsync(Token, LinkPurpose.CandidateStatus, ct) is { Problem: LinkProblem.Expired } found)
        {
            await status.SendLinkAsync(found.Link.SubjectId, ct);
        }

        return LocalRedirect("/careers/link?sent=true");
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        HttpContext.Items[SecurityHeaders.SecretAddress] = true;
        var found = await links.FindAsync(Token, LinkPurpose.CandidateStatus, ct);
        Problem = found?.Problem;
        View = found is { Opens: true } ? await status.ViewAsync(found.Link, ct) : null;
    }

    private async Task<SignedLink> OpenAsync(CancellationToken ct) =>
        await links.FindAsync(Token, LinkPurpose.CandidateStatus, ct) is { Opens: true } found ? found.Link : throw new NotFoundException();

    /// <summary>The address holds the token, so it is not written into the form's receipt.</summary>
    private LocalRedirectResult Back(Sentence says)
    {
        TempData["toast"] = T.Of(says);
        return LocalRedirect("/c/" + Token);
    }
}
