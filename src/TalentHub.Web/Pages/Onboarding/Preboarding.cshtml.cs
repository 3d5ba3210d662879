using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TalentHub.Domain.Common;
using TalentHub.Domain.Onboarding;
using TalentHub.Services.Documents;
using TalentHub.Services.Onboarding;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;
using TalentHub.Web.Pages.Careers;

namespace TalentHub.Web.Pages.Onboarding;

/// <summary>The hire's own page before day one, opened by the link we sent.</summary>
[TooBigUpload]
[RequestTimeout(Limits.Long)]
[EnableRateLimiting(OpenForms.Policy)]
public sealed class PreboardingModel(OwnStart start, FileStore files) : FormPage
{
    [FromRoute]
    public string? Token { get; set; }

    [BindProperty]
    public DetailsInput Input { get; set; } = new();

    [BindProperty]
    public long TaskId { get; set; }

    [BindProperty]
    public IFormFile? Document { get; set; }

    [BindProperty(SupportsGet = true, Name = TooBigUpload.Key)]
    public bool WasTooBig { get; set; }

    /// <summary>Null when the link opens nothing any more.</summary>
    public OpenedStart? Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        HttpContext.Items[SecurityHeaders.SecretAddress] = true;
        if (Opened is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }
        else if (WasTooBig)
        {
            Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }

        return Page();
    }

    /// <summary>Their own picture; the link is the right.</summary>
    public async Task<IActionResult> OnGetPhotoAsync(CancellationToken ct)
    {
        Opened = await start.OpenAsync(Token, ct);
        var photo = Opened is null ? null : await start.PhotoAsync(Opened, ct);
        return photo is null || !files.Exists(photo.StorageName) ? NotFound() : FileDownloads.Picture(HttpContext, files.OpenRead(photo.StorageName), photo.ContentType);
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Opened = await start.OpenAsync(Token, ct);
        if (Opened is { Plan.Details: { } details } && HttpMethods.IsGet(Request.Method))
        {
            Input = new DetailsInput
            {
                PreferredName = details.PreferredName, Phone = details.Phone, Address = details.Address, EmergencyName = details.EmergencyName, EmergencyPhone = details.EmergencyPhone,
            };
        }
    }

    public Task<IActionResult> OnPostDetailsAsync(CancellationToken ct)
    {
        var details = new HireDetails(Input.PreferredName, Input.Phone, Input.Address, Input.EmergencyName, Input.EmergencyPhone);
        return DoAsync(
            opened =>
            {
                Require.That(!details.IsEmpty, "Write at least your phone number.", "Phone");
                return start.TellAsync(opened, details, ct);
            },
            details switch
            {
                { IsComplete: true } => "Thank you, your details are saved.",
                { Phone: not null } => "Saved. We still need whom to call in an emergency, with their number.",
                { EmergencyName: not null, EmergencyPhone: not null } => "Saved. We still need your phone number.",
                _ => "Saved. We still need your phone number, and whom to call in an emergency with their number.",
            }, ct);
    }

    public Task<IActionResult> OnPostDoneAsync(CancellationToken ct) => DoAsync(opened => start.CompleteAsync(opened, TaskId, ct), "Done, thank you.", ct);

    public Task<IActionResult> OnPostFileAsync(CancellationToken ct) => DoAsync(
        async opened =>
        {
            Require.That(Document is not null, "Choose a file.", "Document");
            await using var content = Document!.OpenReadStream();
            try
            {
                await start.HandInAsync(opened, TaskId, content, Document.FileName, ct);
            }
            catch (DomainException refusal) when (refusal.Field == FileType.Field)
            {
                throw new DomainException([.. refusal.Sentences]) { Field = "Document" };
            }
        },
        "Thank you, HR looks at it.", ct);

    private async Task<IActionResult> DoAsync(Func<OpenedStart, Task> what, Sentence says, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Opened is null)
        {
            return RedirectToPage(new { Token });
        }

        await what(Opened);
        return Done(says, $"/w/{Token}?lang={T.Language}");
    }

    public sealed class DetailsInput
    {
        public string? PreferredName { get; set; }

        public string? Phone { get; set; }

        public string? Address { get; set; }

        public string? EmergencyName { get; set; }

        public string? EmergencyPhone { get; set; }
    }
}
