using System.Net;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Data;

/// <summary>The real program on an empty folder, killed at stages of its first start: the next start always succeeds.</summary>
public sealed class StartKillTests
{
    /// <summary>What the folder shows when the kill comes.</summary>
    public static TheoryData<string> Stages =>
    [
        "the lock file", "the database file", "the log begins", "the log grows", "the log is long", "the log is longer still", "half of a start", "nearly open",
    ];

    /// <summary>How long a start takes here when nobody disturbs it; measured once.</summary>
    private static readonly Lazy<Task<TimeSpan>> Undisturbed = new(async () =>
    {
        await using var product = new ServedProduct();
        await product.StartAsync();
        return product.Starts[0];
    });

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_kill_during_the_first_start_leaves_nothing_that_stops_the_next(string stage)
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Kills the start on a SQLite file; on a server the migration's lock is the server's.");
        var usual = await Undisturbed.Value;
        await using var product = new ServedProduct();

        await product.StartAndKillAsync(running => Reached(product.Folder, stage, running, usual) || running > usual * 1.5);
        await product.StartAsync();
        using (var client = new HttpClient())
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(product.Address + "/health/ready", TestContext.Current.CancellationToken)).StatusCode);
        }

        product.Kill();
        Assert.Equal("All records agree.", await product.VerbAsync("check"));
        Assert.Equal(0, product.Ask("SELECT COUNT(*) FROM __EFMigrationsLock", rows => rows.GetInt64(0))[0]);
        await using var free = new FileStream(Path.Combine(product.Folder, "start.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    private static bool Reached(string folder, string stage, TimeSpan running, TimeSpan usual)
    {
        var database = Path.Combine(folder, "talenthub.db");
        var log = new FileInfo(database + "-wal") is { Exists: true } grown ? grown.Length : 0;
        return stage switch
        {
            "the lock file" => File.Exists(Path.Combine(folder, "start.lock")),
            "the database file" => File.Exists(database),
            "the log begins" => log > 0,
            "the log grows" => log > 20_000,
            "the log is long" => log > 200_000,
            "the log is longer still" => log > 500_000,
            "half of a start" => running > usual * 0.5,
            _ => running > usual * 0.95,
        };
    }
}
