using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using TalentHub.Testing;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Forms;

namespace TalentHub.Web.Tests.Attack;

/// <summary>One request and how to say which it was.</summary>
public sealed record HostileRequest(HttpRequestMessage Message, string Says);

/// <summary>
/// Makes requests that mean ill, from a seed: over every route, with what pages themselves showed (links, forms, tokens) bent in a few places, so that most come past the first look.
/// </summary>
public sealed partial class HostileRequests(Random chance, Routes routes, HostileFields fields, FormsCompany company)
{
    private const int Remembered = 200;

    private static readonly string[] OddMethods = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD", "CONNECT", "FOO", "get"];

    private static readonly string[] Headers =
    [
        "Accept-Language", "User-Agent", "Referer", "Origin", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-URL", "X-HTTP-Method-Override", "Forwarded", "Host", "Accept", "Accept-Encoding", "If-None-Match",
        "If-Modified-Since", "Range", "HX-Request", "HX-Target", "HX-Current-URL", "X-XSRF-TOKEN", "Authorization", "traceparent", "tracestate", "baggage", "Content-Language", "Sec-Fetch-Site", "Expect", "Upgrade", "Cache-Control",
    ];

    private static readonly string[] Cookies = ["__Host-session", "__Host-xsrf", "__Host-toast", "theme", "language", "lang", ".AspNetCore.Culture", "x"];

    private static readonly string[] ContentTypes =
    [
        "application/json", "text/plain", "application/xml", "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=nothing", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a b\"",
        "application/x-www-form-urlencoded;;;", "*/*", "text/html; charset=utf-16", "application/octet-stream",
    ];

    private readonly Dictionary<string, List<string>> links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PostedForm>> forms = new(StringComparer.Ordinal);
    /// <summary>Without the probe, which says 503 where it is the truth.</summary>
    private readonly List<RouteRow> rows = [.. routes.Of("GET").Where(r => r.Path != "/health/ready"), .. routes.Of("POST")];
    private readonly DateOnly today = DateOnly.FromDateTime(A.Noon);

    /// <summary>Remembers what a page offers to this person.</summary>
    public void Learn(string who, TestPage page)
    {
        foreach (var link in page.Document.QuerySelectorAll("a[href^='/'], [hx-get^='/']").Select(e => e.GetAttribute("href") ?? e.GetAttribute("hx-get")!).Where(l => !l.StartsWith("/lib/", StringComparison.Ordinal)))
        {
            Keep(links, who, link.Split('#')[0]);
        }

        foreach (var form in PostedForm.Of(page, routes).Where(f => f.Row.Path is not ("/account/sign-out" or "/admin/wipe")))
        {
            Keep(forms, who, form);
        }
    }

    /// <param name="token">Of this person's browser: what is sent comes past the first gate.</param>
    public HostileRequest Next(string who, string token)
    {
        var request = chance.Next(100) switch
        {
            < 30 => Bent(Link(who), "GET"),
            < 42 => Bent(Address(rows[chance.Next(rows.Count)]), "GET"),
            < 70 when forms.GetValueOrDefault(who) is { Count: > 0 } known => Form(known[chance.Next(known.Count)]),
            < 84 => Unasked(rows[chance.Next(rows.Count)], token),
            < 90 => Bent(Link(who), OddMethods[chance.Next(OddMethods.Length)]),
            _ => OddBody(rows[chance.Next(rows.Count)], token),
        };
        if (chance.Next(5) == 0)
        {
            var (name, value) = (Headers[chance.Next(Headers.Length)], Word());
            request.Message.Headers.TryAddWithoutValidation(name, value);
            request = request with { Says = $"{request.Says} | {name}: {Readable(value)}" };
        }

        if (chance.Next(10) == 0)
        {
            var cookie = $"{Cookies[chance.Next(Cookies.Length)]}={(chance.Next(2) == 0 ? Uri.EscapeDataString(Safe(Word())) : Word())}";
            request.Message.Headers.TryAddWithoutValidation("Cookie", cookie);
            request = request with { Says = $"{request.Says} | Cookie {Readable(cookie)}" };
        }

        return request;
    }

    private void Keep<T>(Dictionary<string, List<T>> kept, string who, T what)
    {
        var list = kept.TryGetValue(who, out var known) ? known : kept[who] = [];
        if (list.Count < Remembered)
        {
            list.Add(what);
        }
        else
        {
            list[chance.Next(Remembered)] = what;
        }
    }

    private string Word() => HostileWords.Any(chance);

    private string Link(string who) => links.GetValueOrDefault(who) is { Count: > 0 } known && chance.Next(4) > 0 ? known[chance.Next(known.Count)] : Address(rows[chance.Next(rows.Count)]);

