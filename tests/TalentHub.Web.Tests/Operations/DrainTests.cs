using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Operations;

/// <summary>The real program, stopped as an orchestrator stops it while somebody sends a form slowly.</summary>
public sealed class DrainTests
{
    [Fact]
    public async Task A_process_that_is_asked_to_stop_says_so_at_once_ends_what_runs_and_leaves_nothing_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals on Windows.");
        await using var product = new ServedProduct(KeyValuePair.Create("TALENTHUB_DRAIN", "3"));
        await product.StartAsync();
        Assert.Equal((HttpStatusCode.OK, "ready"), await ReadyAsync(product));
        await WaitForAsync(() => Count(product, "SELECT COUNT(*) FROM JobLeases WHERE LastEndedAt IS NOT NULL") >= 19, "every job ran once");
        Assert.Equal(1, Count(product, "SELECT COUNT(*) FROM ServingInstances"));
        using var slow = new SlowForm();
        var answer = product.Client.PostAsync(new Uri(product.Address + "/setup/company"), slow, TestContext.Current.CancellationToken);
        await slow.HalfSent;

        product.Terminate();

        await WaitForAsync(async () => await ReadyAsync(product) == (HttpStatusCode.ServiceUnavailable, "stopping"), "it says that it stops");
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);   // past the time in which it takes new requests
        Assert.True(product.IsRunning);
        slow.GoOn();
        using var said = await answer;
        Assert.Equal(HttpStatusCode.BadRequest, said.StatusCode);   // answered, not cut off: the form has no token

        Assert.Equal(0, await product.StopAsync());
        Assert.Equal(0, Count(product, "SELECT COUNT(*) FROM ServingInstances"));
        Assert.Equal(0, Count(product, "SELECT COUNT(*) FROM JobLeases WHERE Holder IS NOT NULL"));
    }

    private static async Task<(HttpStatusCode Status, string Text)> ReadyAsync(ServedProduct product)
    {
        using var client = new HttpClient();   // a connection of its own, as a proxy's check
        using var answer = await client.GetAsync(new Uri(product.Address + "/health/ready"), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Task WaitForAsync(Func<bool> isSo, string what) => WaitForAsync(() => Task.FromResult(isSo()), what);

    private static async Task WaitForAsync(Func<Task<bool>> isSo, string what)
    {
        for (var i = 0; i < 300; i++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"Not within thirty seconds: {what}.");
    }

    private static long Count(ServedProduct product, string sql)
    {
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(product.Folder, "talenthub.db"), Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>A form whose second half comes when it may.</summary>
    private sealed class SlowForm : HttpContent
    {
        private static readonly byte[] Half = Encoding.ASCII.GetBytes("Input.Name=" + new string('a', 500));
        private readonly TaskCompletionSource halfSent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowForm() => Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded");

        public Task HalfSent => halfSent.Task;

        public void GoOn() => goesOn.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Half);
            await stream.FlushAsync();
            halfSent.SetResult();
            await goesOn.Task;
            await stream.WriteAsync(new byte[] { (byte)'b' });
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Half.Length + 1;
            return true;
        }
    }
}
