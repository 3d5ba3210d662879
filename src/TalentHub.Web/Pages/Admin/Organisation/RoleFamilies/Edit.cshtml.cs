using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Organisation.RoleFamilies;

/// <summary>Changes a family's name, posting text, must-haves and pay. What was copied from it before stays as it is.</summary>
public sealed class EditModel(TalentHubDb db) : FormPage
{
    [FromRoute]
    public string Code { get; set; } = string.Empty;

    [BindProperty]
    public FamilyInput Input { get; set; } = new();

    public RoleFamily Family { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct)
    {
        Family = await db.RoleFamilies.AsNoTracking().SingleOrNotFoundAsync(f => f.Code == Code, ct);
        Shows(Family.Version);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = FamilyInput.From(Family);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var family = await db.RoleFamilies.SingleOrNotFoundAsync(f => f.Code == Code, ct);
        db.Expect(family, Version);
        family.Describe(new Bilingual(Input.NameEn, Input.NameZh), new Bilingual(Input.SummaryEn, Input.SummaryZh));
        family.WritePosting(Input.Posting());
        family.WriteMustHaves(Input.MustHaves(family));
        foreach (var pay in Input.Pay.Where(p => family.Level(p.Level ?? string.Empty)?.Pay(p.Currency ?? string.Empty) is not null))
        {
            family.SetPay(pay.Level!, pay.Currency!, Money.Of(pay.Minimum ?? 0, pay.Currency!).MinorUnits, Money.Of(pay.Maximum ?? 0, pay.Currency!).MinorUnits);
        }

        await db.SaveChangesAsync(ct);
        return Done(new Sentence("{name} is saved", ("name", family.Name)), $"/admin/role-families/{family.Code}");
    }
}
