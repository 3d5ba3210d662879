using System.Globalization;
using Microsoft.Data.Sqlite;
using TalentHub.Data.Saving;

namespace TalentHub.Data.Setup;

/// <summary>
/// Takes what was deleted out of the file itself. Every connection overwrites what it deletes (<c>secure_delete</c>), but a file may be older than that setting, and the
/// write-ahead log keeps older pages: so the file is written anew and the log cut off.
/// </summary>
public static class SqliteScrub
{
    private const int Attempts = 50;

    /// <summary>True when nothing old is left; false when readers were in the way of the log, which the next run tries again. Writers wait meanwhile.</summary>
    public static async Task<bool> RunAsync(string file, WriteGate gate, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 600 }.ToString());
        await connection.OpenAsync(ct);
        SqlitePragmas.Run(connection);
        await ScalarAsync(connection, "VACUUM", ct);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // Its first column is 1 while somebody still reads from the log.
            if (await ScalarAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", ct) == 0)
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), ct);
        }

        return false;
    }

    private static async Task<long> ScalarAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct) ?? 0L, CultureInfo.InvariantCulture);
    }
}
