using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Organisation.Reasons;

/// <summary>The company's reasons by kind. Retired ones stay readable and are no longer offered.</summary>
public sealed class IndexModel(TalentHubDb db) : FormPage
{
    public IReadOnlyList<IGrouping<ReasonKind, CompanyReason>> Groups { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken ct) =>
        Groups = [.. (await db.CompanyReasons.AsNoTracking().OrderBy(r => r.Id).ToListAsync(ct)).GroupBy(r => r.Kind).OrderBy(g => g.Key)];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>Retires it, or brings it back.</summary>
    public async Task<IActionResult> OnPostRetireAsync(long id, CancellationToken ct)
    {
        var reason = await db.CompanyReasons.SingleOrNotFoundAsync(r => r.Id == id, ct);
        db.Expect(reason, Version);
        if (reason.IsRetired)
        {
            reason.BringBack();
        }
        else
        {
            reason.Retire();
        }

        await db.SaveChangesAsync(ct);
        return Done(reason.IsRetired ? new Sentence("“{name}” is no longer offered", ("name", reason.Text)) : new Sentence("“{name}” is offered again", ("name", reason.Text)), "/admin/reasons");
    }
}
