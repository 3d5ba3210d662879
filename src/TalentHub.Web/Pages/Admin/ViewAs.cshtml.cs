using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Access;
using TalentHub.Services.Accounts;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Admin;

/// <summary>An administrator looks with the rights of a role, to see what it sees (L4): read only, for a quarter of an hour, written down with the reason.</summary>
public sealed class ViewAsModel(Sessions sessions) : FormPage
{
    /// <summary>Letters.</summary>
    public const int WhyLength = 200;

    /// <summary>One's own is no other one.</summary>
    private static readonly Role[] Others = [.. Enum.GetValues<Role>().Where(r => r != Role.Admin)];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Roles => [.. Others.Select(r => new SelectListItem(T.Enum(r), r.ToString()))];

    public sealed class InputModel
    {
        public Role? Role { get; set; }

        public string? Why { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text text)
        {
            RuleFor(i => i.Role).Must(r => r is { } role && Others.Contains(role)).WithMessage(_ => text["Choose a role."]);
            RuleFor(i => i.Why).NotEmpty().WithMessage(_ => text["Write the reason."]).MaximumLength(WhyLength);
        }
    }

    public void OnGet()
    {
        // The form alone.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        if (User.SessionId() is not { } session)
        {
            return Challenge();
        }

        await sessions.ViewAsync(session, Input.Role, Input.Why!.Trim(), ct);
        return LocalRedirect(Links.Today);
    }
}
