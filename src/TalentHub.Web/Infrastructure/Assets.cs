using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.StaticAssets;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// Addresses of our own assets with their fingerprint, so that browsers keep them for good. Known once the routes are; the frame around every page asks here instead of running a
/// tag helper for each.
/// </summary>
public static class Assets
{
    private static FrozenDictionary<string, string> routes = FrozenDictionary<string, string>.Empty;

    /// <summary>What every head holds. htmx reads its settings as it loads, before a script could give them: it would write a style element, which the policy refuses.</summary>
    public static IHtmlContent Head { get; } = new HtmlString("""
        <link rel="icon" href="/favicon.svg" type="image/svg+xml">
        <meta name="htmx-config" content='{"includeIndicatorStyles":false,"allowEval":false}'>
        """);

    /// <summary>The product's sign.</summary>
    public static IHtmlContent Brand { get; } = new HtmlString(
        """<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M3 4h18v4h-7v12h-4V8H3z"></path><circle cx="18.5" cy="16.5" r="3.5" fill="currentColor" opacity=".45"></circle></svg>""");

    /// <summary>The address of <c>lib/app.css</c>.</summary>
    public static string Of(string name) => routes.TryGetValue(name, out var route) ? route : "/" + name;

    public static void Learn(IEndpointRouteBuilder app)
    {
        routes = app.DataSources.SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
            .Where(asset => asset is not null && asset.Properties.Any(p => p.Name == "label") && asset.Selectors.Count == 0)
            .GroupBy(asset => asset!.Properties.First(p => p.Name == "label").Value)
            .ToFrozenDictionary(group => group.Key, group => "/" + group.First()!.Route);
        Icon.UseSprite(Of("lib/icons.svg"));
    }
}
