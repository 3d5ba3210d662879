using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using TalentHub.Data.Setup;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Data;

/// <summary>On SQL Server the product migrates the database that it is given, and neither makes nor drops one.</summary>
public sealed class SqlServerStartTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_database_is_migrated_and_nothing_is_said_about_the_database_itself()
    {
        var server = new PretendServer();
        await using var db = server.Context();

        var applied = await DatabaseStart.MigrateAsync(db, PretendServer.Settings, Now);

        Assert.Equal(db.Database.GetMigrations(), applied);
        Assert.Contains(server.Sent, sql => sql.Contains("CREATE TABLE [People]", StringComparison.Ordinal));
        Assert.Contains(server.Sent, sql => sql.Contains("INSERT INTO [__EFMigrationsHistory]", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Sent, sql => sql.Contains(" DATABASE", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Where_there_is_no_such_database_the_start_says_so_and_sends_nothing()
    {
        var server = new PretendServer(hasDatabase: false);
        await using var db = server.Context();

        var refusal = await Assert.ThrowsAsync<NoDatabaseException>(() => DatabaseStart.MigrateAsync(db, PretendServer.Settings, Now));

        Assert.Contains("does not exist. TalentHub does not create it", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(server.Sent);
    }

    [Theory]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    [InlineData("migrate")]
    [InlineData("check")]
    public async Task A_verb_ends_with_that_sentence_and_not_with_a_fault(params string[] words)
    {
        var folder = Directory.CreateTempSubdirectory("talenthub-no-server-").FullName;

        // Nobody listens on this port of the machine itself.
        var (code, _, wrong) = await ProductProgram.RunAsync(
            folder, [.. words, "--TALENTHUB_SQLSERVER=Server=127.0.0.1,9;Database=talenthub;User Id=sa;Password=none;TrustServerCertificate=true;Connect Timeout=2;ConnectRetryCount=0"]);

        Assert.Equal((2, new NoDatabaseException().Message), (code, wrong));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>EF Core's migrator makes a missing database, and a look beforehand leaves a moment in between.</summary>
    [Fact]
    public async Task What_would_make_or_drop_the_database_is_refused_before_it_leaves()
    {
        var server = new PretendServer();
        await using var db = server.Context();
        var creator = db.GetService<IRelationalDatabaseCreator>();

        await Assert.ThrowsAsync<NoDatabaseException>(() => creator.CreateAsync(Now));
        await Assert.ThrowsAsync<NoDatabaseException>(() => creator.DeleteAsync(Now));
        Assert.Throws<NoDatabaseException>(creator.Create);
        Assert.Throws<NoDatabaseException>(creator.Delete);
        await Assert.ThrowsAsync<NoDatabaseException>(() => db.Database.ExecuteSqlRawAsync("drop database talenthub", Now));

        Assert.Empty(server.Sent);
    }

    [Fact]
    public void No_code_of_the_product_asks_for_a_database_to_be_made_or_dropped()
    {
        string[] ways = ["EnsureCreated", "EnsureDeleted", "IDatabaseCreator", "IRelationalDatabaseCreator", "CREATE DATABASE", "DROP DATABASE"];

        var found = Repository.Files("src", ".cs").Where(f => Path.GetFileName(f) != "DatabaseStays.cs")
            .SelectMany(f => ways.Where(w => File.ReadAllText(f).Contains(w, StringComparison.OrdinalIgnoreCase)).Select(w => $"{Path.GetFileName(f)}: {w}"));

        Assert.Empty(found);
    }
}
