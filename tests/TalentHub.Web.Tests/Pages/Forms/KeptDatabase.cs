using Microsoft.Data.Sqlite;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Forms;

/// <summary>A factory's database as it was at some moment; whatever a form did since can be put back. SQLite only.</summary>
public sealed class KeptDatabase(TalentHubFactory factory) : IDisposable
{
    private readonly SqliteConnection kept = new("Data Source=:memory:");

    /// <summary>Stays open: tests that run beside this one empty all pools, and a file whose last connection closes cannot be opened for a moment.</summary>
    private SqliteConnection? open;

    /// <summary>What it says now is what <see cref="Restore"/> comes back to.</summary>
    public void Keep()
    {
        if (kept.State != System.Data.ConnectionState.Open)
        {
            kept.Open();
        }

        Live().BackupDatabase(kept);
    }

    public void Restore()
    {
        kept.BackupDatabase(Live());
        factory.Forget();
    }

    /// <summary>How many rows each table has, without what counts the forms themselves.</summary>
    public IReadOnlyList<string> Rows()
    {
        var live = Live();
        using var tables = live.CreateCommand();
        tables.CommandText = "SELECT group_concat('SELECT ''' || name || ''' AS name, count(*) AS n FROM \"' || name || '\"', ' UNION ALL ') FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%Search%' AND name <> 'FormReceipts'";
        using var count = live.CreateCommand();
        count.CommandText = (string)tables.ExecuteScalar()!;
        using var reader = count.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add($"{reader.GetString(0)} {reader.GetInt64(1)}");
        }

        return rows;
    }

    public void Dispose()
    {
        open?.Dispose();
        kept.Dispose();
    }

    private SqliteConnection Live()
    {
        if (open is null)
        {
            open = new SqliteConnection($"Data Source={factory.DatabaseFile};Pooling=False;Default Timeout=30");
            open.Open();
        }

        return open;
    }
}
