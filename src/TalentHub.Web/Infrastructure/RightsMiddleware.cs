using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Data.Setup;
using TalentHub.Domain.Auditing;
using TalentHub.Services.Auditing;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// Decides before anything of the page runs, so that a wrong role is refused before its token is looked at. What is not declared opens for nobody.
/// </summary>
public sealed partial class RightsMiddleware(RequestDelegate next, RightsTable rights, ILogger<RightsMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor actor, Reader reader)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null)
        {
            await next(context);
            return;
        }

        var right = RightOf(context, endpoint);
        if (right is null)
        {
            Undeclared(logger, endpoint.DisplayName);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (right.Door != Door.Capability)
        {
            await next(context);
        }
        else if (!actor.IsSignedIn)
        {
            if (HttpMethods.IsGet(context.Request.Method))
            {
                await context.ChallengeAsync();
            }
            else
            {
                // A form sent after the session ended: sign in first; the text is kept in the browser.
                context.Response.Redirect($"/account/sign-in?returnUrl={Uri.EscapeDataString(context.Request.Path)}&ended=1");
            }
        }
        else if (reader.ViewsAs is not null && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !IsWayBack(endpoint))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (actor.Value.May(right.Needs!.Value))
        {
            await next(context);
        }
        else
        {
            await WriteDownAsync(context, endpoint);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }

    /// <summary>Who looks with the rights of another role changes nothing, but may stop looking.</summary>
    private static bool IsWayBack(Endpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath == "/Account/View";

    /// <summary>What somebody signed in was refused: the page and handler, once in ten minutes.</summary>
    private static async Task WriteDownAsync(HttpContext context, Endpoint endpoint)
    {
        var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath ?? (endpoint as RouteEndpoint)?.RoutePattern.RawText;
        var handler = context.Request.RouteValues["handler"]?.ToString() ?? context.Request.Query["handler"].ToString();
        await context.RequestServices.GetRequiredService<Looks>().NoteAsync(
            new AuditNote(AuditAction.RightRefused, RecordKind.Page, Detail: $"{context.Request.Method} {page} {handler}".TrimEnd(), Result: AuditResult.Refused), context.RequestAborted);
    }

    private Right? RightOf(HttpContext context, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return endpoint.Metadata.GetMetadata<Right>();
        }

        var handler = context.Request.RouteValues["handler"]?.ToString() ?? context.Request.Query["handler"].ToString();
        return rights.Find(page.ViewEnginePath, context.Request.Method, handler);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No right is declared for {Endpoint}; refused")]
    private static partial void Undeclared(ILogger logger, string? endpoint);
}
