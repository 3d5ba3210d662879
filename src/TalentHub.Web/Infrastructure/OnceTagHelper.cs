using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TalentHub.Web.Components;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// Gives every form that posts a key of its own, so that sending it twice has one effect. A form that names no address posts to its page, whatever handler the
/// page was shown by: a second button (<c>formaction="…?handler=Check"</c>) leaves its address behind, and the main button would only do the same again.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class OnceTagHelper : TagHelper
{
    private const string Handler = "handler";
    private SentForm form = null!;

    /// <summary>Where many forms of a page share a handler: what tells this one from the others (<see cref="SentForm"/>).</summary>
    public string? Row { get; set; }

    public override int Order => 1000;

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    /// <summary>Before any helper of the form has drawn what is in it.</summary>
    public override void Init(TagHelperContext context) => form = SentForm.Begin(ViewContext, HandlerOf(context.AllAttributes), Row);

    private static string? HandlerOf(ReadOnlyTagHelperAttributeList attributes) =>
        attributes.TryGetAttribute("asp-page-handler", out var named) ? named.Value?.ToString()
        : attributes.TryGetAttribute("action", out var action) && action.Value?.ToString()?.Split("handler=", 2) is [_, var handler] ? handler.Split('&')[0]
        : null;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        SentForm.End(ViewContext);
        var request = ViewContext.HttpContext.Request;
        if (request.Query.ContainsKey(Handler) && !output.Attributes.ContainsName("action"))
        {
            output.Attributes.SetAttribute("action", request.PathBase + request.Path + QueryString.Create(request.Query.Where(q => !q.Key.Equals(Handler, StringComparison.OrdinalIgnoreCase))));
        }

        output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{Refusals.OnceField}\" value=\"").Append(form.KeyFor(Guid.NewGuid())).AppendHtml("\">");
    }
}
