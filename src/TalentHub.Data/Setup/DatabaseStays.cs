using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalentHub.Data.Setup;

/// <summary>There is no database to work on: SQL Server does not answer or has none of that name, or the folder holds no file.</summary>
public sealed class NoDatabaseException(bool isSqlite = false) : Exception(isSqlite
    ? "There is no database in the data folder (TALENTHUB_DATA): start the product or run migrate first."
    : "SQL Server does not answer, or the database named in TALENTHUB_SQLSERVER does not exist. TalentHub does not create it.");

/// <summary>
/// The database on a server belongs to whoever runs the server: no command that makes, alters or drops one leaves this program. EF Core's migrator would make a missing one by itself, and a look
/// beforehand leaves a moment in between.
/// </summary>
internal sealed class DatabaseStays : DbCommandInterceptor
{
    public static readonly DatabaseStays Instance = new();

    private static readonly string[] Refused = ["CREATE DATABASE", "ALTER DATABASE", "DROP DATABASE"];

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Look(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Look(command);
        return ValueTask.FromResult(result);
    }

    private static void Look(DbCommand command)
    {
        if (Refused.Any(r => command.CommandText.Contains(r, StringComparison.OrdinalIgnoreCase)))
        {
            throw new NoDatabaseException();
        }
    }
}
