using TalentHub.Data.Setup;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// A form that cannot be read at all (a null among its letters, more fields than any page has, no end, an alphabet that nobody uses), or words that are no text (U+FFFE, on which comparing names fails), in a form
/// or in an address, are the sender's fault and not ours: 400, on a page that says what to do.
/// Stands behind the rights, so that nothing is read for those who may not send it.
/// </summary>
public sealed class UnreadableForm(RequestDelegate next)
{
    private const char NoLetter = '\uFFFE';

    /// <summary>As it stands in an address.</summary>
    private static readonly string Escaped = Uri.EscapeDataString(NoLetter.ToString());

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.QueryString.Value?.Contains(Escaped, StringComparison.OrdinalIgnoreCase) == true)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

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
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return !form.Any(field => field.Value.Any(value => value?.Contains(NoLetter, StringComparison.Ordinal) == true));
        }
        catch (Exception unread) when (unread is InvalidDataException or NotSupportedException || (unread is IOException and not BadHttpRequestException && !DiskFull.Is(unread)))
        {
            return false;
        }
    }
}
