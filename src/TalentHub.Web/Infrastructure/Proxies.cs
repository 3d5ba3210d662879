using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// Behind a reverse proxy the visitor's address and scheme stand in headers that anybody could write. They count only where the connection comes from a proxy that the
/// settings name, hop by hop. The host is never taken from a header: links are built from the public address.
/// </summary>
public static class Proxies
{
    public static void UseKnownProxies(this WebApplication app)
    {
        var known = app.Services.GetRequiredService<Settings>().Proxies;
        if (known.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in known)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}
