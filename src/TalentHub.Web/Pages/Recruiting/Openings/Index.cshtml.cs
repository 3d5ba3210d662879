using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;

namespace TalentHub.Web.Pages.Recruiting.Openings;

/// <summary>What colleagues may apply for: every live posting, those for inside first.</summary>
public sealed class IndexModel(TalentHubDb db) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        // A colleague need not see the request behind a posting that is written for them.
        using var reading = db.ReadingAsSystem();
        Rows = await (
            from p in db.Postings.AsNoTracking()
            join r in db.Requisitions.AsNoTracking() on p.RequisitionId equals r.Id
            join l in db.Locations.AsNoTracking() on r.LocationId equals l.Id
            join d in db.Departments.AsNoTracking() on r.DepartmentId equals d.Id
            where p.State == PostingState.Live
            orderby p.Kind == PostingKind.Internal descending, p.LiveSince descending, p.Id descending
            select new Row(p.Id, p.Title, p.Kind, d.Name, l.Name, p.SalaryMin, p.SalaryMax, p.ClosesOn)).Take(200).ToListAsync(ct);
    }

    public sealed record Row(long Id, Bilingual Title, PostingKind Kind, Bilingual Department, Bilingual Place, Money? From, Money? To, DateOnly? ClosesOn);
}
