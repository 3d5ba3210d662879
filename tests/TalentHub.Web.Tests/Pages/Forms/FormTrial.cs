using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Forms;

/// <summary>Sends one form in every way that it is not meant to be sent, and says where the answer is not what a person needs.</summary>
public sealed partial class FormTrial(KeptDatabase kept, Routes routes, FoundForm first, Func<Task<TestBrowser>> reader, IReadOnlyList<(FoundForm Found, Func<Task<TestBrowser>> Browser)> others)
{
    private const int TooLong = 100_000;
    private static readonly DateOnly Today = DateOnly.FromDateTime(A.Noon);

    /// <summary>Colleagues who answer at the same moment change the record for each other, and each answer must count.</summary>
    private static readonly string[] CountsWhateverChanged = ["/interviews/INT-{id:long}?handler=Confirm", "/interviews/INT-{id:long}?handler=Decline"];

    /// <summary>Which of the two is wrong is nobody's business.</summary>
    private static readonly string[] SaidOfTheWhole = ["/account/sign-in"];

    private static readonly string[] NoNumber = ["not a number", "6f9619ff-8b86-d011-b42d-00c04fc964ff", "-1", "999999999", "99999999999999999999999999"];
    private static readonly string[] NoDay = ["not a day", "2026-13-45", "0001-01-01", "9999-12-31", "26:99"];

    public static readonly string[] Hostile =
    [
        "a\0b", "half " + PostedForm.HalfAPair + " a pair \u202Egnp.exe\u202C \u2066x\u2069", "<script>alert('hostile')</script><img src=x onerror=alert(1)>",
        "=1+1+cmd|' /C calc'!A0 '; DROP TABLE People; --", "👩‍💻😀 名字", "first line\r\nBcc: other@example.org\r\n\r\nbody", "{{7*7}} ${7*7} %s%n {0} {name} \u0001\u0008\u001b[31m\u007f\uFFFF\uFEFF", "   ", "a\uFFFEb",
    ];

    private readonly List<string> faults = [];
    private FoundForm found = first;
    private Func<Task<TestBrowser>> open = reader;
    private TestBrowser browser = null!;
    private PostedForm form = first.Form;

    public FoundForm Found => found;

    private bool isChanged = first.Steps.Count > 0;
    private bool isDirty;
    private bool isRepeatable;

    public int Sent { get; private set; }

    public int Restored { get; private set; }

    /// <summary>Whether it was taken when it was filled in well.</summary>
    public HttpStatusCode WhenWell { get; private set; }

    public IReadOnlyList<string> Faults => faults;

    /// <summary>What was said when it was filled in well and not taken.</summary>
    public string Says { get; private set; } = string.Empty;

    /// <summary>What the page shows after it was taken.</summary>
    public List<TestPage> After { get; } = [];

    /// <param name="isWhole">False for another button or another shape of a form that was tried already.</param>
    public async Task RunAsync(bool isWhole)
    {
        browser = await open();
        if (found.Steps.Count == 0)
        {
            // Its token goes with this browser.
            Again(await browser.GetAsync(found.Form.Page));
        }

        var well = await TryAsync("filled in well", Filled, null);
        for (var other = 0; well?.Status is HttpStatusCode.Conflict && other < others.Count; other++)
        {
            Clean();
            (found, open) = others[other];
            browser = await open();
            faults.Clear();
            isChanged = true;
            well = Again(await browser.GetAsync(found.Form.Page)) ? await TryAsync("filled in well", Filled, null) : well;
        }

        WhenWell = well?.Status ?? default;
        Says = well is null ? string.Empty : Errors(well);
        if (well is not null && WhenWell == HttpStatusCode.Redirect)
        {
            After.Add(await LookAsync("filled in well", well.Location!));
            After.Add(await browser.GetAsync(found.Form.Page));
            isRepeatable = await RepeatsAsync();
        }
        else if (WhenWell == HttpStatusCode.OK)
        {
            After.Add(well!);
        }

        await TwiceAsync();
        await TryAsync("everything empty", () => Filled().Where(v => form.Controls.Any(c => c.Name == v.Name && c.Kind == "hidden")).Concat(form.Controls.Where(c => c.IsTyped || c.Kind is "password" or "select").Select(c => (c.Name, string.Empty))), null);
        if (isWhole)
        {
            await WordsAsync();
            await KindsAsync();
        }

        if (WhenWell == HttpStatusCode.Redirect && form.Controls.Any(c => c is { Name: PostedForm.VersionField, Kind: "hidden" } && !c.Values.Contains(Guid.Empty.ToString(), StringComparer.Ordinal)))
        {
            var stale = await TryAsync("a version of before", () => With(c => c.Name == PostedForm.VersionField, "6f9619ff-8b86-d011-b42d-00c04fc964ff"), null);
            if (stale?.Status != HttpStatusCode.Conflict && !CountsWhateverChanged.Contains(form.Handler))
            {
                Fault("a version of before", $"{(int?)stale?.Status}, not told");
            }
        }

        Clean();
    }

