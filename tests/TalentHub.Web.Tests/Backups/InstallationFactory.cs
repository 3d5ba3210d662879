using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Setup;
using TalentHub.Data.Sqlite;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Backups;

/// <summary>The sample company as an installation has it: with the migrations written down. Sets are made from it in this process, and restored by the real program.</summary>
public sealed class InstallationFactory : SampleFactory
{
    /// <summary>For sets and for folders that are restored into.</summary>
    public string Outside { get; } = Directory.CreateTempSubdirectory("talenthub-sets-").FullName;

    /// <summary>Filled by the time that somebody asks.</summary>
    public string DataFolder
    {
        get
        {
            _ = Services;
            return Path.GetDirectoryName(DatabaseFile)!;
        }
    }

    private int sets;

    /// <summary>A name that is not used yet.</summary>
    public string NewPath() => Path.Combine(Outside, $"{Interlocked.Increment(ref sets)}");

    /// <summary>Makes a set; what the verb said comes with it.</summary>
    public async Task<(int Code, string Said, string Wrong)> BackupAsync(string to, string? keyFile = null)
    {
        using var said = new StringWriter { NewLine = "\n" };
        using var wrong = new StringWriter { NewLine = "\n" };
        var code = await BackupCommand.RunAsync(Services, to, keyFile, said, wrong, CancellationToken.None);
        return (code, said.ToString().Trim(), wrong.ToString().Trim());
    }

    public async Task<string> SetAsync()
    {
        var set = NewPath();
        var (code, _, wrong) = await BackupAsync(set);
        Assert.Equal((0, string.Empty), (code, wrong));
        return set;
    }

    /// <summary>Restores with the real program.</summary>
    public static Task<(int Code, string Said, string Wrong)> RestoreAsync(string set, string into, params string[] more) => ProductProgram.RunAsync(into, ["restore", "--from", set, .. more]);

    /// <summary>Asks a restored database one number.</summary>
    public static long Number(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "talenthub.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    protected override void Fill(string into)
    {
        base.Fill(into);
        var options = new DbContextOptionsBuilder<SqliteTalentHubDb>();
        DataServices.Configure(options, new DatabaseSettings(Path.Combine(into, "talenthub.db")));
        using var db = new SqliteTalentHubDb(options.Options);
        db.Database.ExecuteSqlRaw("CREATE TABLE \"__EFMigrationsHistory\" (\"MigrationId\" TEXT NOT NULL PRIMARY KEY, \"ProductVersion\" TEXT NOT NULL)");
        foreach (var migration in db.Database.GetMigrations())
        {
            db.Database.ExecuteSql($"INSERT INTO \"__EFMigrationsHistory\" VALUES ({migration}, 'test')");
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(Outside))
        {
            Directory.Delete(Outside, recursive: true);
        }
    }
}

/// <summary>The product over a copy of a restored data folder.</summary>
internal sealed class RestoredFactory(string folder) : TalentHubFactory
{
    protected override bool HasCompany => false;

    protected override bool TranslatesForSqlServer => false;

    protected override void Fill(string into)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(into, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
