using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Faults;

/// <summary>Visitors who send a letter a second, many of them: they are cut off, and everybody else is served meanwhile.</summary>
public sealed class SlowClientTests
{
    private const int Each = 100;

    [Fact]
    public async Task Whoever_sends_by_drops_is_cut_off_and_holds_nobody_up()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Starts the program on a SQLite folder.");
        await using var product = new ServedProduct(KilledInstallation.ClockOfTheScene);
        await KilledInstallation.IntoAsync(product.Folder);
        await product.StartAsync();
        using var over = new CancellationTokenSource();
        var bodies = Enumerable.Range(0, Each).Select(_ => Task.Run(() => DripAsync(product, "POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n", over.Token))).ToList();
        var heads = Enumerable.Range(0, Each).Select(_ => Task.Run(() => DripAsync(product, "GET /careers HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", over.Token))).ToList();

        using (var client = new HttpClient())
        {
            for (var i = 0; i < 10; i++)
            {
                var watch = Stopwatch.StartNew();
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(product.Address + "/careers", TestContext.Current.CancellationToken)).StatusCode);
                Assert.True(i == 0 || watch.Elapsed < TimeSpan.FromSeconds(3), $"A page took {watch.Elapsed} beside slow visitors.");
                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
        }

        over.CancelAfter(TimeSpan.FromSeconds(30));
        Assert.All(await Task.WhenAll(bodies), answer => Assert.True(answer is null or 408 or 400, $"A slow body was answered {answer}."));
        Assert.All(await Task.WhenAll(heads), answer => Assert.True(answer is null or 408, $"A slow head was answered {answer}."));
        Assert.False(over.IsCancellationRequested, "Some were not cut off within half a minute.");
    }

    /// <summary>Sends this, then a letter a second until the server has had enough; its answer, where it gave one.</summary>
    private static async Task<int?> DripAsync(ServedProduct product, string begins, CancellationToken over)
    {
        var address = new Uri(product.Address);
        using var client = new TcpClient();
        var answer = new byte[256];
        try
        {
            await client.ConnectAsync(address.Host, address.Port, over);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(begins), over);
            var reading = stream.ReadAsync(answer, over).AsTask();
            while (!reading.IsCompleted)
            {
                await stream.WriteAsync("a"u8.ToArray(), over);
                await Task.WhenAny(reading, Task.Delay(1000, over));
            }

            return await reading > 12 ? int.Parse(Encoding.ASCII.GetString(answer, 9, 3), System.Globalization.CultureInfo.InvariantCulture) : null;
        }
        catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException)
        {
            return null;
        }
    }
}
