using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalentHub.Data.Observability;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Operations;

/// <summary>What the real program sends to a collector, as the bytes that arrive there.</summary>
public sealed partial class TelemetryTests
{
    private const string Marker = "zqxmarker";

    [Fact]
    public async Task A_collector_gets_traces_metrics_and_logs_and_nothing_that_names_a_person_or_opens_a_link()
    {
        await using var collector = await Collector.StartAsync();
        await using var product = new ServedProduct(
            KeyValuePair.Create("TALENTHUB_OTLP", collector.Address), KeyValuePair.Create("OTEL_METRIC_EXPORT_INTERVAL", "1000"), KeyValuePair.Create("OTEL_BSP_SCHEDULE_DELAY", "500"));
        await product.StartAsync();

        foreach (var path in new[] { $"/c/{Marker}token", $"/careers?q={Marker}query", $"/careers/{Marker}company/{Marker}job", $"/account/reset/{Marker}reset", $"/{Marker}nowhere?x={Marker}" })
        {
            using var answer = await product.Client.GetAsync(new Uri(product.Address + path), TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
        }

        using (var request = new HttpRequestMessage(HttpMethod.Post, product.Address + "/account/sign-in"))
        {
            request.Headers.UserAgent.ParseAdd(Marker + "browser/1.0");
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("Input.Email", Marker + "@example.org"), KeyValuePair.Create("Input.Password", Marker + "password")]);
            await product.Client.SendAsync(request, TestContext.Current.CancellationToken);
        }

        await collector.WaitAsync("/v1/metrics", "talenthub.job.duration");
        await collector.WaitAsync("/v1/traces", "job outbox");
        await collector.WaitAsync("/v1/traces", "http.route");
        await collector.WaitAsync("/v1/metrics", "audit-seal");
        await product.StopAsync();   // what waits is sent before it ends
        await collector.WaitAsync("/v1/logs", "talenthub");

        Assert.True(collector.Holds("/v1/metrics", "http.server.request.duration"));
        Assert.DoesNotContain(collector.Bodies, b => b.Text.Contains(Marker, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(collector.Bodies, b => b.Text.Contains("127.0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public void The_setting_is_an_address_or_stops_the_start_with_a_sentence()
    {
        Assert.Equal(new Uri("http://collector:4318"), Read("http://collector:4318").Otlp);
        Assert.Null(Read(null).Otlp);
        foreach (var wrong in new[] { "collector:4318", "ftp://collector", "http://user:secret@collector", "http://collector/?key=1" })
        {
            Assert.Contains("TALENTHUB_OTLP", Assert.Throws<SettingsMistake>(() => Read(wrong)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_collector_nothing_of_it_is_there()
    {
        await using var factory = new TalentHubFactory();

        Assert.Null(factory.Services.GetService<OpenTelemetry.Trace.TracerProvider>());
        Assert.Null(factory.Services.GetService<OpenTelemetry.Metrics.MeterProvider>());
        Assert.False(Signals.Moves.Enabled);
        Assert.Null(Signals.Source.StartActivity("job"));
    }

    [Fact]
    public void The_manual_names_every_metric_and_no_other()
    {
        var manual = File.ReadAllText(Repository.PathOf("docs", "operations.md")).Split("\n## ").Single(part => part.StartsWith("Telemetry\n", StringComparison.Ordinal));

        Assert.Equal(Signals.Names.Order(StringComparer.Ordinal), MetricName().Matches(manual).Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Signals.Queues, queue => Assert.Contains($"`{queue}`", manual, StringComparison.Ordinal));
    }

    private static Settings Read(string? collector) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("TALENTHUB_OTLP", collector)]).Build());

    [GeneratedRegex(@"`(?<name>talenthub\.[a-z.]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MetricName();

    /// <summary>Takes what is exported and keeps the bytes, read as Latin letters: a text stands in them as it is.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly List<(string Path, string Text)> bodies = [];

        private Collector(WebApplication app) => this.app = app;

        public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public IReadOnlyList<(string Path, string Text)> Bodies
        {
            get
            {
                lock (bodies)
                {
                    return [.. bodies];
                }
            }
        }

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var collector = new Collector(app);
            app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                lock (collector.bodies)
                {
                    collector.bodies.Add((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
                }

                context.Response.ContentType = "application/x-protobuf";
            });
            await app.StartAsync();
            return collector;
        }

        public bool Holds(string path, string text) => Bodies.Any(b => b.Path == path && b.Text.Contains(text, StringComparison.Ordinal));

        public async Task WaitAsync(string path, string text)
        {
            var watch = Stopwatch.StartNew();
            while (!Holds(path, text))
            {
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"Nothing with {text} came to {path}; {Bodies.Count} bodies: {string.Join(' ', Bodies.Select(b => b.Path).Distinct())}");
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
