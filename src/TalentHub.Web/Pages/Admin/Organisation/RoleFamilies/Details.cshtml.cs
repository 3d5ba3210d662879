using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Careers;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Organisation.RoleFamilies;

/// <summary>One role family on a page: ladder with pay, skills, posting, questions, interview plan with kits, scorecard.</summary>
public sealed class DetailsModel(TalentHubDb db) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = string.Empty;

    public RoleFamily Family { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.RoleFamilies.AsNoTracking().SingleOrDefaultAsync(f => f.Code == Code, ct) is not { } family)
        {
            return NotFound();
        }

        Family = family;
        return Page();
    }

    public FamilyAttribute? Attribute(string code) => Family.Attributes.Find(a => a.Code == code);
}
