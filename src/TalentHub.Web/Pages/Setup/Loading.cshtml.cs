using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Setup;

/// <summary>Looks on while the sample company is made; asks again by itself, without script.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LoadingModel(SampleLoading loading, CompanyCache company) : PageModel
{
    public string? Step { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Step = loading.Step;
        if (Step is not null)
        {
            Response.Headers.Append("Refresh", "2");
            return Page();
        }

        return loading.HasFailed ? Page()
            : await company.GetAsync(ct) is null ? LocalRedirect("/setup")
            : LocalRedirect("/account/sign-in");
    }
}