    private async Task WordsAsync()
    {
        if (form.Controls.Any(c => c.IsTyped || c.Kind == "password"))
        {
            await TryAsync("everything too long", () => With(c => c.IsTyped || c.Kind == "password", new string('x', TooLong)), null);
            foreach (var control in form.Kinds.Where(c => c.IsWords))
            {
                await TryAsync($"{control.Name} too long", () => With(c => c.Name == control.Name, new string('y', TooLong)), control);
            }
        }

        if (form.Controls.Any(c => c.IsWords))
        {
            foreach (var hostile in Hostile)
            {
                await TryAsync($"every text = {Readable(hostile)}", () => With(c => c.IsWords, hostile), null);
            }

            foreach (var control in form.Kinds.Where(c => c.IsWords))
            {
                await TryAsync($"{control.Name} hostile", () => With(c => c.Name == control.Name, "\u0001<b>'\u202E😀\r\n"), null);
            }
        }
    }

    private async Task KindsAsync()
    {
        foreach (var control in form.Kinds)
        {
            var wrong = control.Kind switch
            {
                "date" or "time" or "datetime-local" => NoDay,
                _ when control.IsChosen || control.IsNumber || control.Kind == "hidden" => NoNumber,
                _ => [],
            };
            foreach (var value in wrong)
            {
                await TryAsync($"{control.Name} = {value}", () => With(c => c.Name == control.Name && c.Kind == control.Kind, value), control, value);
            }
        }
    }

    /// <summary>Whether it can be sent well again and again: what it does need not be put back each time.</summary>
    private async Task<bool> RepeatsAsync()
    {
        var page = await browser.GetAsync(found.Form.Page);
        if (PostedForm.Of(page, routes).FirstOrDefault(f => f.Signature == found.Form.Signature) is not { } again)
        {
            return false;
        }

        form = again;
        var answer = await form.SendAsync(browser, Filled(), Guid.NewGuid());
        Sent++;
        return answer.Status == HttpStatusCode.Redirect;
    }

    /// <summary>As it was filled in at first, with the hidden fields of now.</summary>
    private IEnumerable<(string Name, string Value)> Filled()
    {
        var hidden = form.Controls.Where(c => c.Kind == "hidden").ToList();
        return found.Form.Filled(Today).Where(v => !hidden.Exists(h => h.Name == v.Name)).Concat(hidden.SelectMany(h => h.Values.Select(v => (h.Name, v))));
    }

    /// <summary>The empty form once more for those who read English.</summary>
    public async Task RunInEnglishAsync()
    {
        browser = await open();
        if (Again(await browser.GetAsync(found.Form.Page)))
        {
            await TryAsync("everything empty, in English", () => form.Controls.Where(c => c.Kind == "hidden").SelectMany(c => c.Values.Select(v => (c.Name, v))), null, isEnglish: true);
            Clean();
        }
    }

    private async Task TwiceAsync()
    {
        if (WhenWell != HttpStatusCode.Redirect || !await FreshAsync("twice"))
        {
            return;
        }

        var values = Filled().ToList();
        var once = Guid.NewGuid();
        var first = await form.SendAsync(browser, values, once);
        isChanged = true;
        var rows = kept.Rows();
        var second = await form.SendAsync(browser, values, once);
        Sent += 2;
        if (second.Status != HttpStatusCode.Redirect || second.Location?.Split('?')[0] != first.Location?.Split('?')[0])
        {
            Fault("sent twice", $"{(int)second.Status} to {second.Location}, first to {first.Location}: {Errors(second)}");
        }

        var after = kept.Rows();
        if (!rows.SequenceEqual(after))
        {
            Fault("sent twice", "two effects: " + string.Join(", ", after.Except(rows)));
        }
    }

    private IEnumerable<(string Name, string Value)> With(Func<Control, bool> which, string value)
    {
        var changed = form.Controls.Where(which).ToList();
        return Filled().Where(v => !changed.Exists(c => c.Name == v.Name)).Concat(changed.Where(c => c.Kind != "file").Select(c => (c.Name, value)));
    }

