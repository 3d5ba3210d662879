using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Recruiting;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Recruiting.Postings;

/// <summary>Begins a posting for a request: its text, questions and pay come from the role family, to be edited next.</summary>
public sealed class NewModel(TalentHubDb db, DraftPosting drafts) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? Requisition { get; set; }

    [BindProperty]
    public PostingKind Kind { get; set; }

    public Requisition Job { get; private set; } = null!;

    /// <summary>Requests to choose from, when the address names none.</summary>
    public IReadOnlyList<(long Id, Bilingual Title)> Choices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Domain.Demand.Requisition.KeyOf(Requisition) is not { } id)
        {
            ModelState.AddModelError(nameof(Requisition), T["Choose from the list."]);
            return await InvalidAsync(ct);
        }

        var requisition = await db.Requisitions.SingleOrNotFoundAsync(r => r.Id == id, ct);
        var posting = await drafts.DraftAsync(requisition, Enum.IsDefined(Kind) ? Kind : PostingKind.External, Me, ct);
        await db.SaveChangesAsync(ct);
        return Done("The draft is there. Read it through, then send it for review.", Links.Posting(posting.Id) + "/edit");
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        if (Domain.Demand.Requisition.KeyOf(Requisition) is { } id)
        {
            Job = await db.Requisitions.AsNoTracking().SingleOrNotFoundAsync(r => r.Id == id, ct);
            return;
        }

        var open = await db.Requisitions.AsNoTracking().Where(r => r.State == RequisitionState.Open || r.State == RequisitionState.Approved)
            .OrderByDescending(r => r.Id).Select(r => new { r.Id, r.Title }).Take(100).ToListAsync(ct);
        Choices = [.. open.Select(r => (r.Id, r.Title))];
    }
}