    /// <summary>An address of this route: what stands in its places is a record's, or is not.</summary>
    private string Address(RouteRow row)
    {
        if (company.Signed.Where(s => row.Path.StartsWith(s[..3], StringComparison.Ordinal)).ToList() is { Count: > 0 } signed && chance.Next(4) > 0)
        {
            return signed[chance.Next(signed.Count)] + Handler(row, '?');
        }

        var prefix = row.Path.StartsWith("/demand/", StringComparison.Ordinal) ? "REQ-" : row.Path.StartsWith("/postings/", StringComparison.Ordinal) || row.Path.StartsWith("/careers/", StringComparison.Ordinal) ? Domain.Recruiting.Posting.NumberOf(0)[..^1] : string.Empty;
        var path = Place().Replace(row.Path, place => chance.Next(3) > 0
            ? (place.Value.Contains("number", StringComparison.Ordinal) ? prefix : string.Empty) + chance.Next(1, 120).ToString(CultureInfo.InvariantCulture)
            : Segment());
        return path + Handler(row, '?');
    }

    /// <summary>Without a null, which the server itself refuses in a path (<see cref="WireTests"/>) and the test's does not.</summary>
    private string Segment() => Uri.EscapeDataString(Safe(Word()).Replace("\0", string.Empty, StringComparison.Ordinal));

    private static string Handler(RouteRow row, char before) => row.Handler.Length == 0 ? string.Empty : $"{before}handler={row.Handler}";

    /// <summary>The same address with one or two of its values exchanged, or with values that nobody asked for.</summary>
    private HostileRequest Bent(string address, string method)
    {
        var parts = address.Split('?', 2);
        var query = (parts.Length > 1 ? parts[1].Split('&') : []).ToList();
        for (var i = 0; i < query.Count; i++)
        {
            if (chance.Next(2) == 0 && !query[i].StartsWith("handler=", StringComparison.Ordinal))
            {
                query[i] = $"{query[i].Split('=')[0]}={Escaped(Word())}";
            }
        }

        var names = fields.Of(routes.Find("GET", parts[0])?.Path ?? string.Empty);
        for (var more = chance.Next(3); more > 0; more--)
        {
            query.Add($"{(chance.Next(6) == 0 ? Escaped(Word()) : names[chance.Next(names.Count)])}={Escaped(Word())}");
        }

        var path = chance.Next(25) == 0 ? parts[0] + "/" + Segment() : parts[0];
        return Made(method, query.Count == 0 ? path : $"{path}?{string.Join('&', query)}", null);
    }

