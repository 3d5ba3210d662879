using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Configuration;
using Serilog.Core;
using Serilog.Events;
using Serilog.Sinks.OpenTelemetry;
using TalentHub.Data.Observability;
using TalentHub.Services.Operations;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// Traces, metrics and logs by OTLP, where TALENTHUB_OTLP names a collector; else nothing of this is there. What leaves is a list of what may: addresses, queries, names and the texts of
/// faults are not on it, whatever an instrument thinks of later.
/// </summary>
public static class Telemetry
{
    public static void AddTelemetry(this IServiceCollection services, Settings settings)
    {
        if (settings.Otlp is not { } collector)
        {
            return;
        }

        services.AddHostedService<QueueGauge>();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("talenthub", serviceVersion: ProductVersion.Text, autoGenerateServiceInstanceId: true))
            .WithTracing(traces => traces
                .AddSource(Signals.Name)
                .AddAspNetCoreInstrumentation()
                .AddProcessor(new OnlyKnown())
                .AddOtlpExporter(otlp => To(otlp, collector, "traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(Signals.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddView(instrument => instrument.Meter.Name == Signals.Name ? null : new MetricStreamConfiguration { TagKeys = OnlyKnown.Tags })
                .AddOtlpExporter(otlp => To(otlp, collector, "metrics")));
    }

    /// <summary>The log, as far as it may leave.</summary>
    public static LoggerConfiguration Otlp(this LoggerSinkConfiguration sinks, Uri collector) => sinks.Sink(new Discreet(new LoggerConfiguration()
        .MinimumLevel.Verbose()
        .WriteTo.OpenTelemetry(options =>
        {
            options.LogsEndpoint = Address(collector, "logs").AbsoluteUri;
            options.Protocol = OtlpProtocol.HttpProtobuf;
            options.ResourceAttributes = new Dictionary<string, object> { ["service.name"] = "talenthub", ["service.version"] = ProductVersion.Text };
        })
        .CreateLogger()));

    private static void To(OtlpExporterOptions otlp, Uri collector, string signal)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = Address(collector, signal);
    }

    private static Uri Address(Uri collector, string signal) => new(collector.AbsoluteUri.TrimEnd('/') + "/v1/" + signal);

    /// <summary>Takes off a span what is not known to be harmless. An address may hold a token, a query what somebody looked for.</summary>
    private sealed class OnlyKnown : BaseProcessor<Activity>
    {
        public static readonly string[] Tags =
        [
            "http.request.method", "http.route", "http.response.status_code", "network.protocol.version", "url.scheme", "error.type", "job", "outcome", "gc.heap.generation", "dotnet.gc.heap.generation",
            "cpu.mode",
        ];

        private static readonly HashSet<string> Known = [.. Tags];

        public override void OnEnd(Activity data)
        {
            foreach (var (name, _) in data.TagObjects.ToList())
            {
                if (!Known.Contains(name))
                {
                    data.SetTag(name, null);
                }
            }

            // A request that no route knows is named by its address.
            if (data.Kind == ActivityKind.Server)
            {
                data.DisplayName = $"{data.GetTagItem("http.request.method")} {data.GetTagItem("http.route") ?? "other"}";
            }

            if (data.Status == ActivityStatusCode.Error)
            {
                data.SetStatus(ActivityStatusCode.Error);   // without its description
            }
        }
    }

    /// <summary>A copy of each entry without the text of its fault and without what the server says of the request: its path may hold a token.</summary>
    private sealed class Discreet(Logger inner) : ILogEventSink, IDisposable
    {
        private static readonly HashSet<string> OfTheRequest = new(StringComparer.Ordinal)
        {
            "RequestPath", "Path", "PathBase", "QueryString", "Host", "Referer", "UserAgent", "ConnectionId", "ActionId", "Scope",
        };

        public void Emit(LogEvent logEvent)
        {
            var kept = logEvent.Properties.Where(p => !OfTheRequest.Contains(p.Key)).Select(p => new LogEventProperty(p.Key, p.Value));
            var fault = logEvent.Exception is { } exception ? [new LogEventProperty("exception.type", new ScalarValue(exception.GetType().FullName))] : Array.Empty<LogEventProperty>();
            inner.Write(new LogEvent(logEvent.Timestamp, logEvent.Level, exception: null, logEvent.MessageTemplate, kept.Concat(fault), logEvent.TraceId ?? default, logEvent.SpanId ?? default));
        }

        public void Dispose() => inner.Dispose();
    }
}
