using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Onboarding;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Onboarding.Templates;

/// <summary>The company's onboarding templates.</summary>
public sealed class IndexModel(TalentHubDb db) : FormPage
{
    [BindProperty]
    public long TemplateId { get; set; }

    public IReadOnlyList<OnboardingTemplate> Templates { get; private set; } = [];

    public IReadOnlyDictionary<long, Bilingual> Departments { get; private set; } = new Dictionary<long, Bilingual>();

    public IReadOnlyDictionary<long, Bilingual> Places { get; private set; } = new Dictionary<long, Bilingual>();

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Templates = await db.OnboardingTemplates.AsNoTracking().OrderBy(t => t.IsRetired).ThenBy(t => t.Id).ToListAsync(ct);
        Departments = await db.Departments.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Name, ct);
        Places = await db.Locations.AsNoTracking().ToDictionaryAsync(l => l.Id, l => l.Name, ct);
    }

    /// <summary>Out of use, or back again; running plans keep their tasks.</summary>
    public async Task<IActionResult> OnPostRetireAsync(CancellationToken ct)
    {
        var template = await db.OnboardingTemplates.SingleOrNotFoundAsync(t => t.Id == TemplateId, ct);
        db.Expect(template, Version);
        if (template.IsRetired)
        {
            template.Revive();
        }
        else
        {
            template.Retire();
        }

        await db.SaveChangesAsync(ct);
        return Done(template.IsRetired ? "New hires no longer get it." : "New hires get it again.", "/onboarding/templates");
    }
}
