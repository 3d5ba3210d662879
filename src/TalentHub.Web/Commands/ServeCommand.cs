using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Services.Backups;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;
using TalentHub.Web.Pages.Careers;

namespace TalentHub.Web.Commands;

/// <summary>Serves the product. The order of the pipeline is the order of trust: faults, headers, words, who, what right, then the page.</summary>
public static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var app = Build(args);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
        await app.RunAsync();
        return 0;
    }

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.Body;
            kestrel.Limits.RequestHeadersTimeout = Limits.Headers;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(Limits.LeastRate, Limits.RateGrace);
        });
        builder.AddTalentHub();

        var app = builder.Build();
        app.UseKnownProxies();
        app.UseResponseCompression();
        app.UseFaults();
        app.UseTalentHubHeaders();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseMiddleware<TooBigUpload>();
        app.UseRequestLocalization();
        app.UseMiddleware<SetupMiddleware>();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.UseRateLimiter();
        app.UseMiddleware<RightsMiddleware>();
        app.UseMiddleware<UnreadableForm>();
        app.UseOutputCache();
        app.UseAntiforgery();
        app.MapStaticAssets().Needs(Right.Anonymous);
        app.MapRazorPages().WithStaticAssets();
        Assets.Learn(app);
        app.MapLanguages();
        app.MapFiles();
        app.MapHealth();
        return app;
    }

    /// <summary>Brings the schema up to date, before anybody is served. A restore that is not through is ended or refused first.</summary>
    public static async Task<IReadOnlyList<string>> MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        RestorePlace.SeeTo(services.GetRequiredService<Settings>().DataFolder);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        return await DatabaseStart.MigrateAsync(
            scope.ServiceProvider.GetRequiredService<TalentHubDb>(), scope.ServiceProvider.GetRequiredService<DatabaseSettings>(), ct);
    }

    private static void Announce(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine();
        Console.WriteLine($"TalentHub is open at {string.Join(", ", addresses)}");
        Console.WriteLine($"Its data is in       {settings.DataFolder}{(settings.SqlServer is null ? string.Empty : " (files) and on SQL Server")}");
        if (app.Services.GetRequiredService<SetupDoor>().NewCodeAsync(CancellationToken.None).GetAwaiter().GetResult() is { } setupCode)
        {
            Console.WriteLine($"Set-up code          {setupCode}   (once, for the person who sets up the company)");
        }

        Console.WriteLine("Stop it with Ctrl+C.");
    }
}
