using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TalentHub.Benchmarks;

/// <summary>The real web program on a seeded folder of its own, and sessions of the sample's people.</summary>
public sealed partial class Product : IAsyncDisposable
{
    private readonly Dictionary<string, string> cookies = [];
    private readonly string folder;
    private readonly Process process;
    private readonly JsonElement accounts;

    private Product(string folder, Process process, string address, JsonElement accounts, TimeSpan seeding)
    {
        this.folder = folder;
        this.process = process;
        this.accounts = accounts;
        Address = address;
        Seeding = seeding;
    }

    public string Address { get; }

    /// <summary>How long the sample took to make.</summary>
    public TimeSpan Seeding { get; }

    /// <summary>Processor time used so far; the difference over a run by its requests is the cost of one.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in megabytes.</summary>
    public double Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public static async Task<Product> StartAsync(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("talenthub-bench-").FullName;
        var file = Path.Combine(folder, "accounts.json");
        var watch = Stopwatch.StartNew();
        using (var seed = Start(folder, "seed", "--size", options.Size, "--accounts", file))
        {
            await seed.StandardOutput.ReadToEndAsync();
            await seed.WaitForExitAsync();
            if (seed.ExitCode != 0)
            {
                throw new InvalidOperationException("The sample company was not made.");
            }
        }

        var seeding = watch.Elapsed;
        var accounts = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement;
        var process = Start(folder, "serve", "--urls", "http://127.0.0.1:0");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (OpenAt().Match(line) is { Success: true } at)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new Product(folder, process, at.Groups["address"].Value, accounts, seeding);
            }
        }

        throw new InvalidOperationException("The product did not start.");
    }

    /// <summary>The cookie header of somebody's session; signed in once.</summary>
    public async Task<string?> CookieAsync(string? label)
    {
        if (label is null)
        {
            return null;
        }

        if (cookies.TryGetValue(label, out var known))
        {
            return known;
        }

        var account = accounts.GetProperty("roles").GetProperty(label);
        var jar = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(Address) };

        // The cookies are Secure; a browser takes them on loopback, this jar only for https. So they are carried by hand.
        var held = new Dictionary<string, string>();
        var path = accounts.GetProperty("login_path").GetString()!;
        var page = await SendAsync(client, HttpMethod.Get, path, null, held);
        var token = Token().Matches(await page.Content.ReadAsStringAsync())[^1].Groups["token"].Value;
        await SendAsync(client, HttpMethod.Post, path, new Dictionary<string, string>
        {
            ["Input.Email"] = account.GetProperty("user").GetString()!,
            ["Input.Password"] = account.GetProperty("password").GetString()!,
            ["__RequestVerificationToken"] = token,
        }, held);
        var cookie = string.Join("; ", held.Select(c => $"{c.Key}={c.Value}"));
        return cookies[label] = held.ContainsKey("__Host-session") ? cookie : throw new InvalidOperationException($"{label} could not sign in.");
    }

    /// <summary>Fills the places of a scenario's address by following links as a person would.</summary>
    public async Task<string> ResolveAsync(Scenario scenario)
    {
        if (!scenario.Path.StartsWith('{'))
        {
            return scenario.Path;
        }

        var cookie = await CookieAsync(scenario.Label);
        var rest = scenario.Path[1..^1];
        if (rest.StartsWith("cursor:", StringComparison.Ordinal))
        {
            var at = rest["cursor:".Length..];
            for (var page = 0; page < 100 && Next().Match(await GetAsync(at, cookie)) is { Success: true } next; page++)
            {
                at = new Uri(new Uri(Address + at), WebUtility.HtmlDecode(next.Groups["href"].Value)).PathAndQuery;
            }

            return at;
        }

        var parts = rest["first:".Length..].Split('|');
        var here = parts[0];
        foreach (var to in parts[1..])
        {
            var link = Regex.Match(await GetAsync(here, cookie), $"href=\"(?<href>{Regex.Escape(to)}\\d+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            here = link.Success ? link.Groups["href"].Value : throw new InvalidOperationException($"{here} links to no {to}.");
        }

        return here;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static Process Start(string folder, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "TalentHub.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["TALENTHUB_DATA"] = folder;
        start.Environment["TALENTHUB_RATE_FACTOR"] = "100000";
        return Process.Start(start)!;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, Dictionary<string, string>? form, Dictionary<string, string> held)
    {
        using var request = new HttpRequestMessage(method, path);
        if (held.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", held.Select(c => $"{c.Key}={c.Value}")));
        }

        if (form is not null)
        {
            request.Content = new FormUrlEncodedContent(form);
        }

        var response = await client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                var pair = cookie.Split(';')[0];
                var equals = pair.IndexOf('=', StringComparison.Ordinal);
                held[pair[..equals]] = pair[(equals + 1)..];
            }
        }

        return response;
    }

    private async Task<string> GetAsync(string path, string? cookie)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(Address) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex(@"is open at (?<address>http://\S+?)(,|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpenAt();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("rel=\"next\" href=\"(?<href>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Next();
}
