using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Services;
using TalentHub.Services.Access;
using TalentHub.Web.Infrastructure.SignIn;

namespace TalentHub.Web.Infrastructure;

/// <summary>Turns the session's account into the actor of the request, with rights that are at most seconds old, and sets the reader's language and clock.</summary>
public sealed class ActorMiddleware(RequestDelegate next, ActorLoader actors, TimeProvider clock)
{
    /// <summary>The claim that carries the account's number.</summary>
    public const string AccountClaim = ClaimTypes.NameIdentifier;

    public async Task InvokeAsync(HttpContext context, CurrentActor actor, Reader reader, CompanyCache company)
    {
        if (context.IsAboutFault())
        {
            // It must not need what may have failed; what was known of the reader before still is.
            if (reader.Person is { } known)
            {
                Speak(known.Language);
            }

            await next(context);
            return;
        }

        var isProbe = context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
        if (!isProbe && context.Items[SessionHandler.Away] is ExceptionDispatchInfo away)
        {
            away.Throw();
        }

        if (isProbe && context.User.Identity?.IsAuthenticated != true)
        {
            // Probes ask nobody's name unless it is given.
            await next(context);
            return;
        }

        reader.Zone = (await company.GetAsync(context.RequestAborted))?.Zone ?? "UTC";
        reader.Theme = context.Request.Cookies["theme"] is "light" or "dark" ? context.Request.Cookies["theme"]! : "system";
        if (context.User.FindFirstValue(AccountClaim) is { } claim && long.TryParse(claim, NumberStyles.None, CultureInfo.InvariantCulture, out var accountId))
        {
            if (await actors.LoadAsync(accountId, context.RequestAborted) is { } person)
            {
                // Whoever may no longer give roles no longer looks with them either.
                reader.ViewsAs = person.Actor.May(Capability.ManageUsers) ? context.User.ViewsAs(clock.UtcNow()) : null;
                actor.Set(reader.ViewsAs is { } role ? person.Actor with { Rights = RoleRights.Of(role) } : person.Actor);
                reader.Person = person;
                reader.AccountId = accountId;
                reader.Zone = person.Zone ?? reader.Zone;
                reader.Theme = person.Theme;
                Speak(person.Language);
            }
            else
            {
                await context.SignOutAsync(SessionHandler.SchemeName);
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        await next(context);
    }

    private static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
