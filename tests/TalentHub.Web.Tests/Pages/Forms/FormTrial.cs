using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
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
