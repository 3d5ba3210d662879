using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Data;
using TalentHub.Domain.People;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Screening;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Screening.Applications;

/// <summary>From the interviews on, the hiring manager proposes a no and the recruiter sends it.</summary>
public sealed class ProposalModel(TalentHubDb db, ApplicationFactsLoader loader, TimeProvider clock) : ApplicationPage(db, loader, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Reasons { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Reasons = await ReasonsAsync(ReasonKind.Rejection, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await IsValidAsync(Input, ct) & IsOffered("Input.ReasonCode", Input.ReasonCode, await ReasonsAsync(ReasonKind.Rejection, ct))
        ? await MoveAsync((a, f) => a.ProposeRejection(f, Me, Now, Input.ReasonCode, Input.Note), "Proposed. The recruiter finds it in Today.", ct)
        : await InvalidAsync(ct);

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
