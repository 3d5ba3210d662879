using Microsoft.Data.Sqlite;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Forms;

/// <summary>A factory's database as it was at some moment; whatever a form did since can be put back. SQLite only.</summary>
public sealed class KeptDatabase(TalentHubFactory factory) : IDisposable
{
    private readonly SqliteConnection kept = new("Data Source=:memory:");

    /// <summary>What it says now is what <see cref="Restore"/> comes back to.</summary>
    public void Keep()
    {
        if (kept.State != System.Data.ConnectionState.Open)
        {
            kept.Open();
        }

        using var live = Live();
        live.BackupDatabase(kept);
    }

    public void Restore()
    {
        using (var live = Live())
        {
            kept.BackupDatabase(live);
        }

        factory.Forget();
    }

    /// <summary>How many rows each table has, without what counts the forms themselves.</summary>
    public IReadOnlyList<string> Rows()
    {
        using var live = Live();
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

    public void Dispose() => kept.Dispose();

    private SqliteConnection Live()
    {
        var live = new SqliteConnection($"Data Source={factory.DatabaseFile};Pooling=False;Default Timeout=30");
        live.Open();
        return live;
    }
}
