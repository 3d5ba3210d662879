using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TalentHub.Data.Setup;

/// <summary>Tells a disk without room from other faults: there is something that an administrator can do.</summary>
public static class DiskFull
{
    private const int SqliteFull = 13;

    /// <summary>No room in the file group, or in the log.</summary>
    private static readonly int[] SqlServer = [1105, 9002];

    /// <summary>No space left, quota used up, file too big: on Linux as they are, on Windows as results.</summary>
    private static readonly int[] Files = [28, 122, 27, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    public static bool Is(Exception? fault) => fault switch
    {
        null => false,
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteFull,
        SqlException server => server.Errors.Cast<SqlError>().Any(e => SqlServer.Contains(e.Number)),
        IOException file => Files.Contains(file.HResult),
        DbUpdateException or InvalidOperationException => Is(fault.InnerException),
        _ => false,
    };
}
