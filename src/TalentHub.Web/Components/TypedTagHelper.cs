using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Components;

/// <summary>
/// Every control that a page writes by hand: when its form is refused it shows what was typed, is marked, and has its message behind it, as <c>&lt;field&gt;</c> does for
/// those that it draws. A control that says where its message stands (<c>aria-describedby="…-error"</c>) draws it itself.
/// </summary>
[HtmlTargetElement("input", Attributes = "name,[class^=form-control]", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("input", Attributes = "name,[class^=form-check-input]", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("input", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = "name")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "name")]
[HtmlTargetElement("select", Attributes = "asp-for")]
public sealed class TypedTagHelper : TagHelper
{
    private const string Suffix = "-error";

    /// <summary>After the framework's own helpers, so that the name is known.</summary>
    public override int Order => 1000;

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value(output, "name") is not { Length: > 0 } name)
        {
            return;
        }

        var isRefused = SentForm.IsRefusal(ViewContext) && SentForm.Around(ViewContext) is null or { WasSent: true };
        var kind = output.TagName == "input" ? Value(output, "type") ?? "text" : output.TagName;
        if (isRefused && SentForm.Around(ViewContext) is not null)
        {
            Keep(output, kind, name);
        }

        var says = isRefused ? ViewContext.ViewData.ErrorOf(name) : null;
        if (kind != "hidden" && (says is not null || output.Attributes.ContainsName("data-val")))
        {
            Describe(context, output, kind, name, says);
        }
    }

    /// <summary>What was typed, also where it could not be read.</summary>
    private void Keep(TagHelperOutput output, string kind, string name)
    {
        var sent = ViewContext.HttpContext.Request.Form[name];
        switch (kind)
        {
            case "checkbox" or "radio":
                output.Attributes.RemoveAll("checked");
                if (sent.Contains(Value(output, "value") ?? "on"))
                {
                    output.Attributes.SetAttribute("checked", "checked");
                }

                break;
            case "textarea" when sent.Count == 1:
                // The first line break after the tag is not part of the text.
                output.Content.SetContent("\n" + sent[0]);
                break;
            case "select" or "password" or "hidden" or "file":
                break;
            case not "textarea" when sent.Count == 1:
                output.Attributes.SetAttribute("value", sent[0]);
                break;
            default:
                break;
        }
    }

    private void Describe(TagHelperContext context, TagHelperOutput output, string kind, string name, string? says)
    {
        if (says is not null)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }

        var described = Value(output, "aria-describedby");
        if (described?.Split(' ').Any(d => d.EndsWith(Suffix, StringComparison.Ordinal)) == true)
        {
            return;
        }

        // The summary leads to the field's own id; where the field has another one, to the message.
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var within = FieldTagHelper.ErrorAround(context);
        var place = within ?? (says is null || Value(output, "id") == id ? id + Suffix : id);
        output.Attributes.SetAttribute("aria-describedby", described is null ? place : $"{described} {place}");
        if (within is null && IsFirst(kind, name))
        {
            output.PostElement.AppendHtml(Message(place, name, says));
        }
    }

    /// <summary>Of radio buttons and boxes of one name the first has the message.</summary>
    private bool IsFirst(string kind, string name) =>
        kind is not ("radio" or "checkbox") || ViewContext.HttpContext.Items.TryAdd((typeof(TypedTagHelper), name), true);

    private static TagBuilder Message(string id, string name, string? says)
    {
        var message = new TagBuilder("span");
        message.AddCssClass("field-error");
        message.Attributes["id"] = id;
        message.Attributes["data-valmsg-for"] = name;
        message.Attributes["data-valmsg-replace"] = "true";
        message.InnerHtml.Append(says ?? string.Empty);
        return message;
    }

    private static string? Value(TagHelperOutput output, string attribute) =>
        output.Attributes.TryGetAttribute(attribute, out var found) ? Convert.ToString(found.Value, CultureInfo.InvariantCulture) : null;
}
