using Microsoft.EntityFrameworkCore;

namespace TalentHub.Data.Saving;

/// <summary>Fills an installation in one transaction: moves and timeline as always, but nothing reacts, and the counters of Flow are computed afterwards (<see cref="FlowRebuild"/>).</summary>
public static class BulkLoad
{
    /// <summary>Kibibytes. Pages that many rows touch stay in memory until they are full, instead of going to the log again and again.</summary>
    private const int Cache = 98_304;

    /// <summary>SQLite's own, in kibibytes.</summary>
    private const int UsualCache = 2_000;

    public static async Task RunAsync(TalentHubDb db, Func<Task> work, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var kept = db.Reactions;
        (db.Reactions, db.IsBulk, db.ChangeTracker.AutoDetectChangesEnabled) = (null, true, false);
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await KeepAsync(db, Cache, ct);
            await db.InTransactionAsync(work, ct);
        }
        finally
        {
            db.ChangeTracker.Clear();
            (db.Reactions, db.IsBulk, db.ChangeTracker.AutoDetectChangesEnabled) = (kept, false, true);
            await KeepAsync(db, UsualCache, CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task KeepAsync(TalentHubDb db, int kibibytes, CancellationToken ct)
    {
        if (db.Database.IsSqlite())
        {
            // A negative figure is kibibytes; a pragma takes no parameters.
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = FormattableString.Invariant($"PRAGMA cache_size=-{kibibytes}");
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
