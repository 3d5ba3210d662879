using System.Globalization;
using System.Net.Sockets;
using System.Text;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Attack;

/// <summary>Bytes that no client would send, to the real server: refused without an error of ours, and it goes on serving.</summary>
public sealed class WireTests
{
    private static readonly string[] Requests =
    [
        "GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /careers/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /%C0%AF%ED%A0%80 HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /careers?q=%FF%FE HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET http://evil.example/account/sign-in HTTP/1.1\r\nHost: evil.example\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: \u00e9\u0001\r\n\r\n", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET //evil.example/.. HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /lib/..%2f..%2fappsettings.json HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /lib/%2e%2e/%2e%2e/appsettings.json HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n", "POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
        "POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", "POST /language HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
        "POST /language HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 5\r\n\r\n--b\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: __Host-session=\u0001\u00ff\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\n folded: header\r\n\r\n", "\r\n\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000\u0001", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "FOO /account HTTP/1.1\r\nHost: localhost\r\n\r\n", "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n", $"GET /{new string('a', 20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n", $"GET / HTTP/1.1\r\nHost: localhost\r\nX: {new string('a', 50_000)}\r\n\r\n",
        $"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 300).Select(i => $"X{i}: 1\r\n"))}\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-0,1-1,2-2\r\nIf-Modified-Since: never\r\nExpect: 200-ok\r\n\r\n",
    ];

    [Fact]
    public async Task What_is_no_request_is_refused_and_the_next_visitor_is_served()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Starts the program on an empty SQLite folder.");
        await using var product = new ServedProduct(Faults.KilledInstallation.ClockOfTheScene);
        await Faults.KilledInstallation.IntoAsync(product.Folder);
        await product.StartAsync();
        var faults = new List<string>();
        var chance = new Random(11);

        foreach (var request in Requests)
        {
            Judge(request, await SayAsync(product, Encoding.Latin1.GetBytes(request)), faults);
        }

        // And those bytes with some of them changed.
        for (var i = 0; i < 300; i++)
        {
            var bytes = Encoding.Latin1.GetBytes(Requests[chance.Next(Requests.Length)]);
            for (var changes = chance.Next(1, 4); changes > 0; changes--)
            {
                bytes[chance.Next(Math.Min(bytes.Length, 300))] = (byte)chance.Next(256);
            }

            Judge(Encoding.Latin1.GetString(bytes), await SayAsync(product, bytes), faults);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
        using var client = new HttpClient();
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync(product.Address + "/careers", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static void Judge(string request, string answer, List<string> faults)
    {
        if (answer.Length > 12 && answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture) is >= 500 and not 505)
        {
            faults.Add($"{answer[..12]}: {request[..Math.Min(200, request.Length)]}");
        }

        if (answer.Contains("   at ", StringComparison.Ordinal) || answer.Contains("Location: http://evil", StringComparison.OrdinalIgnoreCase) || answer.Contains("Serilog", StringComparison.Ordinal))
        {
            faults.Add($"tells of its inside: {request[..Math.Min(200, request.Length)]}");
        }
    }

    /// <summary>What comes back within a moment; nothing where the server waits for more or hangs up.</summary>
    private static async Task<string> SayAsync(ServedProduct product, byte[] bytes)
    {
        var address = new Uri(product.Address);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(2));
        var answer = new byte[8192];
        var length = 0;
        try
        {
            await stream.WriteAsync(bytes, patience.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            int count;
            while (length < answer.Length && (count = await stream.ReadAsync(answer.AsMemory(length), patience.Token)) > 0)
            {
                length += count;
            }
        }
        catch (Exception ended) when (ended is IOException or SocketException || (ended is OperationCanceledException && !TestContext.Current.CancellationToken.IsCancellationRequested))
        {
            // Hung up, or still listening: both are answers.
        }

        return Encoding.Latin1.GetString(answer, 0, length);
    }
}
