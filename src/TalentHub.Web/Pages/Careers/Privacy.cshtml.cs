using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Domain.Recruiting;
using TalentHub.Services.Recruiting;

namespace TalentHub.Web.Pages.Careers;

/// <summary>The privacy notice in force, or the very version that someone agreed to.</summary>
public sealed class PrivacyModel(Notices notices) : PageModel
{
    public NoticeVersion? Notice { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? version, CancellationToken ct)
    {
        Notice = version is { } number ? await notices.FindAsync(number, ct) : await notices.InForceAsync(ct);
        return version is not null && Notice is null ? NotFound() : Page();
    }
}
