using System.Collections.Concurrent;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>
/// Goes to a product that may be killed and started elsewhere: each request goes where it serves now. Carries cookies as browsers do on loopback, where Secure ones go over plain http.
/// </summary>
public sealed class ServedVisitor(ServedProduct product) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly ConcurrentDictionary<string, string> cookies = new(StringComparer.Ordinal);

    /// <summary>How a body goes out; at once by default.</summary>
    public Func<HttpContent, HttpContent> Sends { get; init; } = content => content;

    public static TestBrowser Browser(ServedProduct product, Func<HttpContent, HttpContent>? sends = null)
    {
        var client = new HttpClient(new ServedVisitor(product) { Sends = sends ?? (content => content) }) { BaseAddress = new Uri("http://product.invalid"), Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        return new TestBrowser(client);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(product.Address + request.RequestUri!.PathAndQuery);
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        if (request.Content is { } content)
        {
            request.Content = Sends(content);
        }

        var response = await base.SendAsync(request, cancellationToken);
        foreach (var parts in response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0].Split('=', 2)) : [])
        {
            if (parts[1].Length == 0)
            {
                cookies.TryRemove(parts[0], out _);
            }
            else
            {
                cookies[parts[0]] = parts[1];
            }
        }

        return response;
    }
}

/// <summary>A body that comes in drops, as over a slow line.</summary>
public sealed class Dripping : HttpContent
{
    private readonly HttpContent whole;
    private readonly int drop;
    private readonly TimeSpan pause;

    public Dripping(HttpContent whole, int drop, TimeSpan pause)
    {
        (this.whole, this.drop, this.pause) = (whole, drop, pause);
        foreach (var (name, values) in whole.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
    {
        var bytes = await whole.ReadAsByteArrayAsync();
        for (var at = 0; at < bytes.Length; at += drop)
        {
            await stream.WriteAsync(bytes.AsMemory(at, Math.Min(drop, bytes.Length - at)));
            await stream.FlushAsync();
            await Task.Delay(pause);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = whole.Headers.ContentLength ?? -1;
        return length >= 0;
    }
}
