using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Services.Documents;
using TalentHub.Services.Offers;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Offers;

/// <summary>The candidate's own page of an offer, opened by the link we sent. A link that opens nothing gets a plain page that says what to do, and tells nothing.</summary>
[EnableRateLimiting(OpenForms.Policy)]
public sealed class AnswerModel(AnswerOffer answers, OfferLetters letters) : FormPage, IShowsRecords
{
    [FromRoute]
    public string? Token { get; set; }

    [BindProperty]
    public string? SignedName { get; set; }

    /// <summary>They typed another name than the letter's, and confirm it.</summary>
    [BindProperty]
    public bool SignsOtherwise { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Question { get; set; }

    /// <summary>Null when the link opens nothing any more.</summary>
    public OpenedOffer? Opened { get; private set; }

    public bool IsOpen => Opened is not null && OfferFlow.AwaitingCandidate.Contains(Opened.Offer.State) && Opened.Facts.Now < Opened.Offer.Current.ExpiresAt;

    /// <summary>What was typed is not the name in the letter: the page asks whether it is meant.</summary>
    public bool AsksAboutName => AnswerOffer.IsName(SignedName) && Opened is { } opened && !opened.Person.IsWrittenAs(SignedName);

    public bool HasLetter => OfferLetter.CanWrite;

    public IEnumerable<AuditNote> Revealed => Opened is { Offer: var offer } ? [new(AuditAction.ReadPay, RecordKind.Offer, offer.Id, offer.PersonId)] : [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Opened is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        return Page();
    }

    public async Task<IActionResult> OnGetLetterAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Opened is null
            ? RedirectToPage(new { Token })
            : File(await letters.WriteAsync(Opened.Offer, Opened.Offer.Current, ct), "application/pdf", $"{Opened.Offer.Number}.pdf");
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        HttpContext.Items[SecurityHeaders.SecretAddress] = true;
        Opened = await answers.OpenAsync(Token, ct);
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) =>
        AnswerAsync(opened => answers.AcceptAsync(opened, SignedName, SignsOtherwise, ct), "You have accepted. We look forward to working with you.", ct);

    public Task<IActionResult> OnPostAskAsync(CancellationToken ct) =>
        AnswerAsync(opened => answers.AskAsync(opened, Question, ct), "Your question is with us. The answer comes by mail and stands on this page.", ct);

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Opened is null)
        {
            return RedirectToPage(new { Token });
        }

        await answers.DeclineAsync(Opened, Reason, ct);

        // The link opens nothing from now on; this page says the last word.
        return Done("Thank you for telling us. The offer is closed.", $"/o/{Token}?lang={T.Language}");
    }

    private async Task<IActionResult> AnswerAsync(Func<OpenedOffer, Task> answer, Sentence says, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Opened is null)
        {
            return RedirectToPage(new { Token });
        }

        await answer(Opened);
        return Done(says, $"/o/{Token}?lang={T.Language}");
    }
}
