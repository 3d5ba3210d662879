using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Localization;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Services.Access;

namespace TalentHub.Web.Infrastructure;

/// <summary>English and Simplified Chinese: by the address (<c>?lang=zh-CN</c>), by the cookie of the switch, by the browser; a signed-in person's own choice goes first.</summary>
public static class Languages
{
    public const string Cookie = "lang";

    public static IServiceCollection AddLanguages(this IServiceCollection services) => services.Configure<RequestLocalizationOptions>(options =>
    {
        var cultures = new[] { new CultureInfo("en"), new CultureInfo("zh-CN") };
        options.DefaultRequestCulture = new RequestCulture("en");
        options.SupportedCultures = cultures;
        options.SupportedUICultures = cultures;
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(context => Task.FromResult(Known(context.Request.Query["lang"]))),
            new CustomRequestCultureProvider(context => Task.FromResult(Known(context.Request.Cookies[Cookie]))),
            new CustomRequestCultureProvider(context => Task.FromResult(FromBrowser(context.Request.Headers.AcceptLanguage.ToString()))),
        ];
    });

    /// <summary>The switch: works without script, comes back to where it was used.</summary>
    public static void MapLanguages(this IEndpointRouteBuilder app)
    {
        app.MapPost("/language", async (HttpContext context, CurrentActor actor, Reader reader, ActorLoader actors, TalentHubDb db, IAntiforgery tokens, CancellationToken ct) =>
        {
            var form = await FormOfAsync(context, ct);
            var language = form["lang"].ToString().StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-CN" : "en";
            Remember(context, Cookie, language);
            if (actor.IsSignedIn && await IsOursAsync(context, tokens))
            {
                var me = await db.People.SingleAsync(p => p.Id == actor.Value.PersonId, ct);
                me.Speaks(language, null);
                await db.SaveChangesAsync(ct);
                actors.Forget(reader.AccountId);
            }

            return Results.LocalRedirect(Back(form["returnUrl"]));
        }).Needs(Right.Anonymous);

        app.MapPost("/theme", async (HttpContext context, Reader reader, ActorLoader actors, TalentHubDb db, IAntiforgery tokens, CancellationToken ct) =>
        {
            var form = await FormOfAsync(context, ct);
            var theme = form["theme"].ToString() is "light" or "dark" ? form["theme"].ToString() : "system";
            Remember(context, "theme", theme);
            if (reader.AccountId > 0 && await IsOursAsync(context, tokens))
            {
                await db.Users.Where(a => a.Id == reader.AccountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Theme, theme), ct);
                actors.Forget(reader.AccountId);
            }

            return Results.LocalRedirect(Back(form["returnUrl"]));
        }).Needs(Right.Anonymous);
    }

    /// <summary>
    /// A record changes only for a form of ours: by its token, or, from a page that is answered from memory and holds none, by the browser's word on where it came from. The choice in a
    /// cookie of this browser is open to everybody.
    /// </summary>
    private static async Task<bool> IsOursAsync(HttpContext context, IAntiforgery tokens) =>
        (Uri.TryCreate(context.Request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == context.Request.Host.Value) || await tokens.IsRequestValidAsync(context);

    /// <summary>What is no form holds no choice.</summary>
    private static async Task<IFormCollection> FormOfAsync(HttpContext context, CancellationToken ct) =>
        context.Request.HasFormContentType ? await context.Request.ReadFormAsync(ct) : FormCollection.Empty;

    /// <summary>A path of ours or the front page: never an open redirect, never an error.</summary>
    public static string Back(string? returnUrl) =>
        returnUrl is ['/', ..] and not ['/', '/' or '\\', ..] && !returnUrl.Any(char.IsControl) && !returnUrl.Contains('\\', StringComparison.Ordinal) ? returnUrl : "/";

    private static void Remember(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365), HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, IsEssential = true,
    });

    private static ProviderCultureResult? Known(string? language) =>
        language is null ? null
        : language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? new ProviderCultureResult("zh-CN")
        : language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? new ProviderCultureResult("en")
        : null;

    /// <summary>Any zh (zh-Hans-CN, zh-TW, zh) is Chinese to us; the framework would miss some.</summary>
    private static ProviderCultureResult? FromBrowser(string header) =>
        header.Split(',').Select(part => part.Split(';')[0].Trim()).Select(Known).FirstOrDefault(known => known is not null);
}
