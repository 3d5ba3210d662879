using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Data;

/// <summary>What makes the embedded database keep what it has acknowledged.</summary>
public sealed class SqliteTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task It_writes_ahead_and_to_the_disk_checks_its_keys_and_waits_for_its_turn()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "The tests run on SQL Server.");
        Task<string> SaysAsync(string what) => factory.DbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = what;
            return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
        });

        Assert.Equal("wal", await SaysAsync("PRAGMA journal_mode"));
        Assert.Equal("2", await SaysAsync("PRAGMA synchronous"));
        Assert.Equal("1", await SaysAsync("PRAGMA foreign_keys"));
        Assert.True(int.Parse(await SaysAsync("PRAGMA busy_timeout"), System.Globalization.CultureInfo.InvariantCulture) >= 5000);

        // Below 3.51.3 a write-ahead log can be damaged.
        Assert.True(Version.Parse(await SaysAsync("SELECT sqlite_version()")) >= new Version(3, 51, 3));
    }

    [Fact]
    public async Task A_unit_of_work_takes_the_write_lock_before_it_reads()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "The tests run on SQL Server.");
        await factory.DbAsync(db => db.InTransactionAsync(
            async () =>
            {
                // Nothing is written yet, and still nobody else begins to write.
                await db.Companies.CountAsync();
                await using var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = factory.DatabaseFile, Pooling = false, DefaultTimeout = 1 }.ToString());
                await other.OpenAsync();
                await using var begin = other.CreateCommand();
                begin.CommandText = "BEGIN IMMEDIATE";
                var busy = await Assert.ThrowsAsync<SqliteException>(() => begin.ExecuteNonQueryAsync());
                Assert.Equal(5, busy.SqliteErrorCode);
            },
            CancellationToken.None));
    }
}
