using Microsoft.AspNetCore.Diagnostics;
using TalentHub.Data.Setup;
using TalentHub.Services.Auditing;

namespace TalentHub.Web.Infrastructure;

/// <summary>One place where a fault becomes an answer: a friendly page with a reference, 503 while the database is away, 507 while the disk is full.</summary>
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
                AuditQueueFull => StatusCodes.Status503ServiceUnavailable,
                _ when DiskFull.Is(fault) => StatusCodes.Status507InsufficientStorage,
                _ when DatabaseAway.Is(fault) => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.Use((context, next) =>
        {
            if (context.IsAboutFault())
            {
                // The page about it has no such handler, and would not be found.
                context.Request.QueryString = QueryString.Empty;
            }

            return next();
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }

    /// <summary>The page about a fault is made: it must not need what may have failed, first of all the database.</summary>
    public static bool IsAboutFault(this HttpContext context) => context.Features.Get<IExceptionHandlerFeature>() is not null;
}
