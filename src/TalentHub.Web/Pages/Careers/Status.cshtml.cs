using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Screening;
using TalentHub.Services.Access;
using TalentHub.Services.Documents;
using TalentHub.Services.Interviews;
using TalentHub.Services.Privacy;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Careers;

/// <summary>The candidate's own page: where the application truly stands, what comes next, add a file, withdraw. Opened by a signed link, never by a search engine.</summary>
[TooBigUpload]
[RequestTimeout(Limits.Long)]
[EnableRateLimiting(OpenForms.Policy)]
public sealed class StatusModel(SignedLinks links, CandidateStatus status, CandidateAppointments appointments, PrivacyDesk desk) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = string.Empty;

    [BindProperty(Name = "File")]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public FileKind Kind { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What they ask about their data.</summary>
    [BindProperty]
    public PrivacyRequestKind? AskKind { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Which appointment is answered, or taken as a file.</summary>
    [BindProperty(SupportsGet = true)]
    public long Interview { get; set; }

    /// <summary>The time of the appointment that the page showed when it was answered.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    [BindProperty(SupportsGet = true, Name = TooBigUpload.Key)]
    public bool WasTooBig { get; set; }

    /// <summary>Null while the link does not open.</summary>
    public StatusView? View { get; private set; }

    /// <summary>The interviews ahead; none while the link does not open.</summary>
    public Appointments Appointments { get; private set; } = new([], []);

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

    public async Task<IActionResult> OnGetCalendarAsync(CancellationToken ct)
    {
        var found = await links.FindAsync(Token, LinkPurpose.CandidateStatus, ct);
        var file = found is { Opens: true } ? await appointments.FileAsync(found.Link, Interview, ct) : null;
        return CalendarDownload.Of(file, TalentHub.Domain.Interviews.Interview.NumberOf(Interview));
    }

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) =>
        DoAsync(link => appointments.ConfirmAsync(link, Interview, Shown, ct), "Thank you. We look forward to meeting you.", ct);

    public Task<IActionResult> OnPostOtherTimeAsync(CancellationToken ct) =>
        DoAsync(link => appointments.DeclineAsync(link, Interview, Reason, Shown, ct), "Thank you for telling us. We will write to you about another time.", ct);

    /// <summary>Adds a file to the application.</summary>
    public Task<IActionResult> OnPostFileAsync(CancellationToken ct) => DoAsync(
        async link =>
        {
            Require.That(Upload is not null, "Choose a file first.", FileType.Field);
            await using var content = Upload!.OpenReadStream();
            var kind = Kind is FileKind.Resume or FileKind.CoverLetter or FileKind.WorkSample or FileKind.Certificate ? Kind : FileKind.Other;
            await status.AddFileAsync(link, content, Upload.FileName, kind, ct);
        },
        "We have your file.", ct);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        DoAsync(link => status.WithdrawAsync(link, Reason, ct), "You have withdrawn your application. Thank you for telling us.", ct);

    /// <summary>Asks to see, correct or erase what is kept about them.</summary>
    public Task<IActionResult> OnPostAskAsync(CancellationToken ct) => DoAsync(
        async link =>
        {
            Require.That(AskKind is { } kind && Enum.IsDefined(kind), "Choose what is asked for.", nameof(AskKind));
            await desk.AskAsync(Actor.Candidate(link.PersonId), link.PersonId, AskKind!.Value, Words, ct);
        },
        "We have your request and will answer within a month.", ct);

    /// <summary>The mail with the offer is lost: the link comes again, to the same mailbox.</summary>
    public async Task<IActionResult> OnPostOfferAsync(CancellationToken ct)
    {
        var isSent = false;
        return await DoAsync(
            async link => isSent = await status.SendOfferLinkAsync(link, ct), () => isSent ? "The link to your offer is on its way to your mailbox." : "No offer is open any more.", ct);
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
        if (View is { Stage: CandidateStage.Interviews })
        {
            Appointments = await appointments.ListAsync(found!.Link, ct);
        }
    }

    private Task<IActionResult> DoAsync(Func<SignedLink, Task> work, Sentence says, CancellationToken ct) => DoAsync(work, () => says, ct);

    /// <summary>Where the link is over since the page was read, nothing is done, and the page says so itself.</summary>
    private async Task<IActionResult> DoAsync(Func<SignedLink, Task> work, Func<Sentence> says, CancellationToken ct)
    {
        if (await links.FindAsync(Token, LinkPurpose.CandidateStatus, ct) is { Opens: true } found)
        {
            await work(found.Link);

            // The address holds the token, so it is not written into the form's receipt.
            TempData["toast"] = T.Of(says());
        }

        return LocalRedirect("/c/" + Uri.EscapeDataString(Token));
    }
}
