using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.People;

namespace TalentHub.Services.Calendar;

/// <summary>In which zone people live: their own setting, else their place of work, else the company's.</summary>
public sealed class Zones(TalentHubDb db) : IService
{
    private const string Fallback = "UTC";

    public async Task<IReadOnlyDictionary<long, string>> OfAsync(IReadOnlyCollection<long> personIds, CancellationToken ct)
    {
        var own = await db.People.AsNoTracking().Where(p => personIds.Contains(p.Id)).Select(p => new { p.Id, p.Zone }).ToListAsync(ct);
        var unknown = own.Where(p => p.Zone is null).Select(p => p.Id).ToList();
        var places = unknown.Count == 0
            ? []
            : await (from e in db.Employments.AsNoTracking()
                     join l in db.Locations on e.LocationId equals l.Id
                     where unknown.Contains(e.PersonId) && EmploymentFlow.Employed.Contains(e.State)
                     select new { e.PersonId, l.Zone }).ToListAsync(ct);
        var company = unknown.Count == 0 ? null : await db.Companies.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Zone).FirstOrDefaultAsync(ct);
        return own.ToDictionary(p => p.Id, p => p.Zone ?? places.Find(e => e.PersonId == p.Id)?.Zone ?? company ?? Fallback);
    }

    public async Task<string> OfAsync(long personId, CancellationToken ct) =>
        (await OfAsync([personId], ct)).GetValueOrDefault(personId, Fallback);
}
