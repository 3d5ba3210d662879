using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Visibility;
using TalentHub.Domain.People;

namespace TalentHub.Data.Saving;

/// <summary>Keeps <see cref="DepartmentLine"/> true in the transaction that moves a department. Departments are few: all are read.</summary>
internal static class DepartmentLines
{
    /// <summary>Asked before the rows are written.</summary>
    public static bool WillChange(TalentHubDb db) => db.ChangeTracker.Entries<Department>()
        .Any(e => e.State == EntityState.Added || (e.State == EntityState.Modified && e.Property(d => d.ParentId).IsModified));

    /// <summary>Adds and removes what differs; the next write stores it.</summary>
    public static async Task KeepAsync(TalentHubDb db, CancellationToken ct)
    {
        var parents = await db.Departments.AsNoTracking().Select(d => new { d.Id, d.ParentId }).ToDictionaryAsync(d => d.Id, d => d.ParentId, ct);
        var wanted = parents.Keys.SelectMany(id => Above(id, parents).Select(above => (id, above))).ToHashSet();
        var kept = await db.DepartmentLines.ToListAsync(ct);
        db.DepartmentLines.RemoveRange(kept.Where(l => !wanted.Contains((l.DepartmentId, l.AboveId))));
        wanted.ExceptWith(kept.Select(l => (l.DepartmentId, l.AboveId)));
        db.DepartmentLines.AddRange(wanted.Select(l => new DepartmentLine { DepartmentId = l.id, AboveId = l.above }));
    }

    private static List<long> Above(long department, Dictionary<long, long?> parents)
    {
        var line = new List<long>();
        for (long? at = department; at is { } id && !line.Contains(id); at = parents.GetValueOrDefault(id))
        {
            line.Add(id);
        }

        return line;
    }
}
