using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using TalentHub.Data.Setup;
using TalentHub.Services.Recruiting;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Careers;

/// <summary>
/// Answers of the public list come from memory: for visitors without a session, by language, look and filters. Kept for seconds, so another instance is never far behind.
/// </summary>
public sealed class CareersCache : IOutputCachePolicy
{
    public const string Policy = "careers";
    public const string Tag = "careers";

    public static void Add(OutputCacheOptions options) => options.AddPolicy(Policy, new CareersCache());

    /// <summary>A posting changed: this instance shows it at once.</summary>
    public static async Task ForgetAsync(HttpContext context, CancellationToken ct)
    {
        context.RequestServices.GetRequiredService<CareersList>().Forget();
        if (context.RequestServices.GetService<IOutputCacheStore>() is { } store)
        {
            await store.EvictByTagAsync(Tag, ct);
        }
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var isVisitor = HttpMethods.IsGet(http.Request.Method) && !http.RequestServices.GetRequiredService<CurrentActor>().IsSignedIn;
        context.EnableOutputCaching = isVisitor;
        context.AllowCacheLookup = isVisitor;
        context.AllowCacheStorage = isVisitor;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = CareersList.MaximumAge;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        context.CacheVaryByRules.VaryByValues["look"] = http.RequestServices.GetRequiredService<Reader>().Theme;
        context.Tags.Add(Tag);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        // An answer that hands out a cookie, or is no answer at all, belongs to one visitor.
        if (!StringValues.IsNullOrEmpty(context.HttpContext.Response.Headers.SetCookie) || context.HttpContext.Response.StatusCode != StatusCodes.Status200OK)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }
}
