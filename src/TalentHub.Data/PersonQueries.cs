using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Common;

namespace TalentHub.Data;

public static class PersonQueries
{
    /// <summary>Names as they are shown, by person; those whom the viewer may not see are left out.</summary>
    public static async Task<Dictionary<long, string>> NamesAsync(this TalentHubDb db, IEnumerable<long> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        return wanted.Count == 0
            ? []
            : await db.People.AsNoTracking().Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, Name = new PersonName(p.Name.Given, p.Name.Family) }).ToDictionaryAsync(p => p.Id, p => p.Name.Display, ct);
    }
}
