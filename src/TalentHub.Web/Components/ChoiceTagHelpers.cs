using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentHub.Web.Components;

/// <summary>One tick box with its words: <c>&lt;check for="Input.Consent"&gt;I have read …&lt;/check&gt;</c>.</summary>
[HtmlTargetElement("check", Attributes = "for")]
public sealed class CheckTagHelper(IHtmlGenerator html) : TagHelper
{
    public required ModelExpression For { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var words = await output.GetChildContentAsync();
        Readable(name);
        var invalid = ViewContext.ModelState.GetFieldValidationState(name) == ModelValidationState.Invalid;
        var box = html.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, For.Model as bool?, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["class"] = "form-check-input",
            ["aria-describedby"] = id + "-error",
            ["aria-invalid"] = invalid ? "true" : null,
        });

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.AppendHtml("<label class=\"form-check\">").AppendHtml(box).AppendHtml("<span>").AppendHtml(words).AppendHtml("</span></label>");
        output.Content.AppendHtml(html.GenerateHiddenForCheckbox(ViewContext, For.ModelExplorer, For.Name));

        var error = new TagBuilder("p");
        error.AddCssClass("field-error");
        error.Attributes["id"] = id + "-error";
        error.Attributes["data-valmsg-for"] = name;
        error.Attributes["data-valmsg-replace"] = "true";
        error.InnerHtml.Append(ViewContext.ModelState.TryGetValue(name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage ?? string.Empty : string.Empty);
        output.Content.AppendHtml(error);
    }

    /// <summary>What was sent instead of yes or no stays an error, but no box can show it.</summary>
    private void Readable(string name)
    {
        if (ViewContext.ModelState.TryGetValue(name, out var entry) && entry.RawValue is not null && entry.ValidationState == ModelValidationState.Invalid)
        {
            (entry.RawValue, entry.AttemptedValue) = (null, null);
        }
    }
}

/// <summary>One of a few, all visible: <c>&lt;choice for="Input.Reason" label="@T["Reason"]" items="Model.Reasons" /&gt;</c>.</summary>
[HtmlTargetElement("choice", Attributes = "for,items", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public required IEnumerable<SelectListItem> Items { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        ViewContext.ModelState.TryGetValue(name, out var entry);
        var chosen = entry?.AttemptedValue ?? (For.Model is Enum e ? e.ToString() : Convert.ToString(For.Model, System.Globalization.CultureInfo.InvariantCulture));

        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Attributes.SetAttribute("id", id);
        output.Attributes.SetAttribute("aria-describedby", id + "-error");
        if (entry?.ValidationState == ModelValidationState.Invalid)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }

        output.Content.AppendHtml("<legend class=\"form-label\">").Append(Label).AppendHtml("</legend>");
        if (Hint is not null)
        {
            output.Content.AppendHtml("<p class=\"hint\">").Append(Hint).AppendHtml("</p>");
        }

        foreach (var item in Items)
        {
            var radio = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            radio.AddCssClass("form-check-input");
            radio.Attributes["type"] = "radio";
            radio.Attributes["name"] = name;
            radio.Attributes["value"] = item.Value;
            if (string.Equals(item.Value, chosen, StringComparison.Ordinal) || (string.IsNullOrEmpty(chosen) && item.Selected))
            {
                radio.Attributes["checked"] = "checked";
            }

            output.Content.AppendHtml("<label class=\"form-check\">").AppendHtml(radio).AppendHtml("<span>").Append(item.Text).AppendHtml("</span></label>");
        }

        output.Content.AppendHtml($"<p class=\"field-error\" id=\"{id}-error\">").Append(entry?.Errors.FirstOrDefault()?.ErrorMessage ?? string.Empty).AppendHtml("</p>");
    }
}
