using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Auditing;
using TalentHub.Services.Accounts;
using TalentHub.Services.Auditing;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Account;

/// <summary>Changes one's own password: the present one is asked for, and all other sessions end.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasswordModel(TalentHubDb db, Passwords passwords, Guesses guesses, Reader reader, Looks looks) : FormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
        // Nothing is filled in.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var account = await db.Users.SingleOrNotFoundAsync(a => a.Id == reader.AccountId, ct);
        string[] keys = [Guesses.AccountKey(account.Email)];
        if (await guesses.TakeAsync(keys, ct) is { } wait)
        {
            return await this.WaitAsync(wait, ct);
        }

        if ((await passwords.CheckAsync(account.Email, Input.Current, ct)).Right is null)
        {
            await looks.TriedAsync(new AuditNote(AuditAction.SignInFailed, RecordKind.Account, account.Id, account.PersonId, "own"), account.Id, ct);
            ModelState.AddModelError("Input.Current", T["This is not your present password."]);
            return await InvalidAsync(ct);
        }

        await guesses.RightAsync(keys, ct);
        await passwords.SetAsync(account, Input.Password, User.SessionId(), ct);
        return Done("Your password is changed; all other sessions have ended.", "/account");
    }

    public sealed class InputModel
    {
        public string? Current { get; set; }

        public string? Password { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Current).NotEmpty().WithMessage(_ => t["Write your password."]);
            RuleFor(i => i.Password).NotEmpty().WithMessage(_ => t["Write a password."]).MinimumLength(PasswordRules.Shortest)
                .WithMessage(_ => t["A password has at least {minimum} characters. A few words in a row are easy to keep in mind.", ("minimum", PasswordRules.Shortest)]);
        }
    }
}
