using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Offers;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Pages.Screening.Candidates;

namespace TalentHub.Web.Pages.Offers;

/// <summary>The offers that the viewer may see, newest first.</summary>
public sealed class IndexModel(TalentHubDb db, CurrentActor actor) : PageModel, IShowsRecords
{
    private const int PageSize = 50;

    [FromQuery(Name = "state")]
    public OfferState? State { get; set; }

    [FromQuery(Name = "q")]
    public string? Name { get; set; }

    /// <summary>The number of the last row of the page before.</summary>
    [FromQuery(Name = "after")]
    public long? After { get; set; }

    public IReadOnlyList<OfferRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<long, OfferAbout> About { get; private set; } = new Dictionary<long, OfferAbout>();

    public bool HasMore { get; private set; }

    public bool MayDraft => actor.Value.May(Capability.WriteOffers);

    public bool IsFiltered => State is not null || !string.IsNullOrWhiteSpace(Name);

    public IEnumerable<AuditNote> Revealed => [new(AuditAction.ReadPay, RecordKind.Offer)];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var offers = db.Offers.AsNoTracking();
        if (State is { } state)
        {
            offers = offers.Where(o => o.State == state);
        }

        if (!string.IsNullOrWhiteSpace(Name))
        {
            var name = Name.Trim().ToLowerInvariant();
            var named = db.PeopleNamed(name);
            offers = offers.Where(o => named.Contains(o.PersonId) || db.People.Any(p => p.Id == o.PersonId && p.SearchName.Contains(name)));
        }

        if (After is { } after)
        {
            offers = offers.Where(o => o.Id < after);
        }

        var rows = await offers.OrderByDescending(o => o.Id).Take(PageSize + 1)
            .Select(o => new
            {
                o.Id,
                o.State,
                o.StateSince,
                o.PersonId,
                o.RequisitionId,
                Number = o.Versions.Max(v => v.Number),
                StartsOn = o.Versions.OrderByDescending(v => v.Number).Select(v => v.StartsOn).First(),
                ExpiresOn = o.Versions.OrderByDescending(v => v.Number).Select(v => v.ExpiresOn).First(),
            })
            .ToListAsync(ct);
        HasMore = rows.Count > PageSize;
        Rows = [.. rows.Take(PageSize).Select(r => new OfferRow(r.Id, r.State, r.StateSince, r.PersonId, r.RequisitionId, r.Number, r.StartsOn, r.ExpiresOn))];
        About = await db.AboutOffersAsync([.. Rows.Select(r => r.Id)], ct);
    }
}
