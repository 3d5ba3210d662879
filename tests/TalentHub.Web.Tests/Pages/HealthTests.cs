using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Setup;
using TalentHub.Data.Sqlite;
using TalentHub.Domain.Access;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages;

/// <summary>Each fault is made on purpose: readiness names that one and no other, and the process stays alive. A database that is away: <c>DatabaseAwayTests</c>.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_sound_installation_is_ready_and_tells_a_stranger_no_more_than_that()
    {
        await using var factory = new ReadyFactory();

        Assert.Equal((HttpStatusCode.OK, "database schema disk keys"), await LookAsync(factory));
        var stranger = await factory.Browser().GetAsync("/health/ready");
        Assert.Equal((HttpStatusCode.OK, "ready"), (stranger.Status, stranger.Html));
    }

    [Fact]
    public async Task A_schema_that_is_behind_is_named()
    {
        await using var factory = new ReadyFactory();
        var migrations = await factory.DbAsync(db => db.Database.GetAppliedMigrationsAsync());

        await factory.DbAsync(db => db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = {migrations.Last()}"""));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database disk keys"), await LookAsync(factory));
    }

    [Fact]
    public async Task A_disk_that_takes_no_file_is_named()
    {
        await using var factory = new ReadyFactory();
        _ = factory.Services;
        var incoming = Path.Combine(Path.GetDirectoryName(factory.DatabaseFile)!, "files", "incoming");
        await LookAsync(factory);

        Directory.Move(incoming, incoming + ".away");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database schema keys"), await LookAsync(factory));

        Directory.Move(incoming + ".away", incoming);
        Assert.Equal(HttpStatusCode.OK, (await LookAsync(factory)).Status);
        Assert.Empty(Directory.EnumerateFiles(incoming));
    }

    [Fact]
    public async Task Keys_that_protect_nothing_are_named()
    {
        await using var factory = new ReadyFactory();
        await LookAsync(factory);

        factory.Protection.IsBroken = true;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database schema disk"), await LookAsync(factory));
        var stranger = await factory.Browser().GetAsync("/health/ready");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready"), (stranger.Status, stranger.Html));
    }

    [Fact]
    public async Task Keys_are_not_blamed_for_a_database_that_is_away()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Takes the SQLite file away; on a server there is none.");
        await using var factory = new ReadyFactory();
        await LookAsync(factory);

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Move(factory.DatabaseFile, factory.DatabaseFile + ".away");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "disk keys"), await LookAsync(factory));
        File.Move(factory.DatabaseFile + ".away", factory.DatabaseFile);
    }

    /// <summary>What the administrator reads, as the names of all that is well; and whether the process says that it lives.</summary>
    private static async Task<(HttpStatusCode Status, string Well)> LookAsync(ReadyFactory factory)
    {
        // What was found is kept for two seconds.
        var admin = factory.Browser(factory.Admin ??= await factory.PersonAsync(Role.Admin));
        factory.Clock.Advance(TimeSpan.FromSeconds(5));
        var page = await admin.GetAsync("/health/ready");
        Assert.Equal("live", (await factory.Browser().GetAsync("/health/live")).Html);
        using var report = JsonDocument.Parse(page.Html);
        return (page.Status, string.Join(' ', report.RootElement.EnumerateObject().Where(p => p.Name != "isReady" && p.Value.GetBoolean()).Select(p => p.Name)));
    }

    /// <summary>An installation whose schema was made as the product makes it, and whose keys can be broken.</summary>
    private sealed class ReadyFactory : TalentHubFactory
    {
        public BreakableProtection Protection { get; } = new();

        public TestPerson? Admin { get; set; }

        protected override void Fill(string into)
        {
            var settings = new DatabaseSettings(Path.Combine(into, "talenthub.db"));
            var options = new DbContextOptionsBuilder<SqliteTalentHubDb>();
            DataServices.Configure(options, settings);
            using var db = new SqliteTalentHubDb(options.Options);
            DatabaseStart.MigrateAsync(db, settings, CancellationToken.None).GetAwaiter().GetResult();
        }

        protected override void Configure(IServiceCollection services) => services.AddSingleton<IDataProtectionProvider>(Protection);
    }

    private sealed class BreakableProtection : IDataProtectionProvider
    {
        private readonly EphemeralDataProtectionProvider real = new();

        public bool IsBroken { get; set; }

        public IDataProtector CreateProtector(string purpose) => IsBroken ? throw new CryptographicException("The key was not found in the key ring.") : real.CreateProtector(purpose);
    }
}
