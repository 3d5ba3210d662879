using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TalentHub.Domain.Auditing;
using TalentHub.Services.Accounts;
using TalentHub.Services.Auditing;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Account;

/// <summary>The second step of signing in: a code of the authenticator, or a recovery code.</summary>
[EnableRateLimiting(OpenForms.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CodeModel(SecondFactors factors, Guesses guesses, Looks looks) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IActionResult OnGet() => User.WaitingFor() is { Stage: SessionStage.NeedsCode } ? Page() : Elsewhere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (User.WaitingFor() is not { Stage: SessionStage.NeedsCode } waiting)
        {
            return Elsewhere();
        }

        string[] keys = [Guesses.CodeKey(waiting.AccountId), Guesses.NetworkKey(HttpContext.Connection.RemoteIpAddress)];
        if (await guesses.TakeAsync(keys, ct) is { } wait)
        {
            return await this.WaitAsync(wait, ct);
        }

        if (!await factors.CheckAsync(waiting.AccountId, Input.Code, ct))
        {
            await looks.TriedAsync(new AuditNote(AuditAction.CodeFailed, RecordKind.Account, waiting.AccountId), waiting.AccountId, ct);
            ModelState.AddModelError("Input.Code", T["This code is not right. Each code works once; wait for the next one."]);
            return await InvalidAsync(ct);
        }

        await guesses.RightAsync(keys, ct);
        await HttpContext.StartSessionAsync(waiting.AccountId, withSecondFactor: true);
        return LocalRedirect(Languages.Back(ReturnUrl));
    }

    private LocalRedirectResult Elsewhere() => LocalRedirect("/account/sign-in?returnUrl=" + Uri.EscapeDataString(Languages.Back(ReturnUrl)));

    public sealed class InputModel
    {
        public string? Code { get; set; }
    }
}
