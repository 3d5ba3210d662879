using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace TalentHub.Web.Infrastructure;

/// <summary>One place where a fault becomes an answer: a friendly page with a reference, 503 while the database is away.</summary>
public static class Faults
{
    public static void UseFaults(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            StatusCodeSelector = fault => fault switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                OperationCanceledException => StatusCodes.Status499ClientClosedRequest,
                _ when IsDatabaseAway(fault) => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }

    /// <summary>The database does not answer at all; a refused row is something else.</summary>
    public static bool IsDatabaseAway(Exception fault) => fault switch
    {
        DbUpdateException { InnerException: { } inner } => IsDatabaseAway(inner),
        Microsoft.Data.Sqlite.SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 or 8 or 10 or 13 or 14 or 23 or 26,
        DbException { SqlState: null } other => other.IsTransient || other.GetType().Name == "SqlException",
        InvalidOperationException { InnerException: DbException inner } => IsDatabaseAway(inner),
        _ => false,
    };
}
