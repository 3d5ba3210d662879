using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Components;

/// <summary>Several controls that are wrong together: <c>&lt;fieldset class="field" errors-of="Input.Attributes"&gt;</c> says so at its end, is described by it, and is where the summary leads.</summary>
[HtmlTargetElement("*", Attributes = "errors-of")]
public sealed class ErrorsOfTagHelper : TagHelper
{
    [HtmlAttributeName("errors-of")]
    public required string Name { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(Name, "_");
        output.Attributes.SetAttribute("id", id);
        if (ViewContext.ViewData.ErrorOf(Name) is not { } says)
        {
            return;
        }

        var before = output.Attributes.TryGetAttribute("aria-describedby", out var described) ? Convert.ToString(described.Value, CultureInfo.InvariantCulture) + " " : string.Empty;
        output.Attributes.SetAttribute("aria-describedby", $"{before}{id}-error");
        output.Attributes.SetAttribute("aria-invalid", "true");
        output.PostContent.AppendHtml("<p class=\"field-error\" id=\"").Append(id + "-error").AppendHtml("\">").Append(says).AppendHtml("</p>");
    }
}
