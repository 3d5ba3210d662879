using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Services.Accounts;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Account;

/// <summary>Another password, by a link in a mail. It signs nobody in: the second factor is still asked for.</summary>
[EnableRateLimiting(OpenForms.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ResetModel(TalentHubDb db, AccountLinks links) : ChoosePasswordPage(db, links)
{
    protected override AccountLinkKind Kind => AccountLinkKind.PasswordReset;

    protected override Task<IActionResult> ChosenAsync(Data.Accounts.Account account, CancellationToken ct) =>
        Task.FromResult(Done("Your new password counts. Sign in with it.", "/account/sign-in"));
}