    /// <summary>A form as it was shown, filled in well but for a few fields.</summary>
    private HostileRequest Form(PostedForm form)
    {
        var values = form.Filled(today);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Name is not PostedForm.Token && chance.Next(Math.Max(2, values.Count / 2)) == 0)
            {
                values[i] = (values[i].Name, Word());
            }
        }

        if (form.Button is { } button)
        {
            values.Add(button);
        }

        // The key of a form that was sent before says "done" and looks at nothing.
        values.RemoveAll(v => v.Name == PostedForm.Once);
        if (chance.Next(3) > 0)
        {
            values.Add((PostedForm.Once, new Guid(Bytes(16)).ToString("N")));
        }

        return Made("POST", form.Target, form.IsMultipart || chance.Next(8) == 0 ? Multipart(values, form.Controls.FirstOrDefault(c => c.Kind == "file")?.Name) : Encoded(values));
    }

    /// <summary>Fields that a handler listens to, whether or not a form has them.</summary>
    private HostileRequest Unasked(RouteRow row, string token)
    {
        var names = fields.Of(row.Path);
        var values = Enumerable.Range(0, chance.Next(1, 12)).Select(_ => (chance.Next(10) == 0 ? Word() : names[chance.Next(names.Count)], chance.Next(4) == 0 ? chance.Next(200).ToString(CultureInfo.InvariantCulture) : Word()))
            .Append((PostedForm.Token, token)).Append((PostedForm.Once, chance.Next(3) == 0 ? Word() : new Guid(Bytes(16)).ToString("N"))).ToList();
        return Made("POST", Address(row), chance.Next(6) == 0 ? Multipart(values, names[chance.Next(names.Count)]) : Encoded(values));
    }

    private HostileRequest OddBody(RouteRow row, string token)
    {
        HttpContent content = chance.Next(9) switch
        {
            0 => Raw("""{"Input":{"Name":[[[[[["deep"]]]]]],"__proto__":{"x":1}}}""", "application/json"),
            1 => Raw(Word(), ContentTypes[chance.Next(ContentTypes.Length)]),
            2 => Raw("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end", "multipart/form-data; boundary=b"),
            3 => Raw($"--b\r\nContent-Disposition: form-data; name=\"Input.File\"; filename=\"{Word()}\"\r\nContent-Type: {Word()}\r\n\r\n{Word()}\r\n--b--", "multipart/form-data; boundary=b"),
            4 => Raw(string.Join('&', Enumerable.Range(0, 1100).Select(i => $"f{i}=1")), "application/x-www-form-urlencoded"),
            5 => Raw($"{PostedForm.Token}={Uri.EscapeDataString(token)}&Input{string.Concat(Enumerable.Repeat("[0].a", 60))}=1&Input.Answers[{Escaped(Word())}]=x", "application/x-www-form-urlencoded"),
            6 => RawBytes([.. Encoding.ASCII.GetBytes($"{PostedForm.Token}={Uri.EscapeDataString(token)}&Input.Name="), 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xFF, 0xFE, 0x00], "application/x-www-form-urlencoded"),
            7 => RawBytes(Bytes(chance.Next(4000)), ContentTypes[chance.Next(ContentTypes.Length)]),
            _ => Raw($"{PostedForm.Token}={Uri.EscapeDataString(token)}&{new string('k', 9000)}={Escaped(Word())}", "application/x-www-form-urlencoded"),
        };
        if (chance.Next(12) == 0)
        {
            content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
        }

        return Made(chance.Next(8) == 0 ? "PUT" : "POST", Address(row), content);
    }

    private HostileRequest Made(string method, string address, HttpContent? content)
    {
        var says = $"{method} {Readable(address)}{(content is null ? string.Empty : " " + Readable(Peek(content)))}";
        return new HostileRequest(new HttpRequestMessage(new HttpMethod(method), "https://localhost" + Sent(address)) { Content = content }, says);
    }

    private MultipartFormDataContent Multipart(List<(string Name, string Value)> values, string? file)
    {
        var parts = new MultipartFormDataContent("b" + Convert.ToHexString(Bytes(8)));
        foreach (var (name, value) in values)
        {
            var part = new StringContent(Safe(value));
            part.Headers.ContentDisposition = new System.Net.Http.Headers.ContentDispositionHeaderValue("form-data");
            part.Headers.ContentDisposition.Parameters.Add(new System.Net.Http.Headers.NameValueHeaderValue("name", "\"" + Name(name) + "\""));
            parts.Add(part);
        }

        if (file is not null)
        {
            var part = new ByteArrayContent(Upload());
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{Name(file)}\"; filename=\"{Name(Word())}\"");
            part.Headers.TryAddWithoutValidation("Content-Type", chance.Next(2) == 0 ? "text/html" : "application/pdf");
            parts.Add(part);
        }

        return parts;
    }

    /// <summary>Begins like something that we take, and is not; or is small and means ill.</summary>
    private byte[] Upload() => chance.Next(7) switch
    {
        0 => [.. "%PDF-1.7\n"u8, .. Bytes(chance.Next(2000))],
        1 => [.. "PK\u0003\u0004"u8, .. Bytes(chance.Next(2000))],
        2 => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 8, 6, 0, 0, 0],
        3 => [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, .. Bytes(chance.Next(300))],
        4 => "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(),
        5 => Encoding.UTF8.GetBytes(Safe(Word())),
        _ => Bytes(chance.Next(3000)),
    };

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        chance.NextBytes(bytes);
        return bytes;
    }

    private ByteArrayContent Encoded(List<(string Name, string Value)> values) =>
        Raw(string.Join('&', values.Select(v => $"{Uri.EscapeDataString(Safe(v.Name))}={(chance.Next(30) == 0 ? Escaped(v.Value) : Uri.EscapeDataString(Safe(v.Value)))}")), "application/x-www-form-urlencoded");

    private static ByteArrayContent Raw(string body, string type) => RawBytes(Encoding.UTF8.GetBytes(body), type);

    private static ByteArrayContent RawBytes(byte[] body, string type)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    /// <summary>Escaped as a browser does, or as nobody should.</summary>
    private string Escaped(string text) => chance.Next(6) == 0 ? Sent(text.Replace("&", "%26", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal)) : Uri.EscapeDataString(Safe(text));

    /// <summary>What a client can put on the wire at all.</summary>
    private static string Sent(string address)
    {
        var most = address.Length > 15_000 ? address[..15_000] : address;
        return Unsendable().Replace(most, m => Uri.EscapeDataString(Safe(m.Value)));
    }

    private static string Name(string text) => Unsendable().Replace(text.Replace("\"", string.Empty, StringComparison.Ordinal), "_");

    /// <summary>Halves of pairs cannot be written as UTF-8.</summary>
    private static string Safe(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Peek(HttpContent content) => Encoding.Latin1.GetString(content.ReadAsByteArrayAsync().GetAwaiter().GetResult());

    private static string Readable(string text) => string.Concat(text.Take(600).Select(c => char.IsControl(c) ? $"\\x{(int)c:X2}" : c.ToString()));

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"[\x00-\x20\x7f\\<>""^`{|}]|[^\x00-\x7f]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unsendable();
}
