using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Memory;
using TalentHub.Domain.Common;
using TalentHub.Services.Operations;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;
using TalentHub.Web.Pages.Careers;

namespace TalentHub.Web.Pages.Admin;

/// <summary>Empties an installation that holds the sample company. For a real company there is no such page.</summary>
[RequestTimeout(Limits.Long)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class WipeModel(WipeSample wipe, CompanyCache company, SetupDoor door, IMemoryCache cache) : FormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Bilingual Company { get; private set; } = new("-", "-");

    /// <summary>Set once everything is gone: for whoever sets up next.</summary>
    public string? SetupCode { get; private set; }

    public sealed class InputModel
    {
        public string? Name { get; set; }
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        company.Forget();
        Company = await company.GetAsync(ct) is { IsDemo: true } info ? info.Name : throw new NotFoundException();
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        await wipe.WipeAsync(Input.Name, ct);

        // Nobody is signed in any more, and nothing that was kept is true.
        (cache as MemoryCache)?.Clear();
        await CareersCache.ForgetAsync(HttpContext, ct);
        SetupCode = await door.NewCodeAsync(ct);
        Console.WriteLine($"Set-up code          {SetupCode}   (once, for the person who sets up the company)");
        return Page();
    }
}
