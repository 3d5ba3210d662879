using Microsoft.AspNetCore.Http.Features;
using Serilog;
using Serilog.Events;
using TalentHub.Data.Setup;
using TalentHub.Domain.Intelligence;
using TalentHub.Intelligence.Resumes;
using TalentHub.Services.Auditing;
using TalentHub.Services;
using TalentHub.Services.Notifications;
using TalentHub.Services.Operations;
using TalentHub.Services.Scheduling;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Infrastructure;

public static class ProductServices
{
    /// <summary>All that the product is made of, for serving and for the verbs.</summary>
    public static WebApplicationBuilder AddTalentHub(this WebApplicationBuilder builder)
    {
        var settings = Settings.Read(builder.Configuration);
        Directory.CreateDirectory(settings.DataFolder);
        builder.Services.AddSerilog(log =>
        {
            log.MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .ReadFrom.Configuration(builder.Configuration)
                .WriteTo.Async(sink => sink.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture));
            if (settings.Otlp is { } collector)
            {
                log.WriteTo.Otlp(collector);
            }
        });
        builder.Services.AddTelemetry(settings);

        // The first of all hosted services: the keys, the timers and the server need the schema.
        builder.Services.AddHostedService<SchemaStart>();
        builder.Services.AddHostedService<Drain>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Drain + Drain.Patience);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.ClockShift == TimeSpan.Zero ? TimeProvider.System : new ShiftedClock(settings.ClockShift));
        builder.Services.AddSingleton(new MailSettings(settings.SmtpHost, settings.SmtpPort, settings.MailFrom));
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = Limits.FormValues;
            form.MultipartBodyLengthLimit = Limits.Body;
        });
        builder.Services.AddTalentHubData(settings.Database);
        builder.Services.AddTalentHubServices();
        builder.Services.AddSingleton<IResumeReader, ResumeReader>();
        builder.Services.AddTalentHubPages();
        builder.Services.AddRecruiting(settings);
        builder.Services.AddSignIn(settings);
        builder.Services.AddHostedService<JobTimer>();
        builder.Services.AddHostedService<Heartbeat>();
        builder.Services.AddHostedService<WriteLooks>();   // before the server, so that it stops after it
        builder.Services.AddSingleton<HealthCache>();
        return builder;
    }

    /// <summary>Time as it will be: tests of expiry set it, nobody else.</summary>
    private sealed class ShiftedClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
