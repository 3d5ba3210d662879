using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Data.Sqlite;
using TalentHub.Data.SqlServer;

namespace TalentHub.Web.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public void The_sqlite_migrations_say_all_that_the_model_says()
    {
        using var db = Sqlite("unused.db");

        Assert.False(db.Database.HasPendingModelChanges(), "Run eng/migrations.sh.");
    }

    [Fact]
    public void The_sql_server_migrations_say_all_that_the_model_says()
    {
        using var db = SqlServer();

        Assert.False(db.Database.HasPendingModelChanges(), "Run eng/migrations.sh.");
    }

    [Fact]
    public async Task An_empty_sqlite_file_is_migrated_and_a_second_start_finds_nothing_to_do()
    {
        var folder = Directory.CreateTempSubdirectory("talenthub-migrate-").FullName;
        var settings = new DatabaseSettings(Path.Combine(folder, "talenthub.db"));
        await using (var db = Sqlite(settings.SqliteFile))
        {
            Assert.NotEmpty(await DatabaseStart.MigrateAsync(db, settings, CancellationToken.None));
            Assert.Empty(await DatabaseStart.MigrateAsync(db, settings, CancellationToken.None));
            Assert.Empty(await db.People.IgnoreQueryFilters().ToListAsync(TestContext.Current.CancellationToken));
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_database_of_another_version_is_left_as_it_is_and_the_start_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("talenthub-other-").FullName;
        var settings = new DatabaseSettings(Path.Combine(folder, "talenthub.db"));
        await using (var db = Sqlite(settings.SqliteFile))
        {
            await DatabaseStart.MigrateAsync(db, settings, CancellationToken.None);
            await db.Database.ExecuteSqlRawAsync("""UPDATE "__EFMigrationsHistory" SET "MigrationId" = '29990101000000_Newer' """, TestContext.Current.CancellationToken);

            await Assert.ThrowsAsync<OtherSchemaException>(() => DatabaseStart.MigrateAsync(db, settings, CancellationToken.None));
            Assert.Equal(["29990101000000_Newer"], await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
            Assert.False(File.Exists(settings.SqliteFile + ".before-upgrade"));
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_lock_row_left_by_a_killed_start_does_not_stop_the_next_one()
    {
        var folder = Directory.CreateTempSubdirectory("talenthub-stale-").FullName;
        var settings = new DatabaseSettings(Path.Combine(folder, "talenthub.db"));
        await using (var db = Sqlite(settings.SqliteFile))
        {
            await DatabaseStart.MakeFileAsync(settings.SqliteFile, TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync(
                """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');""",
                TestContext.Current.CancellationToken);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));

            Assert.NotEmpty(await DatabaseStart.MigrateAsync(db, settings, patience.Token));
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_script_for_sql_server_is_t_sql()
    {
        using var db = SqlServer();
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        new TSql170Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);

        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
        Assert.Contains("CREATE TABLE [People]", script, StringComparison.Ordinal);
    }

    private static SqliteTalentHubDb Sqlite(string file)
    {
        var options = new DbContextOptionsBuilder<SqliteTalentHubDb>();
        DataServices.Configure(options, new DatabaseSettings(file));
        return new SqliteTalentHubDb(options.Options);
    }

    private static SqlServerTalentHubDb SqlServer()
    {
        var options = new DbContextOptionsBuilder<SqlServerTalentHubDb>();
        DataServices.Configure(options, new DatabaseSettings(string.Empty, "Server=(none);Database=none"));
        return new SqlServerTalentHubDb(options.Options);
    }
}
