using Serilog;
using TalentHub.Data.Setup;
using TalentHub.Services;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Commands;

/// <summary>Serves the product: a table of contents, one line a concern.</summary>
public static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (SettingsMistake mistake)
        {
            await Console.Error.WriteLineAsync(mistake.Message);
            return 2;
        }
    }

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSerilog(log => log
            .MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning)
            .ReadFrom.Configuration(builder.Configuration)
            .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture));
        var settings = Settings.Read(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddTalentHubData(settings.Database);
        builder.Services.AddTalentHubServices();
        builder.Services.AddTalentHubPages();
        builder.Services.AddAuthentication("session").AddCookie("session", options =>
        {
            options.Cookie.Name = "__Host-session";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.LoginPath = "/account/sign-in";
            options.ReturnUrlParameter = "returnUrl";
        });

        var app = builder.Build();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseTalentHubHeaders();
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.UseMiddleware<RightsMiddleware>();
        app.UseAntiforgery();
        app.MapStaticAssets().Needs(Right.Anonymous);
        app.MapRazorPages();
        app.MapLanguages();
        return app;
    }
}
