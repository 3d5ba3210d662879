using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Data;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Notifications;
using TalentHub.Services.Screening;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Screening.Applications;

/// <summary>A no: its reason from the list picks the message, which is shown before it goes and can be recalled for half an hour.</summary>
public sealed class RejectionModel(TalentHubDb db, ApplicationFactsLoader loader, TimeProvider clock, RejectionMessage message) : ApplicationPage(db, loader, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Reasons { get; private set; } = [];

    public Verdict Verdict { get; private set; }

    /// <summary>Null when there is no address to write to, or no reason chosen yet.</summary>
    public MailText? Preview { get; private set; }

    public bool HasAddress { get; private set; }

    public async Task OnGetAsync(string? reason, CancellationToken ct)
    {
        Input.ReasonCode = reason;
        await LoadAsync(ct);
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Reasons = await ReasonsAsync(ReasonKind.Rejection, ct);
        var application = await Db.Applications.SingleOrNotFoundAsync(a => a.Id == Id, ct);
        if (HttpMethods.IsGet(Request.Method) && Input.ReasonCode is null && application.Proposal is { } proposal)
        {
            Input = new InputModel { ReasonCode = proposal.ReasonCode, Note = proposal.Note };
        }

        Verdict = application.Can(ApplicationTrigger.Reject, await Facts.LoadAsync(application, ct), Me);
        Preview = await message.PreviewAsync(application, Input.ReasonCode, ct);
        HasAddress = Preview is not null;
        Preview = string.IsNullOrEmpty(Input.ReasonCode) ? null : Preview;
        Db.ChangeTracker.Clear();
    }

    /// <summary>The button "Show the message" comes here as well: the form again, with the words that would go out.</summary>
    public async Task<IActionResult> OnPostAsync(string? show, CancellationToken ct)
    {
        if (show is not null)
        {
            await LoadAsync(ct);
            return Page();
        }

        if (!await IsValidAsync(Input, ct) | !IsOffered("Input.ReasonCode", Input.ReasonCode, await ReasonsAsync(ReasonKind.Rejection, ct)))
        {
            return await InvalidAsync(ct);
        }

        return await MoveAsync(
            (a, f) => a.Reject(f, Me, Now, Reason.From(Input.ReasonCode, Input.Note)), "Rejected. The message goes out in half an hour.", ct,
            undo: Links.Application(Id) + "/restoration?handler=Undo");
    }

    public sealed class InputModel
    {
        public string? ReasonCode { get; set; }

        public string? Note { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.ReasonCode).NotEmpty().WithMessage(_ => t["Choose a reason."]);
            RuleFor(i => i.Note).MaximumLength(Transition.ReasonLength);
        }
    }
}
