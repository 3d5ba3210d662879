using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TalentHub.Data;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Services.Documents;

namespace TalentHub.Services.Operations;

/// <summary>
/// Empties an installation that holds the sample company: every row, then every file, so that it can be set up anew. A real company is never wiped by anybody. What remains
/// belongs to the installation: the keys that protect cookies, and the leases of the timers.
/// </summary>
public sealed class WipeSample(TalentHubDb db, FileStore store) : IService
{
    private static readonly HashSet<string> Installation = ["DataProtectionKeys", "JobLeases", "ServingInstances"];

    /// <param name="typed">The company's name, in either language, as a sign that they mean it.</param>
    /// <exception cref="DomainException">It is a real company, or the name is another.</exception>
    public async Task WipeAsync(string? typed, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        await db.InTransactionAsync(
            async () =>
            {
                var companies = await db.Companies.AsNoTracking().ToListAsync(ct);
                Require.That(companies.Count > 0 && companies.TrueForAll(c => c.IsDemo), "Only the sample company can be wiped; this one is real.");
                var name = companies[0].Name;
                var given = typed?.Trim() ?? string.Empty;
                Require.That(given.Length > 0 && (given == name.En || given == name.Zh), "This is not the company's name. Nothing was wiped.", "Name");
                await DeleteAsync(ct);
                db.ChangeTracker.Clear();
                db.Receipt = null;

                // The first line of the new log. Numbers begin again, so it names the role, not a number that will be somebody else's.
                db.Audit(new AuditNote(AuditAction.SampleWiped, RecordKind.Installation), db.Acting with { PersonId = null, AccountId = null });
                await db.SaveChangesAsync(ct);
            },
            ct);

        // After the rows: a stop in between leaves bytes without a row, which the nightly sweep removes.
        foreach (var file in store.NamesBefore(DateTime.MaxValue).ToList())
        {
            store.Delete(file);
        }
    }

    private async Task DeleteAsync(CancellationToken ct)
    {
        foreach (var statement in Statements(db))
        {
            await db.Database.ExecuteSqlRawAsync(statement, ct);
        }

        if (db.Database.IsSqlite())
        {
            // Numbers begin again: the first request of the company to come is REQ-1.
            await db.Database.ExecuteSqlRawAsync("DELETE FROM sqlite_sequence", ct);
        }
    }

    /// <summary>What empties every table, in an order that no reference stands against. Names come from the model; both databases take them in double quotes.</summary>
    public static IReadOnlyList<string> Statements(TalentHubDb db)
    {
        var tables = Tables(db);
        return
        [
            .. tables.SelectMany(t => t.Loops.Select(column => string.Create(CultureInfo.InvariantCulture, $"UPDATE \"{t.Name}\" SET \"{column}\" = NULL"))),
            .. tables.Select(t => string.Create(CultureInfo.InvariantCulture, $"DELETE FROM \"{t.Name}\"")),
        ];
    }

    /// <summary>Every table after those that point to it. Columns that point in a circle are emptied first.</summary>
    private static List<(string Name, List<string> Loops)> Tables(TalentHubDb db)
    {
        var keys = db.Model.GetRelationalModel().Tables.Where(t => !Installation.Contains(t.Name))
            .ToDictionary(t => t.Name, t => t.ForeignKeyConstraints.ToList());
        var ordered = new List<(string Name, List<string> Loops)>();
        var loops = keys.ToDictionary(k => k.Key, k => k.Value.Where(f => f.PrincipalTable.Name == k.Key).SelectMany(f => f.Columns).Select(c => c.Name).ToList());
        var left = keys.Keys.Order(StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var free = left.Where(t => !left.Exists(other => other != t && Points(other, t))).ToList();
            if (free.Count == 0)
            {
                // A circle: cut it at a reference that may be empty.
                var cut = left.SelectMany(t => keys[t].Where(f => f.PrincipalTable.Name != t && left.Contains(f.PrincipalTable.Name) && f.Columns.All(c => c.IsNullable))).First();
                loops[cut.Table.Name].AddRange(cut.Columns.Select(c => c.Name));
                keys[cut.Table.Name].Remove(cut);
                continue;
            }

            ordered.AddRange(free.Select(t => (t, loops[t])));
            left.RemoveAll(free.Contains);
        }

        return ordered;

        bool Points(string from, string to) => keys[from].Exists((IForeignKeyConstraint f) => f.PrincipalTable.Name == to);
    }
}
