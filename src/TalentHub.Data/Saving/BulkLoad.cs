using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Setup;

namespace TalentHub.Data.Saving;

/// <summary>Fills an installation in one transaction: moves and timeline as always, but nothing reacts, and the counters of Flow are computed afterwards (<see cref="FlowRebuild"/>).</summary>
public static class BulkLoad
{
    /// <summary>Kibibytes. Pages that many rows touch stay in memory until they are full, instead of going to the disk again and again.</summary>
    private const int Cache = 98_304;

    /// <summary>SQLite's own, in kibibytes.</summary>
    private const int UsualCache = 2_000;

    public static async Task RunAsync(TalentHubDb db, Func<Task> work, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var kept = db.Reactions;
        await db.Database.OpenConnectionAsync(ct);
        (db.Reactions, db.IsBulk, db.ChangeTracker.AutoDetectChangesEnabled) = (null, true, false);
        try
        {
            await PrepareAsync(db, ct);
            await db.InTransactionAsync(work, ct);
        }
        finally
        {
            db.ChangeTracker.Clear();
            (db.Reactions, db.IsBulk, db.ChangeTracker.AutoDetectChangesEnabled) = (kept, false, true);
            await RestoreAsync(db, CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// In one transaction of millions of rows every page would be looked for in an ever longer write-ahead log, and then be copied; with a rollback journal, which is as
    /// durable, new pages go where they stay. SQLite changes over only while nobody else has the file open: beside others the log stays.
    /// </summary>
    private static async Task PrepareAsync(TalentHubDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
        {
            return;
        }

        var connection = db.Database.GetDbConnection();
        await RunAsync(connection, FormattableString.Invariant($"PRAGMA cache_size=-{Cache}"), ct);
        try
        {
            await RunAsync(connection, "PRAGMA busy_timeout=0; PRAGMA journal_mode=DELETE", ct);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            // Somebody else is there.
        }
        finally
        {
            // Patient again.
            SqlitePragmas.Run(connection);
        }
    }

    private static async Task RestoreAsync(TalentHubDb db, CancellationToken ct)
    {
        if (db.Database.IsSqlite())
        {
            await RunAsync(db.Database.GetDbConnection(), FormattableString.Invariant($"PRAGMA journal_mode=WAL; PRAGMA cache_size=-{UsualCache}"), ct);
        }
    }

    private static async Task RunAsync(DbConnection connection, string pragmas, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        await command.ExecuteNonQueryAsync(ct);
    }
}
