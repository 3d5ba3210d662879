namespace TalentHub.Web.Infrastructure;

public static class SecurityHeaders
{
    /// <summary>Put into the request's items by what hands out files of strangers: nothing in the answer may run, whatever a browser makes of it.</summary>
    public const string Sandboxed = "sandboxed";

    /// <summary>Put into the request's items by pages whose address is a secret (signed links): no other site learns it, no search engine keeps it.</summary>
    public const string SecretAddress = "secret-address";

    /// <summary>
    /// Nothing inline, nothing foreign: no page needs a nonce. Signed-in pages are never stored; assets carry a fingerprint and may be.
    /// </summary>
    public static IApplicationBuilder UseTalentHubHeaders(this IApplicationBuilder app)
    {
        var policy = new HeaderPolicyCollection()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().Self();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self().Data();
                csp.AddObjectSrc().None();
                csp.AddBaseUri().None();
                csp.AddFormAction().Self();
                csp.AddFrameAncestors().None();
            })
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
            .AddCrossOriginOpenerPolicy(coop => coop.SameOrigin())
            .RemoveServerHeader();
        app.Use((context, next) =>
        {
            // Registered first, so it has the last word.
            context.Response.OnStarting(() =>
            {
                if (context.Items.ContainsKey(Sandboxed))
                {
                    context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
                }

                if (context.Items.ContainsKey(SecretAddress))
                {
                    context.Response.Headers["Referrer-Policy"] = "no-referrer";
                    context.Response.Headers["X-Robots-Tag"] = "noindex";
                    context.Response.Headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            });
            return next();
        });
        app.UseSecurityHeaders(policy);
        return app.Use(async (context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                if (context.User.Identity?.IsAuthenticated == true && !context.Response.Headers.ContainsKey("Cache-Control"))
                {
                    context.Response.Headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            });
            await next();
        });
    }
}
