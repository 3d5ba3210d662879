using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace TalentHub.Benchmarks;

/// <summary>
/// Strangers apply, one after another, with a résumé: the time from sending the filled-in form to the answer that their application is there. A write is waited for by one person, so its time
/// counts and not its rate.
/// </summary>
public static partial class Applying
{
    private const string Resume = "Ada Example\nada@example.org\nMachine learning engineer at Example Models\nPython, PyTorch, distributed training\n";

    /// <summary>Milliseconds of each, the shortest first.</summary>
    public static async Task<IReadOnlyList<double>> RunAsync(Product product, int count)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(product.Address) };
        var job = JobLink().Match(await client.GetStringAsync("/careers")).Groups["number"].Value;
        var times = new List<double>();

        // The first tenth warms up.
        for (var i = -count / 10; i < count; i++)
        {
            var page = await client.GetAsync($"/careers/{job}/apply");
            var html = await page.Content.ReadAsStringAsync();
            using var form = Filled(html, i);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/careers/{job}/apply") { Content = form };
            request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
            var watch = Stopwatch.StartNew();
            var answer = await client.SendAsync(request);
            var took = watch.Elapsed.TotalMilliseconds;
            if (answer.StatusCode != HttpStatusCode.Redirect || !answer.Headers.Location!.ToString().StartsWith("/c/", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The application was not taken: {(int)answer.StatusCode} {answer.Headers.Location}");
            }

            if (i >= 0)
            {
                times.Add(took);
            }
        }

        times.Sort();
        return times;
    }

    private static MultipartFormDataContent Filled(string html, int number)
    {
        var form = new MultipartFormDataContent();
        foreach (var field in Field().Matches(html).Select(m => m.Value).GroupBy(f => Attribute(f, "name")))
        {
            var value = field.Key switch
            {
                "Input.Name" => $"Ada Example{number.ToString(CultureInfo.InvariantCulture)}",
                "Input.Email" => $"ada{number.ToString(CultureInfo.InvariantCulture)}@example.org",
                "Input.Consent" => "yes",
                "Input.Website" or "Input.Pool" or "Input.File" => null,
                _ when field.Key.StartsWith("Input.Answers", StringComparison.Ordinal) => Answer(html, field.Key, field.Select(f => Attribute(f, "value")).FirstOrDefault(v => v.Length > 0)),
                _ => Attribute(field.First(), "value"),
            };
            if (field.Key.Length > 0 && value is not null)
            {
                form.Add(new StringContent(value), field.Key);
            }
        }

        form.Add(new StringContent(Resume), "Input.File", "resume.txt");
        return form;
    }

    /// <summary>The first choice where there are some, a number where words would not do.</summary>
    private static string Answer(string html, string name, string? choice) =>
        choice ?? (Regex.Match(html, $"name=\"{Regex.Escape(name)}\".*?<option value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.Singleline, TimeSpan.FromSeconds(1)) is { Success: true } option
            ? WebUtility.HtmlDecode(option.Groups["value"].Value)
            : "3");

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value);

    [GeneratedRegex("href=\"/careers/(?<number>PST-\\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JobLink();

    [GeneratedRegex("<(input|select|textarea)[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();
}
