using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TalentHub.Domain.Common;
using TalentHub.Services.Accounts;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Account;

/// <summary>Asks for a link by mail. Says the same for every address.</summary>
[EnableRateLimiting(OpenForms.Policy)]
public sealed class ForgotModel(ResetDesk desk) : FormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [FromQuery]
    public bool Sent { get; set; }

    public void OnGet()
    {
        // The form, or what it said.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        await desk.AskAsync(Input.Email!, ct);
        return LocalRedirect("/account/forgot?sent=true");
    }

    public sealed class InputModel
    {
        public string? Email { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t) => RuleFor(i => i.Email)
            .Must(EmailAddress.IsValid).WithMessage(_ => t["This is not an e-mail address."]);
    }
}
