using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using TalentHub.Services.Seeding;
using TalentHub.Web.Commands;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>The small sample company, with signing in by header. On SQLite it is made once a run and copied.</summary>
public class SampleFactory : TalentHubFactory
{
    private static readonly Lazy<string> Sample = new(MakeSample, LazyThreadSafetyMode.ExecutionAndPublication);

    protected override bool HasCompany => false;

    protected override void Fill(string into)
    {
        foreach (var file in Directory.EnumerateFiles(Sample.Value, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(into, Path.GetRelativePath(Sample.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        if (ServerDatabase.IsAsked)
        {
            Seed(host);
        }

        return host;
    }

    private static void Seed(IHost host)
    {
        var code = SeedCommand.RunAsync(host.Services, SampleSize.Small, null, TextWriter.Null, CancellationToken.None).GetAwaiter().GetResult();
        if (code != 0)
        {
            throw new InvalidOperationException($"seed ended with {code}.");
        }
    }

    private static string MakeSample()
    {
        var folder = Directory.CreateTempSubdirectory("talenthub-sample-").FullName;
        using var factory = new Maker(folder);
        _ = factory.Services;
        return folder;
    }

    /// <summary>Fills an installation and keeps its folder.</summary>
    private sealed class Maker(string keep) : TalentHubFactory
    {
        protected override bool HasCompany => false;

        protected override IHost CreateHost(IHostBuilder builder)
        {
            var host = base.CreateHost(builder);
            Seed(host);
            SqliteConnection.ClearAllPools();
            var from = Path.GetDirectoryName(DatabaseFile)!;
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.StartsWith(DatabaseFile, StringComparison.Ordinal)))
            {
                var copy = Path.Combine(keep, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            using var made = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
            using var kept = new SqliteConnection($"Data Source={Path.Combine(keep, "talenthub.db")};Pooling=False");
            made.Open();
            kept.Open();
            made.BackupDatabase(kept);
            return host;
        }
    }
}
