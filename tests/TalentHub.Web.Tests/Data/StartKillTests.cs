using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
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
        await using var product = new Program();
        var watch = Stopwatch.StartNew();
        await product.StartAsync();
        return watch.Elapsed;
    });

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_kill_during_the_first_start_leaves_nothing_that_stops_the_next(string stage)
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Kills the start on a SQLite file; on a server the migration's lock is the server's.");
        var usual = await Undisturbed.Value;
        await using var product = new Program();

        await product.StartAndKillAsync(stage, usual);
        await product.StartAsync();
        using (var client = new HttpClient())
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(product.Address + "/health/ready", TestContext.Current.CancellationToken)).StatusCode);
        }

        product.Kill();
        Assert.Equal("All records agree.", await product.CheckAsync());
        Assert.Equal(0, product.LocksLeft());
        await using var free = new FileStream(Path.Combine(product.Folder, "start.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    private sealed class Program : IAsyncDisposable
    {
        private Process? process;

        public string Folder { get; } = Directory.CreateTempSubdirectory("talenthub-kill-").FullName;

        public string Address { get; private set; } = string.Empty;

        private string Database => Path.Combine(Folder, "talenthub.db");

        public async Task StartAsync()
        {
            process = Start();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(90));
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith("TalentHub is open at ", StringComparison.Ordinal))
                {
                    Address = line.Split(' ')[^1];
                    return;
                }
            }

            Assert.Fail("The program ended before it was open.");
        }

        public async Task StartAndKillAsync(string stage, TimeSpan usual)
        {
            process = Start();
            var watch = Stopwatch.StartNew();
            while (!Reached(stage, watch.Elapsed, usual) && watch.Elapsed < usual * 1.5 && !process.HasExited)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            Kill();
        }

        /// <summary>The last line of the verb, where it ended well.</summary>
        public async Task<string?> CheckAsync()
        {
            var (code, said, _) = await ProductProgram.RunAsync(Folder, "check");
            return code == 0 ? said.Split('\n')[^1] : $"{code}: {said}";
        }

        public void Kill()
        {
            process!.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        /// <summary>Rows of the migrations' own lock.</summary>
        public long LocksLeft()
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM __EFMigrationsLock";
            return (long)command.ExecuteScalar()!;
        }

        public ValueTask DisposeAsync()
        {
            if (process is { HasExited: false })
            {
                Kill();
            }

            process?.Dispose();
            SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
            return ValueTask.CompletedTask;
        }

        private bool Reached(string stage, TimeSpan running, TimeSpan usual) => stage switch
        {
            "the lock file" => File.Exists(Path.Combine(Folder, "start.lock")),
            "the database file" => File.Exists(Database),
            "the log begins" => Log() > 0,
            "the log grows" => Log() > 20_000,
            "the log is long" => Log() > 200_000,
            "the log is longer still" => Log() > 500_000,
            "half of a start" => running > usual * 0.5,
            _ => running > usual * 0.95,
        };

        private long Log() => new FileInfo(Database + "-wal") is { Exists: true } log ? log.Length : 0;

        private Process Start() => ProductProgram.Start(Folder, "serve", "--urls", "http://127.0.0.1:0");
    }
}
