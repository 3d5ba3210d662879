using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;

namespace TalentHub.Web.Pages.Recruiting.Postings;

/// <summary>All postings that the viewer may see, newest first, by state.</summary>
public sealed class IndexModel(TalentHubDb db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public PostingState? State { get; set; }

    /// <summary>Only of this job.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Job { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public long? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var requisitionId = Domain.Demand.Requisition.KeyOf(Job);
        var state = State is { } one && Enum.IsDefined(one) ? State : null;
        var rows = await (
            from p in db.Postings.AsNoTracking()
            where (state == null || p.State == state) && (requisitionId == null || p.RequisitionId == requisitionId) && (After == null || p.Id < After)
            orderby p.Id descending
            select new Row(
                p.Id, p.RequisitionId, p.Title, p.Kind, p.State, p.StateSince, p.OpensOn, p.ClosesOn, db.Applications.Count(a => a.PostingId == p.Id), db.Requisitions.Any(r => r.Id == p.RequisitionId))).Take(PageSize + 1).ToListAsync(ct);
        Next = rows.Count > PageSize ? rows[PageSize - 1].Id : null;
        Rows = [.. rows.Take(PageSize)];
    }

    /// <param name="SeesRequest">A live posting is everybody's to read; the request behind it may not be the viewer's.</param>
    public sealed record Row(
        long Id, long RequisitionId, Bilingual Title, PostingKind Kind, PostingState State, DateTime Since, DateOnly? OpensOn, DateOnly? ClosesOn, int Applications,
        bool SeesRequest);
}
