using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;

namespace TalentHub.Web.Infrastructure;

/// <summary>An icon of the sprite (names: Assets/icons.json). Decoration only: the word stands beside it.</summary>
public sealed class Icon
{
    private static readonly ConcurrentDictionary<string, HtmlString> Drawn = new();
    private static string sprite = "/lib/icons.svg";

    /// <summary>The address of the sprite, for scripts that draw an icon.</summary>
    public string Sprite => sprite;

    public IHtmlContent this[string name] => Of(name);

    public static IHtmlContent Of(string name) => Drawn.GetOrAdd(name, n => new HtmlString($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{sprite}#{n}\"></use></svg>"));

    /// <summary>Takes the address that carries the sprite's fingerprint. Called once, when the routes are known.</summary>
    public static void UseSprite(string address)
    {
        sprite = address;
        Drawn.Clear();
    }
}