    private async Task<TestPage?> TryAsync(string how, Func<IEnumerable<(string Name, string Value)>> fill, Control? at, string? wrong = null, bool isEnglish = false)
    {
        if (!await FreshAsync(how))
        {
            return null;
        }

        var values = fill().ToList();
        TestPage answer;
        try
        {
            answer = await form.SendAsync(browser, values, Guid.NewGuid());
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            isChanged = true;
            Fault(how, fault.GetType().Name + ": " + fault.Message.Split('\n')[0]);
            return null;
        }

        Sent++;
        switch (answer.Status)
        {
            case HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict:
                Refused(how, values, answer, at, wrong, isEnglish);
                break;
            case HttpStatusCode.Redirect:
                isChanged = true;
                if (wrong is not null && at is not null && IsNonsense(at, wrong))
                {
                    Fault(how, "taken");
                }

                if (wrong is null && how != "filled in well")
                {
                    await LookAsync(how, answer.Location!);
                }

                break;
            case HttpStatusCode.OK:
                isChanged = true;
                break;
            case HttpStatusCode.BadRequest when answer.Document.QuerySelector("h1") is not null && values.Exists(v => v.Value.AsSpan().ContainsAny('\0', '\uFFFE')):
                break;
            case HttpStatusCode.NotFound when at is { Kind: "hidden" } || (at is not null && form.Controls.All(c => c.Kind != "hidden" || c.Name is PostedForm.Once or PostedForm.Token) && !at.IsTyped && !form.Controls.Any(c => c.IsTyped)):
                break;
            default:
                Fault(how, ((int)answer.Status).ToString(CultureInfo.InvariantCulture));
                break;
        }

        return answer;
    }

    /// <summary>What the form is refused for stands at its field, in the reader's language, and what was typed is still there.</summary>
    private void Refused(string how, List<(string Name, string Value)> values, TestPage answer, Control? at, string? wrong, bool isEnglish)
    {
        var main = answer.Document;
        var messages = main.QuerySelectorAll(".field-error, .field-validation-error").Where(e => e.TextContent.Trim().Length > 0).ToList();
        var summary = main.QuerySelectorAll(".errors li").Where(e => e.TextContent.Trim().Length > 0).ToList();
        if (answer.Status == HttpStatusCode.UnprocessableEntity && at?.Kind != "hidden" && !SaidOfTheWhole.Contains(form.Handler) ? messages.Count == 0 : messages.Count + summary.Count == 0)
        {
            Fault(how, $"{(int)answer.Status} without a message{(answer.Status == HttpStatusCode.UnprocessableEntity ? " at a field" : string.Empty)}: {Errors(answer)}");
        }

        var pointed = new List<IElement>();
        foreach (var message in messages)
        {
            var field = message.Id is { Length: > 0 } id
                ? main.QuerySelectorAll("[aria-describedby]").FirstOrDefault(e => e.GetAttribute("aria-describedby")!.Split(' ').Contains(id, StringComparer.Ordinal)) : null;
            if (field is null)
            {
                Fault(how, $"nothing is described by “{message.TextContent.Trim()}”");
            }
            else if (field.GetAttribute("aria-invalid") != "true" && field.QuerySelector("[aria-invalid=true]") is null)
            {
                Fault(how, $"{Named(field)} is not marked invalid");
            }
            else
            {
                pointed.Add(field);
            }
        }

        if (at is not null && WhenWell == HttpStatusCode.Redirect && answer.Status == HttpStatusCode.UnprocessableEntity && at.Kind != "hidden" && (wrong is null || IsNonsense(at, wrong)) && !pointed.Exists(p => p.GetAttribute("name") == at.Name || p.QuerySelector($"[name='{at.Name}']") is not null))
        {
            Fault(how, $"the message is not at the field but at {string.Join(", ", pointed.Select(Named))}: {Errors(answer)}");
        }

        foreach (var says in messages.Concat(summary).Select(m => m.TextContent.Trim()).Distinct())
        {
            var left = isEnglish ? Han().Match(says) : Latin().Match(Names().Replace(says, string.Empty));
            if (left.Success)
            {
                Fault(how, $"left in {(isEnglish ? "Chinese" : "English")}: {says}");
            }
        }

        foreach (var (name, value) in at?.Kind == "hidden" ? [] : values)
        {
            var control = form.Controls.FirstOrDefault(c => c.Name == name);
            if (control is null || Plain(value).Length == 0 || name.EndsWith("Website", StringComparison.Ordinal) || !(control.IsTyped || (control.IsChosen && control.Offered.Contains(value, StringComparer.Ordinal))))
            {
                continue;
            }

            if (control.IsChosen && !answer.Document.QuerySelectorAll($"[name='{name}'][value], [name='{name}'] option").Any(o => o.GetAttribute("value") == value))
            {
                continue;
            }

            if (!Shown(answer.Document, name).Any(shown => Same(shown, value)))
            {
                Fault(how, $"{name} lost “{Readable(value)}”, shows “{Readable(string.Join('|', Shown(answer.Document, name)))}”");
            }
        }
    }

