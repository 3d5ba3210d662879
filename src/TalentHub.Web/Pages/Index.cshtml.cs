using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Data.Setup;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages;

/// <summary>The front door: work for those who are signed in, set-up for an empty installation, the careers site for everyone else.</summary>
public sealed class IndexModel(CurrentActor actor, CompanyCache company) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        actor.IsSignedIn ? LocalRedirect(Links.Today)
        : await company.GetAsync(ct) is null ? LocalRedirect("/setup")
        : LocalRedirect("/account/sign-in");
}
