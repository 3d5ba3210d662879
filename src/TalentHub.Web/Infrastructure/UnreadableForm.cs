namespace TalentHub.Web.Infrastructure;

/// <summary>
/// A form that cannot be read at all (a null among its letters, more fields than any page has) is the sender's fault and not ours: 400, on a page that says what to do.
/// Stands behind the rights, so that nothing is read for those who may not send it.
/// </summary>
public sealed class UnreadableForm(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && !await IsReadAsync(context))
        {
            // The page about it must not read the form again.
            context.Request.Method = HttpMethods.Get;
            context.Request.ContentType = null;
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(context);
    }

    private static async Task<bool> IsReadAsync(HttpContext context)
    {
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
