using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentHub.Web.Infrastructure;

/// <summary>Gives every form that posts a key of its own, so that sending it twice has one effect.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class OnceTagHelper : TagHelper
{
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{Refusals.OnceField}\" value=\"{Guid.NewGuid():N}\">");
}
