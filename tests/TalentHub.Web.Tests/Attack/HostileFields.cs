using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Attack;

/// <summary>The names that each page listens to, read from the pages themselves: what a handler binds, whether or not some form shows it.</summary>
public sealed class HostileFields
{
    private const int Deepest = 3;
    private readonly Dictionary<string, IReadOnlyList<string>> names = new(StringComparer.Ordinal);

    public HostileFields(TalentHubFactory factory)
    {
        var loader = factory.Services.GetRequiredService<PageLoader>();
        foreach (var endpoint in factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = loader.LoadAsync(page, endpoint.Metadata).GetAwaiter().GetResult();
                names["/" + endpoint.RoutePattern.RawText?.TrimStart('/')] =
                [
                    .. compiled.BoundProperties.SelectMany(p => Below(p.BindingInfo?.BinderModelName ?? p.Name, p.ParameterType, Deepest)),
                    .. compiled.HandlerMethods.SelectMany(h => h.Parameters).SelectMany(p => Below(p.BindingInfo?.BinderModelName ?? p.Name, p.ParameterType, Deepest)),
                ];
            }
        }
    }

    /// <summary>Those of a page; what pages often listen to, for an endpoint.</summary>
    public IReadOnlyList<string> Of(string path) => names.GetValueOrDefault(path) is { Count: > 0 } known ? known : ["lang", "theme", "returnUrl", "q", "id"];

    private static IEnumerable<string> Below(string name, Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(CancellationToken))
        {
            return [];
        }

        if (type.IsGenericType && type.GetGenericArguments() is [var key, var value] && key == typeof(string))
        {
            return Below($"{name}[visa]", value, depth - 1);
        }

        var element = type.IsArray ? type.GetElementType() : type.IsGenericType ? type.GetGenericArguments()[0] : null;
        if (element is not null)
        {
            return Below(name, element, depth - 1).Concat(Below($"{name}[0]", element, depth - 1)).Concat(Below($"{name}[99]", element, depth - 1));
        }

        return depth > 0 && type.Namespace?.StartsWith("TalentHub", StringComparison.Ordinal) == true && !type.IsEnum && type != typeof(IFormFile)
            ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.GetIndexParameters().Length == 0).SelectMany(p => Below($"{name}.{p.Name}", p.PropertyType, depth - 1))
            : [name];
    }
}
