using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using TalentHub.Data.Setup;
using TalentHub.Services.Accounts;

namespace TalentHub.Web.Infrastructure.SignIn;

/// <summary>
/// How often forms may be sent. Limited is the default: strangers by network, signed-in people by person; the open forms (sign-in, reset, apply) are tighter still.
/// Of reading, what costs or carries much is counted: searching and exporting.
/// </summary>
public static class OpenForms
{
    /// <summary>Put on the page: <c>[EnableRateLimiting(OpenForms.Policy)]</c>.</summary>
    public const string Policy = "open-form";

    /// <summary>The privacy desk: nobody carries everybody's data away in an hour.</summary>
    public const string PrivacyPolicy = "privacy";

    /// <summary>Pages that look for words.</summary>
    public const string SearchPolicy = "search";

    /// <summary>Pages with a handler <c>Export</c>.</summary>
    public const string ExportPolicy = "export";

    private const int OpenFormsAMinute = 20;
    private const int SearchesAMinute = 120;
    private const int ExportsAMinute = 20;
    private const int PrivacyAMinute = 10;
    private const int StrangersAMinute = 60;
    private const int PersonsAMinute = 600;

    public static IServiceCollection AddOpenFormLimits(this IServiceCollection services, Settings settings) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
            {
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            !Counts(context) ? Free
            : context.RequestServices.GetRequiredService<CurrentActor>() is { IsSignedIn: true } actor
                ? Window("person:" + actor.Value.PersonId.ToString(CultureInfo.InvariantCulture), PersonsAMinute, settings)
                : Window("network:" + Guesses.NetworkOf(context.Connection.RemoteIpAddress), StrangersAMinute, settings));
        limiter.AddPolicy(Policy, context =>
            Counts(context) ? Window("open:" + Guesses.NetworkOf(context.Connection.RemoteIpAddress), OpenFormsAMinute, settings) : Free);
        limiter.AddPolicy(PrivacyPolicy, context => Counts(context) ? Window("privacy:" + Person(context), PrivacyAMinute, settings) : Free);
        limiter.AddPolicy(SearchPolicy, context => context.Request.Query.ContainsKey("q") ? Window("search:" + Person(context), SearchesAMinute, settings) : Free);
        limiter.AddPolicy(ExportPolicy, context =>
            string.Equals(context.Request.Query["handler"], "Export", StringComparison.OrdinalIgnoreCase) ? Window("export:" + Person(context), ExportsAMinute, settings) : Free);
    });

    private static string Person(HttpContext context) => context.RequestServices.GetRequiredService<CurrentActor>().Value.PersonId.ToString(CultureInfo.InvariantCulture);

    private static RateLimitPartition<string> Free => RateLimitPartition.GetNoLimiter("free");

    private static bool Counts(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is null;

    private static RateLimitPartition<string> Window(string who, int minute, Settings settings) => RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = (int)Math.Clamp(minute * settings.RateFactor, 1, int.MaxValue),
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
        QueueLimit = 0,
    });
}
