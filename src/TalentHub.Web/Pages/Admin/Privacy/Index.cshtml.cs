using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Privacy;
using TalentHub.Web.Components;

namespace TalentHub.Web.Pages.Admin.Privacy;

/// <summary>Privacy requests: those that wait by the day that the law names, the others newest first.</summary>
public sealed class IndexModel(TalentHubDb db) : PageModel
{
    private const int PageSize = 50;

    [FromQuery]
    public bool Closed { get; set; }

    /// <summary>The last request of the page before.</summary>
    [FromQuery]
    public long? Before { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = new(null, null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var requests = db.PrivacyRequests.AsNoTracking().Where(r => PrivacyRequestFlow.Open.Contains(r.State) != Closed);
        if (Before is { } before && await db.PrivacyRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == before, ct) is { } last)
        {
            requests = Closed ? requests.Where(r => r.Id < before) : requests.Where(r => r.DueOn > last.DueOn || (r.DueOn == last.DueOn && r.Id > before));
        }

        requests = Closed ? requests.OrderByDescending(r => r.Id) : requests.OrderBy(r => r.DueOn).ThenBy(r => r.Id);
        var rows = await (
            from r in requests
            join p in db.People.AsNoTracking() on r.PersonId equals p.Id
            select new Row(r.Id, r.Kind, r.State, r.StateSince, r.DueOn, p.Id, p.Name)).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. rows.Take(PageSize)];
        Pager = new Pager(Before is null ? null : Address(null), rows.Count > PageSize ? Address(rows[PageSize - 1].Id) : null);
    }

    private string Address(long? before) => "/admin/privacy?" + (Closed ? "closed=true&" : string.Empty) + (before is null ? string.Empty : $"before={before}");

    public sealed record Row(long Id, PrivacyRequestKind Kind, PrivacyRequestState State, DateTime StateSince, DateOnly DueOn, long PersonId, PersonName Name);
}
