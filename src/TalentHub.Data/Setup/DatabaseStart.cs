using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TalentHub.Data.Setup;

/// <summary>The database holds a schema that this version does not know: made by a newer one, or by one before the first release.</summary>
public sealed class OtherSchemaException() : Exception(
    "This database was made by another version of TalentHub, and this one does not know its schema; nothing was changed. Start the version that made it, or name another data folder or database.");

/// <summary>
/// Brings the schema up to date so that a kill at any point is survived. EF Core's own lock is a plain row that a killed process leaves behind, and the next start
/// would wait for ever: so pending migrations are looked for first, an operating-system lock is held beside the file, and a stale row is cleared under it. The file is
/// copied before an upgrade, since SQLite rebuilds a table in several transactions.
/// </summary>
public static class DatabaseStart
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Makes or upgrades the schema. On SQL Server the database itself must exist: the app neither creates nor drops one.</summary>
    /// <returns>The migrations that were applied.</returns>
    /// <exception cref="OtherSchemaException">It was made by another version.</exception>
    /// <exception cref="NoDatabaseException">On SQL Server: nobody answers, or not under this name.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(TalentHubDb db, DatabaseSettings settings, CancellationToken ct)
    {
        if (!settings.IsSqlite)
        {
            return await ApplyAsync(db, ct);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(settings.SqliteFile))!;
        Directory.CreateDirectory(folder);
        await using var fileLock = await LockAsync(Path.Combine(folder, "start.lock"), ct);
        var before = settings.SqliteFile + ".before-upgrade";
        if (File.Exists(before))
        {
            // The last upgrade did not end: go back to the schema before it, never between two.
            SqliteConnection.ClearAllPools();
            foreach (var part in new[] { "-wal", "-shm" })
            {
                File.Delete(settings.SqliteFile + part);
            }

            File.Move(before, settings.SqliteFile, overwrite: true);
        }

        await MakeFileAsync(settings.SqliteFile, ct);
        await ClearStaleLockAsync(db, ct);
        var pending = await PendingAsync(db, ct);
        if (pending.Count == 0)
        {
            return [];
        }

        var isUpgrade = (await db.Database.GetAppliedMigrationsAsync(ct)).Any();
        if (isUpgrade)
        {
            await CopyAsync(settings.SqliteFile, before, ct);
        }

        await db.Database.MigrateAsync(ct);
        File.Delete(before);
        return pending;
    }

    /// <summary>Makes the file if there is none, and sees to its write-ahead log.</summary>
    public static async Task MakeFileAsync(string file, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Migrations that the database lacks; for the readiness probe.</summary>
    public static async Task<bool> IsCurrentAsync(TalentHubDb db, CancellationToken ct) => !(await db.Database.GetPendingMigrationsAsync(ct)).Any();

    /// <summary>Whether there is a database at all.</summary>
    /// <exception cref="NoDatabaseException">There is none.</exception>
    public static async Task LookAsync(TalentHubDb db, CancellationToken ct)
    {
        if (!await db.Database.CanConnectAsync(ct))
        {
            throw new NoDatabaseException(db.Database.IsSqlite());
        }
    }

    private static async Task<IReadOnlyList<string>> ApplyAsync(TalentHubDb db, CancellationToken ct)
    {
        await LookAsync(db, ct);
        var pending = await PendingAsync(db, ct);
        if (pending.Count > 0)
        {
            await db.Database.MigrateAsync(ct);
        }

        return pending;
    }

    private static async Task<List<string>> PendingAsync(TalentHubDb db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        return applied.Except(known).Any() ? throw new OtherSchemaException() : [.. known.Except(applied)];
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (!patience.IsCancellationRequested)
            {
                // Another instance is starting on the same folder; the system frees its lock even if it is killed.
                await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
            }
        }
    }

    private static async Task ClearStaleLockAsync(TalentHubDb db, CancellationToken ct)
    {
        if (await TableExistsAsync(db, "__EFMigrationsLock", ct))
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", ct);
        }
    }

    private static async Task<bool> TableExistsAsync(TalentHubDb db, string table, CancellationToken ct) =>
        await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = {table}").SingleAsync(ct) > 0;

    /// <summary>SQLite's own backup: consistent also while others write.</summary>
    private static async Task CopyAsync(string from, string to, CancellationToken ct)
    {
        var unfinished = to + ".part";
        File.Delete(unfinished);
        await using (var source = new SqliteConnection(DataServices.SqliteConnectionString(from)))
        await using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
        {
            await source.OpenAsync(ct);
            await target.OpenAsync(ct);
            source.BackupDatabase(target);
        }

        File.Move(unfinished, to, overwrite: true);
    }
}
