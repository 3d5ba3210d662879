using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// Gives every form that posts a key of its own, so that sending it twice has one effect. A form that names no address posts to its page, whatever handler the
/// page was shown by: a second button (<c>formaction="…?handler=Check"</c>) leaves its address behind, and the main button would only do the same again.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class OnceTagHelper : TagHelper
{
    private const string Handler = "handler";

    public override int Order => 1000;

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        if (request.Query.ContainsKey(Handler) && !output.Attributes.ContainsName("action"))
        {
            output.Attributes.SetAttribute("action", request.PathBase + request.Path + QueryString.Create(request.Query.Where(q => !q.Key.Equals(Handler, StringComparison.OrdinalIgnoreCase))));
        }

        output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{Refusals.OnceField}\" value=\"{Guid.NewGuid():N}\">");
    }
}
