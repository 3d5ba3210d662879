using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TalentHub.Data;
using TalentHub.Services.Seeding;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Pages.Setup;

/// <summary>An empty installation: the sample company to look around, or one's own.</summary>
[EnableRateLimiting(OpenForms.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(CompanyCache company, SampleLoading loading, SetupDoor door, Settings settings, TalentHubDb db, IServiceProvider services) : FormPage
{
    /// <summary>Asked for unless one sits at the machine.</summary>
    [BindProperty]
    public string? Code { get; set; }

    public bool AsksCode => !SetupDoor.IsAtTheMachine(HttpContext);

    /// <summary>Not where the world could look in: there everybody could be anybody.</summary>
    public bool HasSample => (settings.PublicUrl is null || new Uri(settings.PublicUrl).IsLoopback) && services.GetService<IServiceProviderIsService>()?.IsService(typeof(ISampleCompany)) == true;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        loading.Step is not null ? LocalRedirect("/setup/loading")
        : await company.GetAsync(ct) is not null ? NotFound()
        : Page();

    public async Task<IActionResult> OnPostSampleAsync([FromForm] string? size, CancellationToken ct)
    {
        if (await company.GetAsync(ct) is not null || !HasSample)
        {
            return NotFound();
        }

        if (AsksCode && !await door.IsRightAsync(db, Code, ct))
        {
            ModelState.AddModelError(nameof(Code), T["This is not the code that the last start printed on the console."]);
            return await InvalidAsync(ct);
        }

        await loading.BeginAsync(size == nameof(SampleSize.Medium) ? SampleSize.Medium : SampleSize.Small, ct);
        return LocalRedirect("/setup/loading");
    }
}
