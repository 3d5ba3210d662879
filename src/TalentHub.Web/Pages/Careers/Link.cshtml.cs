using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TalentHub.Domain.Common;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Careers;

/// <summary>A lost link: a new one goes to the mailbox. The answer is the same whether there is an application or not.</summary>
[EnableRateLimiting(OpenForms.Policy)]
public sealed class LinkModel(CandidateStatus status) : FormPage
{
    [BindProperty]
    public LinkInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public void OnGet()
    {
        // The form needs nothing.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        await status.SendLinksAsync(Input.Email!, ct);
        return LocalRedirect("/careers/link?sent=true");
    }

    public sealed class LinkInput
    {
        public string? Email { get; set; }
    }

    public sealed class Rules : AbstractValidator<LinkInput>
    {
        public Rules(Text t) => RuleFor(i => i.Email).Must(EmailAddress.IsValid).WithMessage(_ => t["This is not an e-mail address."]);
    }
}
