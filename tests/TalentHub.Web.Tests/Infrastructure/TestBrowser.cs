using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>A browser without script: gets pages, fills in forms as they stand (hidden fields, tokens and all) and sends them.</summary>
public sealed class TestBrowser(HttpClient client)
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    public HttpClient Client { get; } = client;

    /// <summary>A cookie that the product has set, as somebody who sees the traffic would have it.</summary>
    public string Cookie(string name) => cookies[name];

    public async Task<TestPage> GetAsync(string path) => await ReadAsync(await Client.GetAsync(new Uri(path, UriKind.Relative)), path);

    /// <summary>Sends a form of a page with some fields changed. A null value leaves the field out; files go by <paramref name="files"/>.</summary>
    /// <param name="form">A CSS selector; the first form that posts by default.</param>
    /// <param name="button">The name and value of the button that is pressed.</param>
    public async Task<TestPage> SubmitAsync(
        TestPage page, IReadOnlyDictionary<string, string?>? values = null, string form = "main form[method=post]", (string Name, string Value)? button = null,
        IReadOnlyDictionary<string, (string FileName, byte[] Content)>? files = null)
    {
        var element = page.Document.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {form} on {page.Path}:\n{page.Text}");
        var action = element.GetAttribute("action");
        var target = string.IsNullOrEmpty(action) ? page.Path : action;
        using var content = new MultipartFormDataContent();
        var fields = Fields(element);
        foreach (var (name, value) in values ?? new Dictionary<string, string?>())
        {
            fields.RemoveAll(f => f.Name == name);
            if (value is not null)
            {
                fields.Add((name, value));
            }
        }

        if (button is { } pressed)
        {
            fields.Add((pressed.Name, pressed.Value));
        }

        if (files is null)
        {
            using var plain = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
            return await ReadAsync(await Client.PostAsync(new Uri(target, UriKind.Relative), plain), target);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, (fileName, bytes)) in files)
        {
            content.Add(new ByteArrayContent(bytes), name, fileName);
        }

        return await ReadAsync(await Client.PostAsync(new Uri(target, UriKind.Relative), content), target);
    }

    /// <summary>Posts without having seen a form: no token, as a forger would.</summary>
    public async Task<TestPage> PostAsync(string path, IReadOnlyDictionary<string, string>? values = null)
    {
        using var content = new FormUrlEncodedContent(values ?? new Dictionary<string, string>());
        return await ReadAsync(await Client.PostAsync(new Uri(path, UriKind.Relative), content), path);
    }

    /// <summary>Posts a body as it is.</summary>
    public async Task<TestPage> SendAsync(string path, HttpContent content) => await ReadAsync(await Client.PostAsync(new Uri(path, UriKind.Relative), content), path);

    /// <summary>Sends a request as it is.</summary>
    public async Task<TestPage> SendAsync(HttpRequestMessage request) => await ReadAsync(await Client.SendAsync(request), request.RequestUri!.ToString());

    /// <summary>Goes where a redirect points.</summary>
    public Task<TestPage> FollowAsync(TestPage page) => GetAsync(page.Location ?? throw new InvalidOperationException($"{page.Path} answered {page.Status}, no redirect:\n{page.Text}"));

    private static List<(string Name, string Value)> Fields(IHtmlFormElement form)
    {
        var fields = new List<(string, string)>();
        foreach (var element in form.QuerySelectorAll("input, select, textarea"))
        {
            switch (element)
            {
                case IHtmlInputElement { Name.Length: > 0 } input when input.Type is not ("submit" or "button" or "file" or "image"):
                    if (input.Type is not ("checkbox" or "radio") || input.IsChecked)
                    {
                        fields.Add((input.Name!, input.Value));
                    }

                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    fields.AddRange(select.Options.Where(o => o.IsSelected).Select(o => (select.Name!, o.Value)));
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    fields.Add((area.Name!, area.Value));
                    break;
                default:
                    break;
            }
        }

        return fields;
    }

    private async Task<TestPage> ReadAsync(HttpResponseMessage response, string path)
    {
        foreach (var parts in response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0].Split('=', 2)) : [])
        {
            cookies[parts[0]] = parts[1];
        }

        var html = await response.Content.ReadAsStringAsync();
        var document = await new HtmlParser().ParseDocumentAsync(html);
        return new TestPage(path, response.StatusCode, response.Headers.Location?.ToString(), document, html, response);
    }
}

/// <summary>What came back.</summary>
public sealed record TestPage(string Path, HttpStatusCode Status, string? Location, IDocument Document, string Html, HttpResponseMessage Response)
{
    /// <summary>The text of the main part, white space folded.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The message at a field.</summary>
    public string? ErrorAt(string field) => Document.QuerySelector($"[data-valmsg-for='{field}']")?.TextContent.Trim();
}
