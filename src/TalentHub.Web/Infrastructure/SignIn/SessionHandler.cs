using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Services.Accounts;

namespace TalentHub.Web.Infrastructure.SignIn;

/// <summary>
/// The cookie is a random key to a row in the database and says nothing by itself. Each sign-in makes a new key, each sign-out deletes the row. A session that
/// still waits for its second factor is known here and to the sign-in pages; to everything else its owner is a stranger.
/// </summary>
public sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "session";
    public const string Cookie = "__Host-session";

    /// <summary>In the request's items where the session could not be asked for: what stood against it.</summary>
    public const string Away = "session-away";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Cookies.TryGetValue(Cookie, out var token) || !Tokens.IsToken(token))
        {
            return AuthenticateResult.NoResult();
        }

        SessionView? session;
        try
        {
            session = await sessions.FindAsync(token, Context.RequestAborted);
        }
        catch (Exception fault) when (DatabaseAway.Is(fault))
        {
            // Nobody is taken for a stranger because the database is away. The framework keeps this answer for the page that says so, so it is thrown later.
            Context.Items[Away] = ExceptionDispatchInfo.Capture(fault);
            return AuthenticateResult.Fail(fault);
        }

        return session is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(SessionClaims.Principal(session), Scheme.Name));
    }

    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        await ForgetAsync(isSignOut: false);
        var token = await sessions.StartAsync(SessionClaims.StartOf(user, Context), Context.RequestAborted);
        Response.Cookies.Append(Cookie, token, Look());
        Response.Headers.CacheControl = "no-store";
    }

    protected override async Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        await ForgetAsync(isSignOut: true);
        Response.Cookies.Delete(Cookie, Look());
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect("/account/sign-in?returnUrl=" + Uri.EscapeDataString(Request.PathBase + Request.Path + Request.QueryString));
        return Task.CompletedTask;
    }

    private async Task ForgetAsync(bool isSignOut)
    {
        if (Request.Cookies.TryGetValue(Cookie, out var token) && Tokens.IsToken(token))
        {
            await sessions.EndAsync(token, isSignOut, Context.RequestAborted);
        }
    }

    /// <summary>Without an age: closing the browser ends it, as far as the browser is concerned.</summary>
    private static CookieOptions Look() => new() { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, IsEssential = true };
}

/// <summary>What a session says of its owner, and what a sign-in says to the session.</summary>
public static class SessionClaims
{
    private const string Session = "session";
    private const string Waiting = "waiting";
    private const string Stage = "stage";
    private const string Demo = "demo";
    private const string Factor = "factor";
    private const string View = "view";
    private const string Until = "until";

    /// <summary>The number of the session; null for a stranger.</summary>
    public static long? SessionId(this ClaimsPrincipal user) => Number(user, Session);

    /// <summary>The role whose rights the session looks with at this moment.</summary>
    public static Role? ViewsAs(this ClaimsPrincipal user, DateTime now) =>
        Enum.TryParse<Role>(user.FindFirstValue(View), out var role) && Number(user, Until) is { } until && now.Ticks < until ? role : null;

    /// <summary>The account that gave its password and still owes its second factor.</summary>
    public static (long AccountId, SessionStage Stage)? WaitingFor(this ClaimsPrincipal user) =>
        Number(user, Waiting) is { } account && Enum.TryParse<SessionStage>(user.FindFirstValue(Stage), out var stage) ? (account, stage) : null;

    /// <summary>Begins a session for this account; an earlier one of this browser ends.</summary>
    public static Task StartSessionAsync(this HttpContext context, long accountId, bool withSecondFactor = false, bool isDemo = false)
    {
        var identity = new ClaimsIdentity([new Claim(ActorMiddleware.AccountClaim, Text(accountId))], SessionHandler.SchemeName);
        identity.AddClaim(new Claim(Factor, withSecondFactor ? "1" : "0"));
        identity.AddClaim(new Claim(Demo, isDemo ? "1" : "0"));
        return context.SignInAsync(SessionHandler.SchemeName, new ClaimsPrincipal(identity));
    }

    internal static ClaimsPrincipal Principal(SessionView session)
    {
        var identity = new ClaimsIdentity([new Claim(Session, Text(session.Id))], SessionHandler.SchemeName);
        identity.AddClaim(session.Stage == SessionStage.Full ? new Claim(ActorMiddleware.AccountClaim, Text(session.AccountId)) : new Claim(Waiting, Text(session.AccountId)));
        identity.AddClaim(new Claim(Stage, session.Stage.ToString()));
        if (session is { ViewsAs: { } role, ViewsUntil: { } until })
        {
            identity.AddClaim(new Claim(View, role.ToString()));
            identity.AddClaim(new Claim(Until, Text(until.Ticks)));
        }

        return new ClaimsPrincipal(identity);
    }

    internal static SessionStart StartOf(ClaimsPrincipal user, HttpContext context) => new(
        Number(user, ActorMiddleware.AccountClaim) ?? throw new InvalidOperationException("A session belongs to an account."),
        user.HasClaim(Factor, "1"), user.HasClaim(Demo, "1"),
        Devices.Name(context.Request.Headers.UserAgent), Guesses.NetworkOf(context.Connection.RemoteIpAddress));

    private static long? Number(ClaimsPrincipal user, string claim) =>
        long.TryParse(user.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>"Firefox on Windows": enough to know one's own devices by.</summary>
public static class Devices
{
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("MicroMessenger", "WeChat"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Name(string? userAgent)
    {
        var text = userAgent ?? string.Empty;
        string?[] parts = [Find(Browsers, text), Find(Systems, text)];
        var known = parts.OfType<string>().ToList();
        return known.Count == 0 ? "–" : string.Join(" · ", known);
    }

    private static string? Find((string Sign, string Name)[] signs, string text) => signs.FirstOrDefault(s => text.Contains(s.Sign, StringComparison.Ordinal)).Name;
}
