using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Screening;

namespace TalentHub.Web.Pages.Screening.Duplicates;

/// <summary>Pairs of records that may be one person and that nobody has looked at yet.</summary>
public sealed class IndexModel(TalentHubDb db) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<PairRow> Pairs { get; private set; } = [];

    public async Task OnGetAsync(long? after, CancellationToken ct) => Pairs = await (
        from d in db.DuplicatePairs.AsNoTracking()
        where d.State == DuplicateState.Suspected && d.Id > (after ?? 0)
        where db.Applications.Any(a => a.PersonId == d.FirstId) || db.Employments.Any(e => e.PersonId == d.FirstId)
        where db.Applications.Any(a => a.PersonId == d.SecondId) || db.Employments.Any(e => e.PersonId == d.SecondId)
        orderby d.Id
        join first in db.People on d.FirstId equals first.Id
        join second in db.People on d.SecondId equals second.Id
        select new PairRow(d.Id, d.Reasons, first.Name, first.CurrentEmployer, second.Name, second.CurrentEmployer, d.StateSince)).Take(Most + 1).ToListAsync(ct);

    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Next => Pairs.Count > Most ? Pairs[Most - 1].Id : null;

    public IEnumerable<PairRow> Shown => Pairs.Take(Most);

    public sealed record PairRow(long Id, List<MatchReason> Reasons, PersonName First, string? FirstEmployer, PersonName Second, string? SecondEmployer, DateTime Since);
}
