using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Forms;

/// <content>How an answer is judged: what must be refused is, at its field and in words.</content>
public sealed partial class FormTrial
{
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
}