    private static IEnumerable<string> Shown(IDocument document, string name) =>
        document.QuerySelectorAll($"[name='{name}']").SelectMany(e => e switch
        {
            IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => o.Value),
            IHtmlTextAreaElement area => [area.Value],
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [box.GetAttribute("value") ?? "on"] : [],
            _ => [e.GetAttribute("value") ?? string.Empty],
        });

    private static bool Same(string shown, string typed) => Plain(shown) == Plain(typed);

    /// <summary>Without what no field can carry, and without what an end of a line is.</summary>
    private static string Plain(string text) => string.Concat(text.Replace("%ED%A0%80", string.Empty, StringComparison.Ordinal).Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c) && c is not ('\uFFFD' or PostedForm.HalfAPair or '\uFFFE' or '\uFEFF')));

    private async Task<TestPage> LookAsync(string how, string location)
    {
        if (!location.StartsWith('/'))
        {
            Fault(how, "leads away: " + location);
        }

        var page = await browser.GetAsync(location);
        if ((int)page.Status >= 500)
        {
            Fault(how, $"{location} answers {(int)page.Status} afterwards");
        }

        if (page.Document.QuerySelectorAll("script").Any(s => s.TextContent.Contains("hostile", StringComparison.Ordinal)) || page.Document.QuerySelector("img[onerror]") is not null)
        {
            Fault(how, $"{location} runs what was typed");
        }

        return page;
    }

    /// <summary>A value that nobody can have meant: to take it is to take something else.</summary>
    private static bool IsNonsense(Control control, string value) => control.Kind switch
    {
        "hidden" when control.Name == PostedForm.VersionField => false,
        "hidden" => control.Values.Any(v => long.TryParse(v, CultureInfo.InvariantCulture, out _) || (Guid.TryParse(v, out var id) && id != Guid.Empty)),
        "select" or "radio" => !control.Offered.Contains(value, StringComparer.Ordinal),
        "checkbox" => control.Offered.Count > 1,
        "date" or "time" or "datetime-local" => true,
        _ => control.IsNumber && !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
    };

    /// <summary>The form as the page shows it now, with what earlier posts did put back.</summary>
    private async Task<bool> FreshAsync(string how)
    {
        if (!isChanged)
        {
            return true;
        }

        if (isRepeatable && Again(await browser.GetAsync(found.Form.Page)))
        {
            isChanged = false;
            isDirty = true;
            return true;
        }

        Clean();
        browser = await open();
        foreach (var step in found.Steps)
        {
            var before = PostedForm.Of(await browser.GetAsync(step.Page), routes).FirstOrDefault(f => f.Signature == step.Signature);
            if (before is not null)
            {
                await before.SendAsync(browser, before.Filled(Today), Guid.NewGuid());
            }

            isDirty = true;
        }

        var page = await browser.GetAsync(found.Form.Page);
        if (!Again(page))
        {
            Fault(how, $"{found.Form.Page} does not show the form again: {(int)page.Status}");
            return false;
        }

        return true;
    }

    private bool Again(TestPage page)
    {
        if (PostedForm.Of(page, routes).FirstOrDefault(f => f.Signature == found.Form.Signature) is not { } again)
        {
            return false;
        }

        form = again;
        return true;
    }

    private void Clean()
    {
        if (isChanged || isDirty)
        {
            kept.Restore();
            Restored++;
            isChanged = isDirty = false;
        }
    }

    private void Fault(string how, string what) => faults.Add($"{found.Form.Signature} on {found.Form.Page} as {found.Who}, {how}: {what}");

    private static string Errors(TestPage page) => string.Join(" / ", page.Document.QuerySelectorAll(".errors li, .field-error").Select(e => e.TextContent.Trim()).Where(t => t.Length > 0).Distinct());

    private static string Named(IElement field) => field.GetAttribute("name") ?? field.QuerySelector("[name]")?.GetAttribute("name") ?? field.Id ?? field.LocalName;

    private static string Readable(string text)
    {
        var shown = string.Concat(text.Take(40).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString()));
        return text.Length > 40 ? $"{shown}… ({text.Length})" : shown;
    }

    [GeneratedRegex("[A-Za-z]{3,}", RegexOptions.None, 1000)]
    private static partial Regex Latin();

    [GeneratedRegex(@"[\u3400-\u9fff]", RegexOptions.None, 1000)]
    private static partial Regex Han();

    [GeneratedRegex(@"https?://\S*|\S+@\S+|\b(PDF|DOCX|ISO|TalentHub|(APP|REQ|INT|OFR|ONB)-\d+)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Names();
}
