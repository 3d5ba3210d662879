using System.Diagnostics;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Services.Access;
using TalentHub.Services.Accounts;
using TalentHub.Web.Components;

namespace TalentHub.Web.Infrastructure;

/// <summary>Who acts in this request: the account with the roles it holds now, the signed link, or a stranger; from which network; under which reference.</summary>
public sealed class WebOrigin(CurrentActor own, IHttpContextAccessor accessor) : IAuditOrigin
{
    /// <summary>The number that an error page shows and that the log writes beside a fault.</summary>
    public static string ReferenceOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    public AuditOrigin Now()
    {
        if (accessor.HttpContext is not { } context)
        {
            return AuditOrigin.Of(own.Value);
        }

        // Work of a request that opens a scope of its own (sessions, guesses) is still that request's.
        var actor = context.RequestServices.GetRequiredService<CurrentActor>();
        var reader = context.RequestServices.GetRequiredService<Reader>();
        var origin = AuditOrigin.Of(actor.Value) with { Network = Guesses.NetworkOf(context.Connection.RemoteIpAddress), Reference = ReferenceOf(context) };
        return actor.Link is { } link
            ? origin with { Door = AuditDoor.SignedLink, PersonId = link.PersonId, Capacity = link.Purpose.ToString() }
            : origin.Door == AuditDoor.Account && reader.Person is { } person
                ? origin with { AccountId = reader.AccountId, Capacity = CapacityOf(person, reader.ViewsAs) }
                : origin;
    }

    private static string CapacityOf(SignedInPerson person, Role? viewsAs) =>
        string.Join(", ", [.. person.Roles.Select(r => r.ToString()), .. person.Relations.Select(r => r.ToString()), .. viewsAs is { } role ? [AuditLine.Viewing + role] : Array.Empty<string>()]);
}
