using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Setup;
using TalentHub.Data.SqlServer;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>
/// A database of one's own on the SQL Server that <c>TALENTHUB_TEST_SQLSERVER</c> names; made and dropped by the tests, never by the product. The connection string names
/// a database whose name has “test” in it; the ones made here begin with that name. Its login must be allowed to create databases.
/// </summary>
public sealed class ServerDatabase : IDisposable
{
    public const string Variable = "TALENTHUB_TEST_SQLSERVER";

    private readonly string name;
    private readonly string master;

    private ServerDatabase(SqlConnectionStringBuilder asked)
    {
        name = $"{asked.InitialCatalog}_{Guid.NewGuid():N}"[..Math.Min(100, asked.InitialCatalog.Length + 33)];
        master = new SqlConnectionStringBuilder(asked.ConnectionString) { InitialCatalog = "master" }.ConnectionString;
        ConnectionString = new SqlConnectionStringBuilder(asked.ConnectionString) { InitialCatalog = name }.ConnectionString;
    }

    /// <summary>Whether tests run on a server.</summary>
    public static bool IsAsked => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    public string ConnectionString { get; }

    /// <summary>A new one with the schema of the migrations; null when no server is named.</summary>
    public static ServerDatabase? CreateIfAsked()
    {
        if (!IsAsked)
        {
            return null;
        }

        var database = new ServerDatabase(Read(Environment.GetEnvironmentVariable(Variable)!));
        database.OnMaster($"CREATE DATABASE [{database.name}]; ALTER DATABASE [{database.name}] SET READ_COMMITTED_SNAPSHOT ON;");
        var settings = new DatabaseSettings(string.Empty, database.ConnectionString);
        var options = new DbContextOptionsBuilder<SqlServerTalentHubDb>();
        DataServices.Configure(options, settings);
        using var db = new SqlServerTalentHubDb(options.Options);
        DatabaseStart.MigrateAsync(db, settings, CancellationToken.None).GetAwaiter().GetResult();
        return database;
    }

    /// <exception cref="InvalidOperationException">It names no database, or one that may hold real data.</exception>
    public static SqlConnectionStringBuilder Read(string connectionString)
    {
        var asked = new SqlConnectionStringBuilder(connectionString);
        return asked.InitialCatalog.Contains("test", StringComparison.OrdinalIgnoreCase) && asked.InitialCatalog.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? asked
            : throw new InvalidOperationException($"{Variable} must name a database with “test” in its name, of letters, digits and underscores; “{asked.InitialCatalog}” is refused.");
    }

    public void Dispose()
    {
        SqlConnection.ClearAllPools();
        OnMaster($"IF DB_ID(N'{name}') IS NOT NULL BEGIN ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]; END");
    }

    private void OnMaster(string sql)
    {
        using var connection = new SqlConnection(master);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
