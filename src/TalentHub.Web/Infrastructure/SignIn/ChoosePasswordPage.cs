using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Services.Accounts;

namespace TalentHub.Web.Infrastructure.SignIn;

/// <summary>A new password, typed once and shown on request.</summary>
public sealed class ChosenPassword
{
    public string? Password { get; set; }
}

public sealed class ChosenPasswordRules : AbstractValidator<ChosenPassword>
{
    public ChosenPasswordRules(Text t) => RuleFor(i => i.Password)
        .NotEmpty().WithMessage(_ => t["Write a password."])
        .MinimumLength(PasswordRules.Shortest)
        .WithMessage(_ => t["A password has at least {minimum} characters. A few words in a row are easy to keep in mind.", ("minimum", PasswordRules.Shortest)]);
}

/// <summary>A page behind a link by which a password is chosen: the first one, or another.</summary>
public abstract class ChoosePasswordPage(TalentHubDb db, AccountLinks links) : FormPage
{
    [FromRoute]
    public string Token { get; set; } = string.Empty;

    [BindProperty]
    public ChosenPassword Input { get; set; } = new();

    public string Email { get; private set; } = string.Empty;

    public string Name { get; private set; } = string.Empty;

    /// <summary>False: the page says that the link no longer opens and what to do.</summary>
    public bool Opens { get; private set; }

    protected abstract AccountLinkKind Kind { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Response.StatusCode = Opens ? StatusCodes.Status200OK : StatusCodes.Status410Gone;
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        if (await links.FindAsync(Token, Kind, ct) is { } account)
        {
            using var reading = db.ReadingAsSystem();
            Opens = true;
            Email = account.Email ?? string.Empty;
            Name = (await db.People.Where(p => p.Id == account.PersonId).Select(p => p.Name).SingleAsync(ct)).Display;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        if (await links.RedeemAsync(Token, Kind, Input.Password, ct) is not { } account)
        {
            return await OnGetAsync(ct);
        }

        return await ChosenAsync(account, ct);
    }

    protected abstract Task<IActionResult> ChosenAsync(Data.Accounts.Account account, CancellationToken ct);
}
