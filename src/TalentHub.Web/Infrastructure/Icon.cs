using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.StaticAssets;

namespace TalentHub.Web.Infrastructure;

/// <summary>An icon of the sprite (names: Assets/icons.json). Decoration only: the word stands beside it.</summary>
public sealed class Icon
{
    private const string Plain = "lib/icons.svg";
    private static readonly ConcurrentDictionary<string, HtmlString> Drawn = new();
    private static string sprite = "/" + Plain;

    /// <summary>The address of the sprite, for scripts that draw an icon.</summary>
    public string Sprite => sprite;

    public IHtmlContent this[string name] => Of(name);

    public static IHtmlContent Of(string name) => Drawn.GetOrAdd(name, n => new HtmlString($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{sprite}#{n}\"></use></svg>"));

    /// <summary>Takes the address that carries the sprite's fingerprint, so that browsers keep it for good. Called once, when the routes are known.</summary>
    public static void UseSprite(IEndpointRouteBuilder routes)
    {
        var asset = routes.DataSources.SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
            .FirstOrDefault(asset => asset?.Properties.Any(p => p is { Name: "label", Value: Plain }) == true);
        if (asset is not null)
        {
            sprite = "/" + asset.Route;
            Drawn.Clear();
        }
    }
}
