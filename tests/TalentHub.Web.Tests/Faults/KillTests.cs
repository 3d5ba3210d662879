using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Faults;

/// <summary>
/// The real program under people who write, killed with SIGKILL at any moment and started again. <c>TALENTHUB_TEST_KILLS</c> says how often (5 without it); docs/operations.md has the figures of a long run.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Resume = 300_000;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("TALENTHUB_TEST_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 5;

    [Fact]
    public async Task However_often_it_is_killed_nothing_that_was_answered_is_lost_and_nothing_is_there_twice()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Kills the program on a SQLite file.");
        await using var product = new ServedProduct(KilledInstallation.ClockOfTheScene, KeyValuePair.Create("TALENTHUB_RATE_FACTOR", "1000"));
        var scene = await KilledInstallation.IntoAsync(product.Folder);
        var told = new Told();
        var stop = new TaskCompletionSource();
        var chance = new Random(7);
        await product.StartAsync();
        var writers = await BeginAsync(product, scene, told, stop.Task);

        for (var kill = 0; kill < Kills; kill++)
        {
            await WorkAsync(told, chance.Next(12));
            await Task.Delay(chance.Next(200), TestContext.Current.CancellationToken);
            product.Kill();
            if (kill % 5 == 4)
            {
                // Once more while it starts.
                var moment = product.Starts[0] * chance.NextDouble();
                await product.StartAndKillAsync(running => running > moment);
            }

            await product.StartAsync();
        }

        stop.SetResult();
        var ended = Task.WhenAll(writers.Select(w => w.Work));
        Assert.True(
            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)) == ended, $"Not answered: {string.Join("; ", writers.Select(w => w.Writer.Doing))}\n{string.Join('\n', told.Faults)}\n{product.Log()}");
        await ended;
        product.Kill();

        var (lost, doubled) = Compare(product, told);
        output.WriteLine(
            $"{Kills} kills: {told.Acknowledged.Count} writes answered, {told.Unanswered} cut off and sent again; {lost.Count} lost, {doubled.Count} doubled; starts {product.Starts.Max().TotalSeconds:0.0} s at most.");
        Assert.True(told.Faults.IsEmpty, string.Join('\n', told.Faults));
        Assert.Empty(lost);
        Assert.Empty(doubled);
        Assert.True(told.Acknowledged.Count > Kills * 3, $"Only {told.Acknowledged.Count} writes were answered.");
        Assert.True(told.Unanswered >= Kills / 5, $"Only {told.Unanswered} writes were cut off.");
        Assert.Equal("ok", product.Ask("PRAGMA integrity_check", rows => rows.GetString(0))[0]);
        Assert.Empty(product.Ask("PRAGMA foreign_key_check", rows => rows.GetString(0)));
        Assert.Equal("All records agree.", await product.VerbAsync("check"));
        Assert.EndsWith("all as they were sealed.", await product.VerbAsync("audit", "verify"), StringComparison.Ordinal);
        Assert.Empty(Torn(product));
        Assert.True(await NobodyReadsAsync(product.Folder), "A reader's process outlives its product.");
    }

    /// <summary>So many more answers, or as many as come in a while.</summary>
    private static async Task WorkAsync(Told told, int more)
    {
        var wanted = told.Acknowledged.Count + more;
        for (var watch = Stopwatch.StartNew(); told.Acknowledged.Count < wanted && watch.Elapsed < TimeSpan.FromSeconds(8); await Task.Delay(10, TestContext.Current.CancellationToken))
        {
        }
    }

    private static async Task<List<(Writer Writer, Task Work)>> BeginAsync(ServedProduct product, KilledInstallation scene, Told told, Task stop)
    {
        var slow = new Writer(product, told, "Slow", content => new Dripping(content, 30_000, TimeSpan.FromMilliseconds(40)));
        var (plain, file, notes, moves) = (new Writer(product, told, "Plain"), new Writer(product, told, "File"), new Writer(product, told, "Note"), new Writer(product, told, "Move"));
        await notes.SignInAsync(scene.Recruiter);
        await moves.SignInAsync(scene.Recruiter);
        return
        [
            (plain, Task.Run(() => plain.ApplyAsync(scene.PostingNumber, 0, stop))),
            (file, Task.Run(() => file.ApplyAsync(scene.PostingNumber, Resume, stop))),
            (slow, Task.Run(() => slow.ApplyAsync(scene.PostingNumber, Resume, stop))),
            (notes, Task.Run(() => notes.NoteAsync(scene.Applications[0], stop))),
            (moves, Task.Run(() => moves.MoveAsync(scene.Applications[1], stop))),
        ];
    }

    /// <summary>What was answered against what stands there.</summary>
    private static (List<string> Lost, List<string> Doubled) Compare(ServedProduct product, Told told)
    {
        var kept = product.Ask("""SELECT "Email" FROM "People" p JOIN "Applications" a ON a."PersonId" = p."Id" WHERE "Email" LIKE '%@example.org'""", rows => rows.GetString(0))
            .Concat(product.Ask("""SELECT "Text" FROM "Notes" """, rows => Writer.Email(rows.GetString(0))))
            .Concat(product.Ask("""SELECT "Reason" FROM "Transitions" WHERE "Machine" = 'application' AND "Reason" LIKE 'Move %'""", rows => Writer.Email(rows.GetString(0))))
            .CountBy(what => what, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

        // Going on has no words of its own: every second move is one.
        var paused = product.Ask("""SELECT COUNT(*) FROM "Transitions" WHERE "Machine" = 'application' AND "Trigger" = 'PutOnHold'""", rows => rows.GetInt64(0))[0];
        var resumed = product.Ask("""SELECT COUNT(*) FROM "Transitions" WHERE "Machine" = 'application' AND "Trigger" = 'Resume'""", rows => rows.GetInt64(0))[0];
        return (
            [.. told.Acknowledged.Where(what => !IsResume(what) && !kept.ContainsKey(Writer.Email(what))).Concat(resumed < paused ? ["a move"] : Array.Empty<string>())],
            [.. kept.Where(k => k.Value > 1).Select(k => k.Key).Concat(resumed > paused ? ["a move"] : Array.Empty<string>())]);
    }

    private static bool IsResume(string what) => what.StartsWith("Move ", StringComparison.Ordinal) && int.Parse(what[5..], CultureInfo.InvariantCulture) % 2 == 0;

    /// <summary>Files whose bytes are not those that came.</summary>
    private static List<string> Torn(ServedProduct product) =>
        [.. product.Ask("""SELECT "StorageName", "Sha256" FROM "Files" """, rows => (Name: rows.GetString(0), Hash: rows.GetString(1))).Where(f => HashOf(product, f.Name) != f.Hash).Select(f => f.Name)];

    private static string HashOf(ServedProduct product, string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(product.Folder, "files", name[..2], name))));

    /// <summary>Readers that a kill orphaned end by themselves.</summary>
    private static async Task<bool> NobodyReadsAsync(string folder)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(40); await Task.Delay(500, TestContext.Current.CancellationToken))
        {
            if (!Directory.Exists("/proc") || !Directory.EnumerateDirectories("/proc").Any(p => CommandOf(p).Contains(folder, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
