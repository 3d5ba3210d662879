using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Services.Accounts;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Account;

/// <summary>The first password, by the link of an invitation.</summary>
[EnableRateLimiting(OpenForms.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class JoinModel(TalentHubDb db, AccountLinks links) : ChoosePasswordPage(db, links)
{
    protected override AccountLinkKind Kind => AccountLinkKind.Invitation;

    /// <summary>Link and password are proof enough to begin; roles that need a second factor set it up now.</summary>
    protected override async Task<IActionResult> ChosenAsync(Data.Accounts.Account account, CancellationToken ct)
    {
        await HttpContext.StartSessionAsync(account.Id);
        return LocalRedirect("/account/sign-in?returnUrl=%2Ftoday");
    }
}
