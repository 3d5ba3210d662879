using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Services.Accounts;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Account;

/// <summary>Ends looking with the rights of another role.</summary>
public sealed class ViewModel(Sessions sessions) : PageModel
{
    public void OnGet()
    {
        // A question only: a link changes nothing.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (User.SessionId() is { } session)
        {
            await sessions.ViewAsync(session, null, null, ct);
        }

        return LocalRedirect("/admin");
    }
}
