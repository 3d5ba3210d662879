using TalentHub.Domain.Access;

namespace TalentHub.Domain.Auditing;

/// <summary>Who does it, as what, from where, in which request.</summary>
/// <param name="Capacity">The roles and relations that the person held then, or what the signed link was for: <c>HR, Recruiter</c>, <c>OfferAnswer</c>.</param>
/// <param name="Network">The neighbourhood of the address, as sessions keep it: /24 or /64.</param>
/// <param name="Reference">The same number for everything of one request; an error page shows it.</param>
public sealed record AuditOrigin(
    AuditDoor Door, long? PersonId = null, long? AccountId = null, string? Capacity = null, string? Network = null, string? Reference = null, long? OnBehalfOf = null)
{
    /// <summary>Somebody at the command line.</summary>
    public static readonly AuditOrigin Operator = new(AuditDoor.Operator);

    /// <summary>As far as an actor alone tells.</summary>
    public static AuditOrigin Of(Actor actor) => new(
        actor.Kind switch
        {
            ActorKind.System => AuditDoor.System,
            ActorKind.Person when actor.PersonId != 0 => AuditDoor.Account,
            ActorKind.Candidate when actor.PersonId != 0 => AuditDoor.SignedLink,
            ActorKind.Person or ActorKind.Candidate => AuditDoor.Visitor,
        },
        actor.PersonId == 0 ? null : actor.PersonId,
        OnBehalfOf: actor.OnBehalfOf);
}

/// <summary>Says who acts in this scope. Asked only when something is written down.</summary>
public interface IAuditOrigin
{
    AuditOrigin Now();
}

/// <summary>What is to be written down, beside who, when and from where.</summary>
/// <param name="SubjectPersonId">Whom the record is about.</param>
/// <param name="Detail">Codes, never names or words of people: names of fields, a move, a page.</param>
/// <param name="Text">What somebody wrote. It stands outside the hashed part and can be blanked.</param>
public sealed record AuditNote(
    AuditAction Action, RecordKind Record, long? RecordId = null, long? SubjectPersonId = null, string? Detail = null, string? Text = null, AuditResult Result = AuditResult.Done);
