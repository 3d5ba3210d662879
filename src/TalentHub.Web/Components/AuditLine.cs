using System.Globalization;
using TalentHub.Domain.Auditing;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Components;

/// <summary>A line of the audit log in the reader's words.</summary>
public static class AuditLine
{
    /// <summary>The record as people speak of it: REQ-12; else its kind and number.</summary>
    public static string Record(Text t, RecordKind kind, long? id) => id is null ? t.Enum(kind) : Prefix(kind) is { } prefix
        ? string.Create(CultureInfo.InvariantCulture, $"{prefix}-{id}")
        : string.Create(CultureInfo.InvariantCulture, $"{t.Enum(kind)} {id}");

    /// <summary>What the codes of an entry say.</summary>
    public static string? Detail(Text t, AuditEntry entry) => entry switch
    {
        { Detail: null } => null,
        { Action: AuditAction.RoleGiven or AuditAction.RoleTaken or AuditAction.ViewBegun or AuditAction.ViewEnded } => t.Holder(entry.Detail),
        { Action: AuditAction.Moved or AuditAction.Made } when entry.Detail.Split('/') is [var machine, var trigger, var from, var to] =>
            from.Length == 0 || from == to ? t.Trigger(machine, trigger) : $"{t.Trigger(machine, trigger)}{t.Colon}{t.State(machine, from)} → {t.State(machine, to)}",
        _ => entry.Detail.Replace(",", ", ", StringComparison.Ordinal),
    };

    /// <summary>Before the role with whose rights somebody looked, among what they held themselves.</summary>
    public const string Viewing = "View:";

    private static string Held(Text t, string held) =>
        held.StartsWith(Viewing, StringComparison.Ordinal) ? t["viewing as {role}", ("role", t.Holder(held[Viewing.Length..]))] : t.Holder(held);

    /// <summary>As what somebody came: the roles held then, what the link was for, or that it was nobody we know.</summary>
    public static string Capacity(Text t, AuditEntry entry) => entry.Door switch
    {
        AuditDoor.Account when entry.Capacity is { } roles => t.List(roles.Split(", ").Select(h => Held(t, h))),
        AuditDoor.Account when entry.Capacity is null && entry.Action == AuditAction.SignedIn => string.Empty,   // what was held is only known once signed in
        AuditDoor.Account => t.Enum(Domain.Access.Role.Employee),
        AuditDoor.SignedLink or AuditDoor.Visitor or AuditDoor.System or AuditDoor.Operator => t.Enum(entry.Door),
    };

    private static string? Prefix(RecordKind kind) => kind switch
    {
        RecordKind.Requisition => "REQ",
        RecordKind.Posting => "PST",
        RecordKind.Application => "APP",
        RecordKind.Interview => "INT",
        RecordKind.Offer => "OFR",
        RecordKind.Onboarding => "ONB",
        _ => null,
    };
}
