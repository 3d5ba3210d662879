using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using TalentHub.Domain.Common;
using TalentHub.Services.Privacy;

namespace TalentHub.Web.Infrastructure.Privacy;

/// <summary>What is kept about a person as a page that opens anywhere, in the language in which we write to them.</summary>
public sealed class ReadableExport(Text text)
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1c1e21;background:#fff}h2{margin-top:2.5rem;border-bottom:1px solid #ccc}"
        + "dl{display:grid;grid-template-columns:14rem 1fr;gap:.1rem 1rem;border-bottom:1px solid #eee;padding-bottom:1rem}dt{color:#555}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}"
        + "@media(max-width:40rem){dl{grid-template-columns:1fr}dt{margin-top:.4rem}}@media(prefers-color-scheme:dark){body{color:#ddd;background:#16181c}dt{color:#9aa}}";

    private const string Minor = "_MinorUnits";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string Write(PersonFile person)
    {
        var before = CultureInfo.CurrentUICulture;
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = new CultureInfo(person.Language == "zh-CN" ? "zh-CN" : "en");
            return Page(person);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
            CultureInfo.CurrentCulture = culture;
        }
    }

    private string Page(PersonFile person)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{text.Language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Of(text["What is kept about you"])}</title><style>{Style}</style></head><body>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Of(text["What is kept about you"])}</h1>\n<p>{Of(text["Written on {at} (UTC). Colleagues are not named; what they wrote about you is here. Passwords and keys are never given to anybody.", ("at", text.Instant(person.At, null))])}</p>\n");
        foreach (var table in person.Tables)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Of(text[table.Title])}</h2>\n");
            foreach (var row in table.Rows)
            {
                Row(html, table, row);
            }
        }

        if (person.Files.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Of(text["Files beside this page"])}</h2>\n<ul>\n");
            foreach (var file in person.Files)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{Of(string.Join('/', file.Name.Split('/').Select(Uri.EscapeDataString)))}\">{Of(file.Name)}</a></li>\n");
            }

            html.Append("</ul>\n");
        }

        return html.Append("</body></html>\n").ToString();
    }

    private void Row(StringBuilder html, KeptTable table, IReadOnlyList<JsonNode?> row)
    {
        var machine = Named(table, row, "Machine");
        html.Append("<dl>");
        for (var at = 0; at < row.Count; at++)
        {
            var column = table.Columns[at];
            if (row[at] is not { } value || column.IsNumber || IsShownElsewhere(table, row, column.Name))
            {
                continue;
            }

            var shown = column.Name == "Template" && Named(table, row, "Values") is not null ? Sentence(value.ToString(), table, row, machine)
                : column.Name.EndsWith(Minor, StringComparison.Ordinal) ? text.Money(new Money(value.GetValue<long>(), Named(table, row, Whole(column.Name) + "_Currency")!))
                : Shown(column, value, machine);
            if (shown.Length > 0)
            {
                html.Append(CultureInfo.InvariantCulture, $"<dt>{Of(text.Column(Whole(column.Name)))}</dt><dd>{Of(shown)}</dd>");
            }
        }

        html.Append("</dl>\n");
    }

    /// <summary>A currency beside its amount, the values inside their sentence, a text in the other language.</summary>
    private bool IsShownElsewhere(KeptTable table, IReadOnlyList<JsonNode?> row, string column) =>
        column.EndsWith("_Currency", StringComparison.Ordinal)
        || (column == "Values" && Named(table, row, "Template") is not null)
        || (column.EndsWith(text.IsChinese ? "_En" : "_Zh", StringComparison.Ordinal) && Named(table, row, column[..^3] + (text.IsChinese ? "_Zh" : "_En")) is { Length: > 0 });

    /// <summary>A value of several columns has one name.</summary>
    private static string Whole(string column) =>
        column.EndsWith(Minor, StringComparison.Ordinal) ? column[..^Minor.Length]
        : column.EndsWith("_En", StringComparison.Ordinal) || column.EndsWith("_Zh", StringComparison.Ordinal) ? column[..^3]
        : column;

    private string Shown(KeptColumn column, JsonNode value, string? machine)
    {
        if (value is not JsonValue)
        {
            return Structured(value);
        }

        var raw = value.ToString();
        return column.Name is "From" or "To" && machine is not null ? text.State(machine, raw)
            : column.Name == "Trigger" && machine is not null ? text.Trigger(machine, raw)
            : column.Name == "Machine" ? text.Machine(raw)
            : column.Type == typeof(bool) ? (raw == "true" ? text["yes"] : text["no"])
            : column.Type == typeof(DateTime) ? text.Instant(DateTime.Parse(raw, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), null)
            : column.Type == typeof(DateOnly) ? text.Date(DateOnly.Parse(raw, CultureInfo.InvariantCulture))
            : column.Type.IsEnum && Enum.TryParse(column.Type, raw, out var one) ? text.Of(new Sentence("{value}", ("value", one)))
            : raw is PersonExport.Colleague or PersonExport.Yourself ? text[raw]
            : raw;
    }

    /// <summary>A line of the timeline, filled as the product shows it.</summary>
    private string Sentence(string template, KeptTable table, IReadOnlyList<JsonNode?> row, string? machine)
    {
        var values = row[table.Columns.ToList().FindIndex(c => c.Name == "Values")] as JsonArray ?? [];
        return text.Of(new Sentence(template, [.. values.OfType<JsonObject>().Select(v => (v["Name"]!.ToString(), (object?)Word(v, machine)))]));
    }

    private string Word(JsonObject value, string? machine)
    {
        var raw = text.IsChinese && value["Zh"] is { } zh ? zh.ToString() : value["Value"]?.ToString() ?? string.Empty;
        return value["Name"]!.ToString() switch
        {
            "what" => text.Machine(raw),
            "from" or "to" when machine is not null && raw.Length > 0 => text.State(machine, raw),
            "trigger" when machine is not null => text.Trigger(machine, raw),
            _ => raw,
        };
    }

    private string Structured(JsonNode? value) => value switch
    {
        JsonArray list => string.Join('\n', list.Select(Structured).Where(v => v.Length > 0)),
        JsonObject both when both.Count == 2 && both["En"] is { } en && both["Zh"] is { } zh => (text.IsChinese ? zh : en).ToString(),
        JsonObject record => string.Join(text.Comma, record.Where(p => p.Value is not null).Select(p => text.Column(p.Key) + text.Colon + Structured(p.Value))),
        null => string.Empty,
        _ => value.ToString(),
    };

    private static string? Named(KeptTable table, IReadOnlyList<JsonNode?> row, string column)
    {
        for (var at = 0; at < row.Count; at++)
        {
            if (table.Columns[at].Name == column)
            {
                return row[at]?.ToString();
            }
        }

        return null;
    }

    private static string Of(string raw) => Encoder.Encode(raw);
}
