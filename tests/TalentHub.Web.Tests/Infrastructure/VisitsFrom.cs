using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>Every visitor comes from this address.</summary>
public sealed class VisitsFrom(IPAddress address) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, on) =>
        {
            context.Connection.RemoteIpAddress = address;
            return on(context);
        });
        next(app);
    };
}
