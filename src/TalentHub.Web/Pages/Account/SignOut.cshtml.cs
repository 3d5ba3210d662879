using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Account;

/// <summary>Ends this session: its row is gone before the answer is.</summary>
public sealed class SignOutModel : PageModel
{
    public void OnGet()
    {
        // A question only: a link must not sign anybody out.
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(SessionHandler.SchemeName);
        return LocalRedirect("/account/sign-in");
    }
}
