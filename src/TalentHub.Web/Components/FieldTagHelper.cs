using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Components;

/// <summary>
/// A whole field: label, hint, control, error, all tied together for screen readers and for validation in the browser.
/// <c>&lt;field for="Input.Title" label="@T["Title"]" hint="…" /&gt;</c>. With content, that content is the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(IHtmlGenerator html, Text text) : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public bool Optional { get; set; }

    /// <summary>A narrow field: a number, a code.</summary>
    public bool Short { get; set; }

    /// <summary>text, email, password, tel, url, number, date, time, datetime-local, textarea; a select when <see cref="Items"/> is given.</summary>
    public string Type { get; set; } = "text";

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>For a select: the first, empty choice.</summary>
    public string? None { get; set; }

    public int? Max { get; set; }

    /// <summary>Further attributes of the control: <c>input-autocomplete="email"</c>.</summary>
    [HtmlAttributeName("input", DictionaryAttributePrefix = "input-")]
    public IDictionary<string, string> Input { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    /// <summary>Where the message of the field around this element stands; null outside of one.</summary>
    public static string? ErrorAround(TagHelperContext context) => context.Items.TryGetValue(typeof(FieldTagHelper), out var id) ? (string)id : null;

    public override void Init(TagHelperContext context) =>
        context.Items[typeof(FieldTagHelper)] = TagBuilder.CreateSanitizedId(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), "_") + "-error";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var content = await output.GetChildContentAsync();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Short ? "field short" : "field");

        var label = new TagBuilder("label");
        label.AddCssClass("form-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (Optional)
        {
            label.InnerHtml.AppendHtml(Small(text["optional"]));
        }

        output.Content.AppendHtml(label);
        if (Hint is not null)
        {
            output.Content.AppendHtml(Paragraph("hint", id + "-hint", Hint));
        }

        output.Content.AppendHtml(content.IsEmptyOrWhiteSpace ? Control(name, id) : content);
        output.Content.AppendHtml(Error(name, id));
    }

    private TagBuilder Control(string name, string id)
    {
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["class"] = Items is null ? "form-control" : "form-select",
            ["aria-describedby"] = Hint is null ? $"{id}-error" : $"{id}-hint {id}-error",
        };
        foreach (var (key, value) in Input)
        {
            attributes[key] = value;
        }

        if (ViewContext.ModelState.GetFieldValidationState(name) == ModelValidationState.Invalid)
        {
            attributes["aria-invalid"] = "true";
        }

        if (Max is not null)
        {
            attributes["maxlength"] = Max;
        }

        if (Items is not null)
        {
            return html.GenerateSelect(ViewContext, For.ModelExplorer, None, For.Name, Items, allowMultiple: false, attributes);
        }

        if (Type == "textarea")
        {
            attributes["data-counter"] = Max is null ? null : string.Empty;
            return html.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, rows: 4, columns: 0, attributes);
        }

        attributes["type"] = Type;
        return Type == "password"
            ? html.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, value: null, attributes)
            : html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, Format(), attributes);
    }

    /// <summary>The browser's own date and time fields want ISO; everything else is written as the reader writes it.</summary>
    private string? Format() => Type switch
    {
        "date" => "{0:yyyy-MM-dd}",
        "time" => "{0:HH:mm}",
        "datetime-local" => "{0:yyyy-MM-ddTHH:mm}",
        _ => null,
    };

    private TagBuilder Error(string name, string id)
    {
        var error = Paragraph("field-error", id + "-error", ViewContext.ModelState.TryGetValue(name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null);
        error.Attributes["data-valmsg-for"] = name;
        error.Attributes["data-valmsg-replace"] = "true";
        return error;
    }

    private static TagBuilder Paragraph(string css, string id, string? says)
    {
        var paragraph = new TagBuilder("p");
        paragraph.AddCssClass(css);
        paragraph.Attributes["id"] = id;
        paragraph.InnerHtml.Append(says ?? string.Empty);
        return paragraph;
    }

    private static TagBuilder Small(string says)
    {
        var small = new TagBuilder("span");
        small.AddCssClass("optional");
        small.InnerHtml.Append(says);
        return small;
    }
}
