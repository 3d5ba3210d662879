using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using TalentHub.Data.Accounts;
using TalentHub.Data.Observability;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.People;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;

namespace TalentHub.Data.Saving;

/// <summary>
/// What one save did, for the audit log: every round adds what it changes, the last one writes it down in the same transaction. One entry for each record and act, with the
/// names of the fields; never their values.
/// </summary>
internal sealed class ChangeTrail
{
    private readonly Dictionary<(object Subject, AuditAction Action), Change> changes = [];
    private readonly List<(IStateful Subject, Transition Row)> moves = [];

    private readonly List<Transition> told = [];

    /// <summary>Counts the moves of this save, once it is done.</summary>
    public void Tell() => told.ForEach(row => Signals.Moved(row.Machine, row.Trigger, isDone: true));

    public void Moved(IStateful subject, Transition row) => moves.Add((subject, row));

    /// <summary>Notes what is about to be written. After the write nothing shows any more what was new.</summary>
    /// <exception cref="NotSupportedException">Something of the log itself would change: it is only ever added to.</exception>
    public void See(TalentHubDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry is { Entity: AuditEntry or AuditSeal, State: EntityState.Modified or EntityState.Deleted })
            {
                throw new NotSupportedException("The audit log is only ever added to.");
            }

            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                See(db, entry);
            }
        }
    }

    /// <summary>Adds the entries; the caller saves them. False when there is nothing to write down.</summary>
    public bool Add(TalentHubDb db)
    {
        var acting = db.Acting;
        foreach (var (subject, row) in moves)
        {
            // A beginning is written down as made, below.
            var detail = string.Join('/', row.Machine, row.Trigger, row.From ?? string.Empty, row.To);
            var kind = AuditedTypes.KindOf(subject.GetType()) ?? RecordKind.Installation;
            db.Audit(new AuditNote(row.From is null ? AuditAction.Made : AuditAction.Moved, kind, subject.Id, AboutWhom(db.Entry(subject)), detail, row.Reason), By(row, acting));
        }

        var moved = moves.Where(m => m.Row.From is null).Select(m => (object)m.Subject).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var ((subject, action), change) in changes)
        {
            if (action != AuditAction.Made || !moved.Contains(subject))
            {
                db.Audit(new AuditNote(action, change.Kind, change.RecordId ?? IdOf(db.Entry(subject)), change.AboutWhom ?? AboutWhom(db.Entry(subject)), change.Detail), acting);
            }
        }

        var any = moves.Count + changes.Count > 0;
        told.AddRange(moves.Select(m => m.Row));
        moves.Clear();
        changes.Clear();
        return any;
    }

    private void See(TalentHubDb db, EntityEntry entry)
    {
        switch (entry.Entity)
        {
            case RoleGrant grant:
                Note(grant, entry.State == EntityState.Deleted ? AuditAction.RoleTaken : AuditAction.RoleGiven, RecordKind.Account, [grant.Role.ToString()], AccountOf(db, grant.PersonId), grant.PersonId);
                return;
            case SecondFactor factor when entry.State == EntityState.Added:
                Note(factor, AuditAction.FactorSet, RecordKind.Account, [], factor.AccountId, null);
                return;
            case Account account:
                See(entry, account);
                return;
        }

        if (AuditedTypes.KindOf(entry.Metadata.ClrType) is { } kind)
        {
            Note(db, entry, kind, entry.State == EntityState.Modified ? FieldsOf(entry) : []);
        }
        else if (!AuditedTypes.Left.ContainsKey(entry.Metadata.ClrType) && RootOf(db, entry) is { } root && root.State is EntityState.Unchanged or EntityState.Modified
            && AuditedTypes.KindOf(root.Metadata.ClrType) is { } whole)
        {
            Note(root.Entity, AuditedTypes.IsSetting(root.Metadata.ClrType) ? AuditAction.SettingChanged : AuditAction.Changed, whole, [entry.Metadata.ClrType.Name], null, null);
        }
    }

    private void See(EntityEntry entry, Account account)
    {
        if (entry.State != EntityState.Modified)
        {
            Note(account, entry.State == EntityState.Added ? AuditAction.AccountMade : AuditAction.Removed, RecordKind.Account, [], IdOf(entry), account.PersonId);
            return;
        }

        if (entry.Property(nameof(Account.IsDisabled)).IsModified)
        {
            Note(account, account.IsDisabled ? AuditAction.AccountDisabled : AuditAction.AccountEnabled, RecordKind.Account, [], account.Id, account.PersonId);
        }

        if (entry.Property(nameof(Account.PasswordHash)).IsModified)
        {
            Note(account, AuditAction.PasswordChanged, RecordKind.Account, [], account.Id, account.PersonId);
        }

        if (FieldsOf(entry).Where(f => f is not (nameof(Account.IsDisabled) or nameof(Account.PasswordHash))).ToList() is { Count: > 0 } rest)
        {
            Note(account, AuditAction.Changed, RecordKind.Account, rest, account.Id, account.PersonId);
        }
    }

    private void Note(TalentHubDb db, EntityEntry entry, RecordKind kind, IReadOnlyList<string> fields)
    {
        if (entry.State == EntityState.Modified && fields.Count == 0)
        {
            return;
        }

        var isSetting = AuditedTypes.IsSetting(entry.Metadata.ClrType);
        var action = isSetting ? AuditAction.SettingChanged : entry.State switch
        {
            EntityState.Added => AuditAction.Made,
            EntityState.Deleted => AuditAction.Removed,
            _ => AuditAction.Changed,
        };
        if (isSetting && entry.State != EntityState.Modified)
        {
            fields = [entry.State == EntityState.Added ? nameof(AuditAction.Made) : nameof(AuditAction.Removed)];
        }

        // A row that goes is asked now: afterwards it is no longer there to be asked.
        var goes = entry.State == EntityState.Deleted;
        Note(entry.Entity, action, kind, fields, goes ? IdOf(entry) : null, goes ? AboutWhom(db.Entry(entry.Entity)) : null);
    }

    private void Note(object subject, AuditAction action, RecordKind kind, IReadOnlyList<string> fields, long? recordId, long? aboutWhom)
    {
        if (!changes.TryGetValue((subject, action), out var change))
        {
            changes[(subject, action)] = change = new Change(kind, recordId, aboutWhom);
        }

        change.Fields.UnionWith(fields);
    }

    private static List<string> FieldsOf(EntityEntry entry) =>
    [
        .. entry.Properties.Where(p => p.IsModified && !AuditedTypes.IsSilent(p.Metadata.Name)).Select(p => p.Metadata.Name),
        .. entry.ComplexProperties.Where(c => c.IsModified).Select(c => c.Metadata.Name),
    ];

    /// <summary>The record that a part belongs to: a vote to its run, a version to its offer.</summary>
    private static EntityEntry? RootOf(TalentHubDb db, EntityEntry part)
    {
        for (var entry = part; ;)
        {
            if (AuditedTypes.KindOf(entry.Metadata.ClrType) is not null)
            {
                return entry;
            }

            var up = entry.Metadata.GetForeignKeys().FirstOrDefault(f => f.IsOwnership || f.DeleteBehavior == DeleteBehavior.Cascade);
            if (up is null || Principal(db, entry, up) is not { } whole)
            {
                return null;
            }

            entry = whole;
        }
    }

    private static EntityEntry? Principal(TalentHubDb db, EntityEntry entry, IForeignKey up)
    {
        var key = entry.Property(up.Properties[0].Name).CurrentValue;
        return db.ChangeTracker.Entries().FirstOrDefault(e => e.Metadata == up.PrincipalEntityType && Equals(e.Property(up.PrincipalKey.Properties[0].Name).CurrentValue, key));
    }

    private static long? IdOf(EntityEntry entry) =>
        entry.Metadata.FindPrimaryKey() is { Properties: [{ ClrType: var type } key] } && type == typeof(long) ? (long?)entry.Property(key.Name).CurrentValue : null;

    /// <summary>Whom the record is about: the person on whose timeline it stands, or whom it names.</summary>
    private static long? AboutWhom(EntityEntry entry) => entry.Entity switch
    {
        Person person => person.Id,
        IOnTimeline { TimelinePersonId: { } person } => person,
        _ => entry.Metadata.FindProperty("PersonId") is { } named ? entry.Property(named.Name).CurrentValue as long? : null,
    };

    private static long? AccountOf(TalentHubDb db, long personId) => db.ChangeTracker.Entries<Account>().FirstOrDefault(a => a.Entity.PersonId == personId)?.Entity.Id;

    /// <summary>A reaction moves as the system, a delegate for somebody: the row knows. Where it is whoever acts, the origin knows more.</summary>
    private static AuditOrigin By(Transition row, AuditOrigin acting) =>
        row.ActorKind == ActorKind.System ? acting with { Door = AuditDoor.System, PersonId = null, AccountId = null, Capacity = null }
        : row.ActorId == acting.PersonId && acting.PersonId is not null ? acting with { OnBehalfOf = row.OnBehalfOf }
        : acting with
        {
            Door = row.ActorKind == ActorKind.Person ? AuditDoor.Account : row.ActorId is null ? AuditDoor.Visitor : AuditDoor.SignedLink,
            PersonId = row.ActorId, AccountId = null, Capacity = null, OnBehalfOf = row.OnBehalfOf,
        };

    private sealed class Change(RecordKind kind, long? recordId, long? aboutWhom)
    {
        public RecordKind Kind { get; } = kind;

        public long? RecordId { get; } = recordId;

        public long? AboutWhom { get; } = aboutWhom;

        public SortedSet<string> Fields { get; } = new(StringComparer.Ordinal);

        public string? Detail => Fields.Count == 0 ? null : string.Join(',', Fields);
    }
}
