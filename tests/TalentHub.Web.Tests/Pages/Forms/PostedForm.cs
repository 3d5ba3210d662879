using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Forms;

/// <summary>One thing of a form that has a name.</summary>
/// <param name="Kind">hidden, text, textarea, select, radio, checkbox, date, number, email, password, file …</param>
/// <param name="Values">What would be sent as it stands; none for a box without a tick.</param>
/// <param name="Offered">What a select, radio buttons or boxes offer.</param>
public sealed record Control(string Name, string Kind, IReadOnlyList<string> Values, IReadOnlyList<string> Offered, int? Max, bool IsNumber)
{
    public bool IsTyped => Kind is "text" or "textarea" or "email" or "tel" or "url" or "search" or "number" or "date" or "time" or "datetime-local";

    public bool IsWords => Kind is "text" or "textarea" or "email" or "tel" or "url" or "password";

    public bool IsChosen => Kind is "select" or "radio" or "checkbox";
}

/// <summary>A form of a page with one of its buttons, and the handler that takes it.</summary>
public sealed record PostedForm(string Page, string Target, RouteRow Row, bool IsMultipart, IReadOnlyList<Control> Controls, (string Name, string Value)? Button)
{
    public const string Once = "__once";
    public const string Token = "__RequestVerificationToken";
    public const string VersionField = "Version";

    /// <summary>Sent as the bytes of half a surrogate pair, which is no UTF-8.</summary>
    public const char HalfAPair = '\uE000';

    public string Handler => $"{Row.Path}{(Row.Handler.Length == 0 ? string.Empty : "?handler=" + Row.Handler)}";

    /// <summary>Forms that send the same things to the same handler are one form.</summary>
    public string Signature => $"{Handler} [{string.Join(' ', Controls.Select(c => c.Name + Purpose(c)).Where(n => n is not (Once or Token)).Select(Same).Distinct().Order(StringComparer.Ordinal))}] {Button}";

    /// <summary>One of each kind: of many rows the first.</summary>
    public IEnumerable<Control> Kinds => Controls.Where(c => c.Name is not (Once or Token)).DistinctBy(c => (Same(c.Name), c.Kind));

    public static IEnumerable<PostedForm> Of(TestPage page, Routes routes)
    {
        foreach (var form in page.Document.QuerySelectorAll("form").OfType<IHtmlFormElement>().Where(f => f.GetAttribute("method")?.Equals("post", StringComparison.OrdinalIgnoreCase) == true))
        {
            var controls = ControlsOf(form);
            var buttons = form.Elements.OfType<IHtmlButtonElement>().Where(b => b.Type == "submit").ToList();
            if (buttons.Count == 0 && controls.TrueForAll(c => c.Kind == "hidden"))
            {
                // Others press it by its name; where nothing does, it sends nothing.
                continue;
            }

            foreach (var (action, button) in buttons.Count == 0
                ? [(form.GetAttribute("action"), null)]
                : buttons.Select(b => (b.GetAttribute("formaction") ?? form.GetAttribute("action"), string.IsNullOrEmpty(b.Name) ? ((string, string)?)null : (b.Name!, b.Value ?? string.Empty))).Distinct())
            {
                var target = string.IsNullOrEmpty(action) ? page.Path : action.StartsWith('?') ? page.Path.Split('?')[0] + action : action;
                if (routes.Find("POST", target) is { } row)
                {
                    yield return new PostedForm(page.Path, target, row, form.GetAttribute("enctype") == "multipart/form-data", controls, button);
                }
            }
        }
    }

    /// <summary>The form as somebody fills it in who means well: what is there stays, the rest gets a value of its kind.</summary>
    public List<(string Name, string Value)> Filled(DateOnly today)
    {
        var values = new List<(string, string)>();
        foreach (var control in Controls.Where(c => c.Kind != "file"))
        {
            var given = control.Values.Where(v => v.Length > 0 || control.Kind is "hidden" or "checkbox").ToList();
            if (given.Count == 0 && (control.Kind != "checkbox" || control.Offered.Count > 1 || control.Name.EndsWith("Consent", StringComparison.Ordinal)))
            {
                var value = control.IsChosen ? control.Offered.FirstOrDefault(o => o.Length > 0) : Usual(control, today);
                given = value is null ? [] : [value];
            }

            values.AddRange(given.Select(v => (control.Name, v)));
        }

        return values;
    }

