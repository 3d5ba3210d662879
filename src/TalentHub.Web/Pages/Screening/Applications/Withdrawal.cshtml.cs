using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Data;
using TalentHub.Domain.People;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Screening;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Screening.Applications;

/// <summary>The candidate told us that they do not want to go on; the reason is asked and optional.</summary>
public sealed class WithdrawalModel(TalentHubDb db, ApplicationFactsLoader loader, TimeProvider clock) : ApplicationPage(db, loader, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Reasons { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Reasons = await ReasonsAsync(ReasonKind.Withdrawal, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await IsValidAsync(Input, ct) & IsOffered("Input.ReasonCode", Input.ReasonCode, await ReasonsAsync(ReasonKind.Withdrawal, ct))
        ? await MoveAsync(
            (a, f) => a.Withdraw(f, Me, Now, Reason.From(Input.ReasonCode, Input.Note)), "Withdrawn.", ct, undo: Links.Application(Id) + "/restoration?handler=Undo")
        : await InvalidAsync(ct);

    public sealed class InputModel
    {
        public string? ReasonCode { get; set; }

        public string? Note { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t) => RuleFor(i => i.Note).MaximumLength(Transition.ReasonLength);
    }
}
