using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TalentHub.Data.Setup;

/// <summary>Tells a database that does not answer from a row that it refuses.</summary>
public static class DatabaseAway
{
    /// <summary>Busy, locked, read only, disk error, full, cannot be opened, no rights, no database.</summary>
    private static readonly int[] Sqlite = [5, 6, 8, 10, 13, 14, 23, 26];

    /// <summary>Time-out, no network, connection lost or refused, no such database, no login, server going down or not up yet, database offline or full.</summary>
    private static readonly int[] SqlServer =
        [-2, -1, 2, 20, 40, 53, 64, 121, 233, 596, 921, 922, 924, 927, 941, 942, 945, 1105, 4060, 4064, 6005, 9002, 10053, 10054, 10060, 10061, 11001, 17142, 18401, 18451, 18456, 40197, 40501, 40613, 49918];

    public static bool Is(Exception? fault) => fault switch
    {
        null => false,
        SqliteException sqlite => Sqlite.Contains(sqlite.SqliteErrorCode),
        SqlException server => server.Errors.Cast<SqlError>().Any(e => SqlServer.Contains(e.Number)),
        DbUpdateException or InvalidOperationException => Is(fault.InnerException),
        _ => false,
    };
}
