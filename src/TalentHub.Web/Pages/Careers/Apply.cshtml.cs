using FluentValidation;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.People;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Services.Access;
using TalentHub.Services.Documents;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Careers;

/// <summary>
/// Applying: one page, no account. The résumé may come first and fill what is empty, or together with everything else; both ways work without script.
/// </summary>
[TooBigUpload]
[RequestTimeout(Limits.Long)]
[EnableRateLimiting(OpenForms.Policy)]
public sealed class ApplyModel(
    TalentHubDb db, Apply apply, Uploads uploads, SignedLinks links, Notices notices, PostingFactsLoader facts, StatusTickets tickets) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = string.Empty;

    /// <summary>The code of the link by which the reader came.</summary>
    [BindProperty(SupportsGet = true, Name = SourceCode.Key)]
    public string? Source { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Posting Posting { get; private set; } = null!;

    public NoticeVersion? Notice { get; private set; }

    /// <summary>The file that was uploaded before, while it waits to be sent.</summary>
    public StoredFile? Uploaded { get; private set; }

    /// <summary>The form's empty fields have been filled: nothing more to ask for.</summary>
    public bool IsFilledIn { get; private set; }

    /// <summary>Fields that the résumé has filled just now.</summary>
    public IReadOnlyCollection<string> Filled { get; private set; } = [];

    /// <summary>The upload was refused before it was read.</summary>
    [BindProperty(SupportsGet = true, Name = TooBigUpload.Key)]
    public bool WasTooBig { get; set; }

    public IReadOnlyList<ContactField> Contact => ContactField.All;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ClosedAsync(ct) is { } closed)
        {
            return closed;
        }

        await LoadAsync(ct);
        if (WasTooBig)
        {
            Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }

        return Page();
    }

    /// <summary>Sends the application.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ClosedAsync(ct) is { } closed)
        {
            return closed;
        }

        if (!string.IsNullOrEmpty(Input.Website))
        {
            // No person sees that field. The robot is told what a person would be told.
            return LocalRedirect("/careers/thanks");
        }

        IsFilledIn = true;
        await LoadAsync(ct);
        if (await IsSendableAsync(ct) is not { } token)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (await links.FindAsync(token, LinkPurpose.CandidateStatus, ct) is not null)
        {
            // Sent, gone back and sent again: it is there already.
            return LocalRedirect("/c/" + token);
        }

        try
        {
            await using var file = Input.File?.OpenReadStream();
            await apply.SendAsync(FormOf(token, file), ct);
        }
        catch (Exception again) when (again is SentBefore or DbUpdateException)
        {
            // A second click: the first one has made the page to which both lead.
            if (await links.FindAsync(token, LinkPurpose.CandidateStatus, ct) is null)
            {
                throw;
            }
        }

        TempData["toast"] = T["We have your application. A mail with the link to this page goes to {address}.", ("address", Input.Email!.Trim())];
        return LocalRedirect("/c/" + token);
    }

    /// <summary>Takes the résumé and has it read; the form comes back with everything typed.</summary>
    public async Task<IActionResult> OnPostReadAsync(CancellationToken ct)
    {
        db.Receipt = null;   // reading is not sending: the form's key stays good
        if (await ClosedAsync(ct) is { } closed)
        {
            return closed;
        }

        ModelState.Clear();
        if (Input.File is null)
        {
            ModelState.AddModelError("Input.File", T["Choose your résumé first."]);
        }
        else
        {
            try
            {
                await using var content = Input.File.OpenReadStream();
                var (_, token) = await uploads.TakeUnsentAsync(content, Input.File.FileName, FileKind.Resume, ct);
                Input.UploadToken = token;
            }
            catch (DomainException refusal)
            {
                // Shown at the field, in this page or in the part of it that script asked for.
                ModelState.AddModelError("Input.File", string.Join(' ', refusal.Sentences.Select(T.Of)));
            }
        }

        await LoadAsync(ct);
        return Answer();
    }

    /// <summary>Script asks whether the résumé has been read; when it has, the answer makes the page send itself to <see cref="OnPostContinueAsync"/> once.</summary>
    public async Task<IActionResult> OnGetReadingAsync([FromQuery(Name = "Input.UploadToken")] string? token, CancellationToken ct)
    {
        if (await ClosedAsync(ct) is { } closed)
        {
            return closed;
        }

        Input.UploadToken = token;
        Uploaded = await uploads.UnsentAsync(token, ct);
        return Uploaded is null ? StatusCode(StatusCodes.Status204NoContent) : Partial("_Resume", this);
    }

    /// <summary>Fills in what has been read by now: pressed without script, asked for by script.</summary>
    public async Task<IActionResult> OnPostContinueAsync(CancellationToken ct)
    {
        db.Receipt = null;
        if (await ClosedAsync(ct) is { } closed)
        {
            return closed;
        }

        ModelState.Clear();
        await LoadAsync(ct);
        IsFilledIn = true;
        if (Uploaded is { ReadState: ReadState.Read } && ReadingDesk.FactsOf(Uploaded) is { } found)
        {
            Filled = Input.FillEmpty(found);
        }

        return Answer();
    }

    /// <exception cref="NotFoundException">Something that cannot be read was sent for a job that takes no applications.</exception>
    public override async Task LoadAsync(CancellationToken ct)
    {
        if (Posting is null && await ClosedAsync(ct) is not null)
        {
            throw new NotFoundException();
        }

        Notice = await notices.InForceAsync(ct);
        Source = SourceCode.Clean(Source);
        Uploaded = await uploads.UnsentAsync(Input.UploadToken, ct);
        if (Uploaded is null or { ReadState: ReadState.Unreadable })
        {
            if (Uploaded?.Problem is { } problem)
            {
                ModelState.AddModelError("Input.File", T[problem]);
            }

            Uploaded = null;
            Input.UploadToken = null;
            ModelState.Remove("Input.UploadToken");
        }

        if (tickets.Open(Input.Ticket) is null)
        {
            Input.Ticket = tickets.New();
            ModelState.Remove("Input.Ticket");
        }
    }

    /// <summary>Loads the posting; an answer when one cannot apply.</summary>
    private async Task<IActionResult?> ClosedAsync(CancellationToken ct)
    {
        var id = Posting.IdOf(Number);
        using var reading = db.ReadingAsSystem();
        var posting = await db.Postings.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.Kind == PostingKind.External, ct);
        if (posting is { State: PostingState.Live } && posting.ClosesOn >= (await facts.LoadAsync(posting, ct)).Today)
        {
            Posting = posting;
            return null;
        }

        // The job's own page says that it is closed, or that there is none.
        return LocalRedirect($"/careers/{Uri.EscapeDataString(Number)}");
    }

    /// <summary>Checks everything at once; the token of the status page to come, or null with the errors in the model state.</summary>
    private async Task<string?> IsSendableAsync(CancellationToken ct)
    {
        await IsValidAsync(Input, ct);
        foreach (var refusal in Apply.Answers(Posting, Input.Answers).Refused)
        {
            ModelState.AddModelError("Input." + refusal.Field, string.Join(' ', refusal.Sentences.Select(T.Of)));
        }

        if (Notice is null)
        {
            ModelState.AddModelError(string.Empty, T["The privacy notice has not been published yet, so nobody can apply."]);
        }
        else if (Input.Notice != Notice.Number)
        {
            // They read an older text: show the one in force and ask again.
            ModelState.Remove("Input.Consent");
            Input.Consent = null;
            ModelState.AddModelError("Input.Consent", T["The privacy notice has changed since you opened this page. Please read it and agree again."]);
        }

        return ModelState.IsValid ? tickets.Open(Input.Ticket) : null;
    }

    private ApplyForm FormOf(string token, Stream? file) => new(Posting.Id, PersonName.Parse(Input.Name!), Input.Email!.Trim(), Notice!.Id, T.Language)
    {
        Phone = Input.Phone,
        Title = Input.Title,
        Employer = Input.Employer,
        Place = Input.Place,
        ProfileLink = Input.Profile,
        Letter = Input.Letter,
        Answers = Input.Answers,
        SourceCode = Source,
        TalentPool = Input.Pool == "yes",
        UploadToken = file is null ? Input.UploadToken : null,
        File = file,
        FileName = Input.File?.FileName,
        StatusToken = token,
    };

    /// <summary>The whole page, or for script the part that changes.</summary>
    private IActionResult Answer()
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Resume", this) : Page();
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Name).NotEmpty().WithMessage(_ => t["Write your name."]).MaximumLength(PersonName.PartLength);
            RuleFor(i => i.Email).Cascade(CascadeMode.Stop)
                .NotEmpty().WithMessage(_ => t["Write your e-mail address, so that we can answer."])
                .Must(EmailAddress.IsValid).WithMessage(_ => t["This is not an e-mail address."]);
            RuleFor(i => i.Phone).MaximumLength(Person.PhoneLength);
            RuleFor(i => i.Title).MaximumLength(Person.TextLength);
            RuleFor(i => i.Employer).MaximumLength(Person.TextLength);
            RuleFor(i => i.Place).MaximumLength(Person.TextLength);
            RuleFor(i => i.Profile).Cascade(CascadeMode.Stop)
                .MaximumLength(Person.LinkLength)
                .Must(IsHttps).WithMessage(_ => t["A link starts with https://."]);
            RuleFor(i => i.Letter).MaximumLength(JobApplication.LetterLength);
            RuleFor(i => i.Consent).Equal("yes").WithMessage(_ => t["Please read the privacy notice and agree to it, so that we may read your application."]);
        }

        private static bool IsHttps(string? link) =>
            string.IsNullOrWhiteSpace(link) || (Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps);
    }
}
