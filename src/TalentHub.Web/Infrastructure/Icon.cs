using Microsoft.AspNetCore.Html;

namespace TalentHub.Web.Infrastructure;

/// <summary>An icon of the sprite (names: Assets/icons.json). Decoration only: the word stands beside it.</summary>
public sealed class Icon
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, HtmlString> Drawn = new();

    public IHtmlContent this[string name] => Of(name);

    public static IHtmlContent Of(string name) => Drawn.GetOrAdd(name, n => new HtmlString($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/lib/icons.svg#{n}\"></use></svg>"));
}
