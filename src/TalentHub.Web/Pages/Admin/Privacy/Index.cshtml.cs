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

    [FromQuery]
    public long? Before { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = new(null, null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var requests = db.PrivacyRequests.AsNoTracking().Where(r => PrivacyRequestFlow.Open.Contains(r.State) != Closed);
        if (Before is { } before)
        {
            requests = requests.Where(r => r.Id < before);
        }

        var rows = await (
            from r in requests
            join p in db.People.AsNoTracking() on r.PersonId equals p.Id
            orderby r.Id descending
            select new Row(r.Id, r.Kind, r.State, r.StateSince, r.DueOn, p.Id, p.Name)).Take(PageSize + 1).ToListAsync(ct);
        Rows = [.. rows.Take(PageSize)];
        Pager = new Pager(Before is null ? null : Address(null), rows.Count > PageSize ? Address(rows[PageSize - 1].Id) : null);
    }

    private string Address(long? before) => "/admin/privacy?" + (Closed ? "closed=true&" : string.Empty) + (before is null ? string.Empty : $"before={before}");

    public sealed record Row(long Id, PrivacyRequestKind Kind, PrivacyRequestState State, DateTime StateSince, DateOnly DueOn, long PersonId, PersonName Name);
}
