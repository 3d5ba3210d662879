using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Careers;

/// <summary>On a page that takes files: a body far over the limit comes back to the page, which says so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TooBigUploadAttribute : Attribute;

/// <summary>
/// A body that is far over the limit is not read at all: the form answers with a sentence. One that is a little over is read to its end, so that everything typed comes back
/// with it (the file itself is cut by the store). Stands before whatever reads a form.
/// </summary>
public sealed class TooBigUpload(RequestDelegate next)
{
    /// <summary>In the address of the page that says it.</summary>
    public const string Key = "tooBig";

    /// <summary>Up to here the server listens politely before it hangs up, so that the browser hears the answer.</summary>
    private const long DrainLimit = 64L * 1024 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength > Limits.Body && context.GetEndpoint()?.Metadata.GetMetadata<TooBigUploadAttribute>() is not null)
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = DrainLimit;
            }

            // Back to the form as it was opened: about whom, in which language, by which link.
            var asked = context.Request.Query.Where(q => q.Key is not "handler" and not Key).Append(KeyValuePair.Create(Key, new StringValues("true")));
            context.Response.Redirect(context.Request.Path + QueryString.Create(asked));
            return Task.CompletedTask;
        }

        return next(context);
    }
}
