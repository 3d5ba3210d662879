using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;
using TalentHub.Data;
using TalentHub.Domain.Auditing;

namespace TalentHub.Web.Infrastructure;

public static class WebServices
{
    /// <summary>Pages, forms, words and rights.</summary>
    public static IServiceCollection AddTalentHubPages(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddRequestTimeouts(options =>
        {
            options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = Limits.Request };
            options.AddPolicy(Limits.Long, Limits.LongRequest);
        });
        services.AddScoped<Reader>();
        services.AddScoped<IAuditOrigin, WebOrigin>();
        services.AddScoped<Text>();
        services.AddScoped<Privacy.ReadableExport>();
        services.AddScoped<Privacy.ExportZip>();
        services.AddScoped<Pages.Setup.FirstSteps>();
        services.AddScoped<Shell>();
        services.AddScoped<Ways>();
        services.AddSingleton<WayTable>();
        services.AddScoped<Pages.Screening.Jobs.BoardLoader>();
        services.AddScoped<Pages.Demand.CompanyChoices>();
        services.AddSingleton<Icon>();
        services.AddSingleton<CompanyCache>();
        services.AddSingleton<BriefCache>();
        services.AddSingleton(RightsTable.Build());
        services.AddLanguages();
        services.AddDataProtection().SetApplicationName("TalentHub").PersistKeysToDbContext<TalentHubDb>();
        services.AddAntiforgery(options =>
        {
            options.Cookie = new AlwaysSecureCookie { Name = "__Host-xsrf", HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Path = "/" };
            options.HeaderName = "X-XSRF-TOKEN";
        });
        services.AddSingleton<IHttpResponseStreamWriterFactory, WholePages>();

        // Also under https: what a page keeps secret (the token of its forms) is written differently each time, and the session's cookie does not come along when another site asks.
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.AddRazorPages().AddMvcOptions(options =>
        {
            options.Filters.Add<Refusals>();
            options.Filters.Add<AuditedReads>();
            options.Filters.Add<AutoValidateAntiforgeryTokenAttribute>();
            options.ModelBinderProviders.Insert(0, new NumbersAsWritten());

            // Names as jQuery writes them (a[b]) are nobody's here, and one with half a bracket would throw.
            options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        });
        services.AddOptions<MvcOptions>().Configure<IHttpContextAccessor>((options, accessor) => BindingMessages.Translate(options, accessor));
        services.AddFluentValidationClientsideAdapters();
        ValidatorOptions.Global.LanguageManager = new Sentences();
        services.AddValidatorsFromAssemblyContaining<Program>(ServiceLifetime.Scoped, includeInternalTypes: true);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "__Host-toast";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        });
        return services;
    }
}

/// <summary>
/// Secure also on the plain http of a first try: browsers take such cookies from localhost, while the framework's own setting throws before they can.
/// </summary>
internal sealed class AlwaysSecureCookie : CookieBuilder
{
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}

/// <summary>The framework's own messages about values that cannot be read, in the reader's language.</summary>
internal static class BindingMessages
{
    public static void Translate(MvcOptions options, IHttpContextAccessor accessor)
    {
        Text T() => accessor.HttpContext!.RequestServices.GetRequiredService<Text>();
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => T()["This value cannot be read."]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => T()["This value cannot be read."]);
        messages.SetUnknownValueIsInvalidAccessor(_ => T()["This value cannot be read."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => T()["This value cannot be read."]);
        messages.SetValueIsInvalidAccessor(_ => T()["This value cannot be read."]);
        messages.SetValueMustBeANumberAccessor(_ => T()["Write a number."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => T()["Write a number."]);
        messages.SetValueMustNotBeNullAccessor(_ => T()["Please fill this in."]);
        messages.SetMissingBindRequiredValueAccessor(_ => T()["Please fill this in."]);
        messages.SetMissingKeyOrValueAccessor(() => T()["Please fill this in."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => T()["Please fill this in."]);
    }
}