    public async Task<TestPage> SendAsync(TestBrowser browser, IEnumerable<(string Name, string Value)> values, Guid once)
    {
        var suffix = Controls.FirstOrDefault(c => c.Name == Once)?.Values[0].Split('.', 2) is [_, var which] ? "." + which : string.Empty;
        var all = values.Where(v => v.Name != Once).Append((Once, once.ToString("N", CultureInfo.InvariantCulture) + suffix));
        if (Button is { } pressed)
        {
            all = all.Append((pressed.Name, pressed.Value));
        }

        if (IsMultipart)
        {
            using var parts = new MultipartFormDataContent();
            foreach (var (name, value) in all)
            {
                parts.Add(new StringContent(value), name);
            }

            return await browser.SendAsync(Target, parts);
        }

        var body = string.Join('&', all.Select(v => $"{Escape(v.Item1)}={Escape(v.Item2)}"));
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return await browser.SendAsync(Target, content);
    }

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%EE%80%80", "%ED%A0%80", StringComparison.Ordinal);

    private static string? Usual(Control control, DateOnly today) => control.Kind switch
    {
        "date" => today.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "time" => "10:00",
        "datetime-local" => today.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T10:00",
        "email" => "reader@example.org",
        "tel" => "+86 138 0013 8000",
        "url" => "https://example.org/page",
        "password" => "correct horse battery staple",
        "number" => "2",
        "text" or "textarea" or "search" => Known(control.Name) ?? (control.IsNumber ? "2" : null) ?? (control.Max < 12 ? "AB1" : "Plain words"),
        _ => null,
    };

    /// <summary>What only means something in its own form.</summary>
    private static string? Known(string name) => name[(name.LastIndexOf('.') + 1)..] switch
    {
        "Website" => string.Empty,
        "Zone" or "TimeZone" => "Asia/Shanghai",
        "Currency" => "CNY",
        "Months[0]" => "48",
        "Shares[0]" => "100",
        "Flags" or "FlagBelow" or "Place" or "Link" or "Profile" => string.Empty,
        var other when other.StartsWith("Months[", StringComparison.Ordinal) || other.StartsWith("Shares[", StringComparison.Ordinal) => string.Empty,
        "Country" => "CN",
        "Code" => "plain1",
        _ => null,
    };

    private static List<Control> ControlsOf(IHtmlFormElement form)
    {
        var controls = new List<Control>();
        foreach (var group in form.Elements.Where(e => !string.IsNullOrEmpty(e.GetAttribute("name")) && e is IHtmlInputElement or IHtmlSelectElement or IHtmlTextAreaElement).GroupBy(e => (Name: e.GetAttribute("name")!, Kind: KindOf(e))))
        {
            var (name, kind) = group.Key;
            if (kind is "submit" or "button" or "image" or "reset")
            {
                continue;
            }

            var values = new List<string>();
            var offered = new List<string>();
            foreach (var element in group)
            {
                switch (element)
                {
                    case IHtmlSelectElement select:
                        offered.AddRange(select.Options.Select(o => o.Value));
                        values.AddRange(select.Options.Where(o => o.IsSelected).Select(o => o.Value));
                        break;
                    case IHtmlTextAreaElement area:
                        values.Add(area.Value);
                        break;
                    case IHtmlInputElement box when kind is "checkbox" or "radio":
                        offered.Add(box.GetAttribute("value") ?? "on");
                        if (box.IsChecked)
                        {
                            values.Add(box.GetAttribute("value") ?? "on");
                        }

                        break;
                    default:
                        values.Add(element.GetAttribute("value") ?? string.Empty);
                        break;
                }
            }

            var first = group.First();
            var max = int.TryParse(first.GetAttribute("maxlength"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : (int?)null;
            controls.Add(new Control(name, kind, values, offered, max, kind == "number" || first.GetAttribute("inputmode") is "numeric" or "decimal"));
        }

        return controls;
    }

    public static string KindOf(IElement element) => element switch
    {
        IHtmlSelectElement => "select",
        IHtmlTextAreaElement => "textarea",
        _ => element.GetAttribute("type")?.ToLowerInvariant() ?? "text",
    };

    /// <summary>A hidden word that says which move is meant makes another form of it.</summary>
    private static string Purpose(Control control) =>
        control is { Kind: "hidden", Values: [{ Length: > 0 and < 24 } word, ..] } && word.All(char.IsAsciiLetter) && word is not ("true" or "false") ? "=" + word : string.Empty;

    /// <summary>Rows of one form differ by a number only.</summary>
    private static string Same(string name) => System.Text.RegularExpressions.Regex.Replace(name, @"\d+", "0", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
