using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Common;

namespace TalentHub.Data;

public static class PersonQueries
{
    /// <summary>Names by person; those whom the viewer may not see are left out.</summary>
    public static async Task<Dictionary<long, PersonName>> NamesAsync(this TalentHubDb db, IEnumerable<long> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        return wanted.Count == 0
            ? []
            : await db.People.AsNoTracking().Where(p => wanted.Contains(p.Id))
                .Select(p => new { p.Id, Name = new PersonName(p.Name.Given, p.Name.Family, p.Name.Latin) }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }

    /// <summary>The same as a reader of a language can read them.</summary>
    public static async Task<Dictionary<long, string>> NamesAsync(this TalentHubDb db, IEnumerable<long> ids, string language, CancellationToken ct) =>
        (await db.NamesAsync(ids, ct)).ToDictionary(name => name.Key, name => name.Value.In(language));
}
