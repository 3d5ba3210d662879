using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Screening;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Screening.Applications;

/// <summary>A pause beside the state: why, and when to look again.</summary>
public sealed class HoldModel(TalentHubDb db, ApplicationFactsLoader loader, TimeProvider clock) : ApplicationPage(db, loader, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await IsValidAsync(Input, ct)
        ? await MoveAsync((a, f) => a.PutOnHold(f, Me, Now, Input.Reason, Input.ReviewOn), "Put on hold.", ct)
        : await InvalidAsync(ct);

    public sealed class InputModel
    {
        public string? Reason { get; set; }

        public DateOnly? ReviewOn { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t, TimeProvider clock)
        {
            RuleFor(i => i.Reason).NotEmpty().WithMessage(_ => t["Say why it pauses."]).MaximumLength(Transition.ReasonLength);
            RuleFor(i => i.ReviewOn).NotEmpty().WithMessage(_ => t["Say when to look again."]);
            RuleFor(i => i.ReviewOn).Within(t, () => DayRange.Ahead(clock.TodayIn(null)));
        }
    }
}
