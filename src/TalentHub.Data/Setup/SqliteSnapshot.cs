using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TalentHub.Data.Setup;

/// <summary>What a copy of the database holds, read without the model: a copy may be older than this program.</summary>
/// <param name="Schema">Its last migration; null when it was never migrated.</param>
/// <param name="Rows">How many rows each table holds.</param>
public sealed record SnapshotContents(string? Schema, IReadOnlyDictionary<string, long> Rows);

/// <summary>A file that a copy of the database knows.</summary>
public sealed record SnapshotFile(long Id, string StorageName, long Size, string Sha256);

/// <summary>A copy of the SQLite database at one moment, made while others write.</summary>
public static class SqliteSnapshot
{
    /// <summary>
    /// Writes the copy with <c>VACUUM INTO</c>: one read transaction, so it is of one moment and holds up no writer, and it writes rows, not pages. SQLite's page copy would take along the
    /// free pages, in which an older file still holds what was deleted.
    /// </summary>
    /// <param name="to">Must not exist.</param>
    public static async Task TakeAsync(string from, string to, CancellationToken ct)
    {
        await using var connection = await OpenAsync(from, SqliteOpenMode.ReadWrite, ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $to";
        command.Parameters.AddWithValue("$to", to);
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<SnapshotContents> ReadAsync(string file, CancellationToken ct)
    {
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadOnly, ct);
        var tables = await ListAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", row => row.GetString(0), ct);
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            rows[table] = (await ListAsync(connection, $"SELECT COUNT(*) FROM \"{table}\"", row => row.GetInt64(0), ct))[0];
        }

        var schema = tables.Contains("__EFMigrationsHistory")
            ? (await ListAsync(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId DESC LIMIT 1", row => row.GetString(0), ct)).FirstOrDefault()
            : null;
        return new SnapshotContents(schema, rows);
    }

    /// <summary>The files that it knows, by number.</summary>
    public static async Task<IReadOnlyList<SnapshotFile>> FilesAsync(string file, CancellationToken ct)
    {
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadOnly, ct);
        return await ListAsync(
            connection, "SELECT Id, StorageName, Size, Sha256 FROM Files ORDER BY Id", row => new SnapshotFile(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3)), ct);
    }

    /// <summary>Which of these files the database still knows now.</summary>
    public static async Task<bool> KnowsAsync(string file, long id, CancellationToken ct)
    {
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWrite, ct);
        return (await ListAsync(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT COUNT(*) FROM Files WHERE Id = {id}"), row => row.GetInt64(0), ct))[0] > 0;
    }

    /// <summary>What SQLite itself finds wrong in the file: pages, indexes, rows that point nowhere. Null when nothing is.</summary>
    public static async Task<string?> FaultAsync(string file, CancellationToken ct)
    {
        try
        {
            await using var connection = await OpenAsync(file, SqliteOpenMode.ReadOnly, ct);
            var said = await ListAsync(connection, "PRAGMA integrity_check(1)", row => row.GetString(0), ct);
            return said is not ["ok"] ? said.FirstOrDefault() ?? "no answer"
                : (await ListAsync(connection, "PRAGMA foreign_key_check", row => row.GetString(0), ct)).FirstOrDefault() is { } table ? $"a row of {table} points nowhere"
                : null;
        }
        catch (SqliteException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Puts everything into the one file, so that it can be moved: the log is written back and gone. Proves, too, that nobody has it open.</summary>
    /// <exception cref="IOException">Somebody has.</exception>
    public static async Task MakeOneFileAsync(string file, CancellationToken ct)
    {
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWrite, ct);
        SqlitePragmas.Run(connection);
        if (await ListAsync(connection, "PRAGMA journal_mode=DELETE", row => row.GetString(0), ct) is not ["delete"])
        {
            throw new IOException($"{file} is still open elsewhere.");
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 600 }.ToString());
        await connection.OpenAsync(ct);
        return connection;
    }

    private static async Task<List<T>> ListAsync<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables come from the file itself, numbers are numbers.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(ct);
        var list = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            list.Add(read(reader));
        }

        return list;
    }
}
