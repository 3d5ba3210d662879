using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TalentHub.Benchmarks;

/// <summary>What a run measured.</summary>
/// <param name="Micros">Processor time of the server per request, in microseconds.</param>
public sealed record Result(string Name, string Path, double Rate, string Half, string Slowest, double Micros, double Kilobytes, int Failures);

/// <summary>Drives wrk, which knows no warm-up: a run goes before the measured one, long enough for the runtime to compile what is hot (measured: before that a page costs up to twice as much).</summary>
public static partial class Load
{
    public static async Task<Result> RunAsync(Product product, Scenario scenario, Options options)
    {
        var path = await product.ResolveAsync(scenario);
        var cookie = await product.CookieAsync(scenario.Label);
        await WrkAsync(product.Address + path, cookie, options.Warming, options.Connections);
        var before = product.Processor;
        var output = await WrkAsync(product.Address + path, cookie, options.Seconds, options.Connections);
        var used = product.Processor - before;
        var requests = double.Parse(Requests().Match(output).Groups["count"].Value, CultureInfo.InvariantCulture);
        var failed = Failed().Match(output) is { Success: true } bad ? int.Parse(bad.Groups["count"].Value, CultureInfo.InvariantCulture) : 0;
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false });
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        var size = (await client.GetByteArrayAsync(new Uri(product.Address + path))).Length / 1024.0;
        return new Result(
            scenario.Name, path, double.Parse(Rate().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture),
            Percentile(output, "50%"), Percentile(output, "99%"), used.TotalMicroseconds / requests, size, failed);
    }

    private static async Task<string> WrkAsync(string address, string? cookie, int seconds, int connections)
    {
        var start = new ProcessStartInfo("wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--latency"]) { RedirectStandardOutput = true };
        if (cookie is not null)
        {
            start.ArgumentList.Add("-H");
            start.ArgumentList.Add("Cookie: " + cookie);
        }

        start.ArgumentList.Add(address);
        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("wrk is not installed.");
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return output;
    }

    private static string Percentile(string output, string which) =>
        Regex.Match(output, $@"^\s+{Regex.Escape(which)}\s+(?<time>\S+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Groups["time"].Value;

    [GeneratedRegex(@"(?<count>\d+) requests in", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (?<count>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Failed();
}
