using Microsoft.EntityFrameworkCore;

namespace TalentHub.Data.Setup;

/// <summary>What the database is and how much room it takes.</summary>
/// <param name="Engine">With its version: <c>SQLite 3.51.4</c>.</param>
/// <param name="Schema">The last migration that this version of the product knows.</param>
/// <param name="Size">Of the database, in bytes.</param>
/// <param name="Log">Of its write-ahead or transaction log, in bytes.</param>
public sealed record DatabaseFacts(string Engine, string Schema, long Size, long Log)
{
    /// <summary>What is asked on SQL Server; parsed by a test.</summary>
    public const string SqlServerSizes =
        "SELECT COALESCE(SUM(CASE WHEN [type] = 0 THEN CAST([size] AS bigint) END), 0) * 8192 AS [Size], COALESCE(SUM(CASE WHEN [type] = 1 THEN CAST([size] AS bigint) END), 0) * 8192 AS [Log] FROM sys.database_files";

    /// <summary>On SQLite without a question to the database; on SQL Server one.</summary>
    public static async Task<DatabaseFacts> ReadAsync(TalentHubDb db, DatabaseSettings settings, CancellationToken ct)
    {
        var schema = db.Database.GetMigrations().LastOrDefault() ?? string.Empty;
        if (settings.IsSqlite)
        {
            return new DatabaseFacts("SQLite " + db.Database.GetDbConnection().ServerVersion, schema, LengthOf(settings.SqliteFile), LengthOf(settings.SqliteFile + "-wal"));
        }

        var sizes = await db.Database.SqlQueryRaw<Sizes>(SqlServerSizes).SingleAsync(ct);
        return new DatabaseFacts("SQL Server " + await VersionAsync(db, ct), schema, sizes.Size, sizes.Log);
    }

    private static async Task<string> VersionAsync(TalentHubDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return db.Database.GetDbConnection().ServerVersion;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static long LengthOf(string file) => new FileInfo(file) is { Exists: true } there ? there.Length : 0;

    private sealed record Sizes(long Size, long Log);
}
