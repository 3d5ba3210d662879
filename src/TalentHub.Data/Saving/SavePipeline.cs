using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Scheduling;
using TalentHub.Domain.Common;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;

namespace TalentHub.Data.Saving;

/// <summary>
/// One save, one transaction: the rows, their moves, the timeline, what waits for whom, the answers to events, the audit log, the form's receipt. Reactions may
/// change more rows; it goes round until nothing new happens.
/// </summary>
internal sealed class SavePipeline
{
    /// <summary>More rounds than any chain of reactions needs: beyond it two reactions chase each other.</summary>
    private const int MaximumRounds = 12;

    private ChangeTrail? trail;

    public static async Task<T> InTransactionAsync<T>(TalentHubDb db, Func<Task<T>> work, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await work();
        }

        using var turn = db.Gate is { } gate ? await gate.EnterAsync(ct) : default;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await KeepLeaseAsync(db, ct);
        var result = await work();
        await transaction.CommitAsync(ct);
        return result;
    }

    /// <summary>In the transaction of the effect: whoever takes the job over waits for its end, or has it already.</summary>
    private static async Task KeepLeaseAsync(TalentHubDb db, CancellationToken ct)
    {
        if (db.Lease is not { } lease)
        {
            return;
        }

        var until = db.Time.GetUtcNow().UtcDateTime + lease.Length;
        if (await db.JobLeases.Where(l => l.Name == lease.Job && l.Holder == lease.Holder && l.Term == lease.Term).ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, until), ct) == 0)
        {
            throw new LeaseLost(lease.Job);
        }
    }

    public async Task<int> SaveAsync(TalentHubDb db, Func<Task<int>> write, CancellationToken ct)
    {
        if (trail is { } outer)
        {
            // A reaction that saves to learn a number: plain rows, the outer rounds pick up what they raised.
            Stamp(db);
            outer.See(db);
            return await write();
        }

        var own = trail = new ChangeTrail();
        try
        {
            var saved = await InTransactionAsync(
                db,
                async () =>
                {
                    var written = await RoundsAsync(db, own, write, ct);
                    return !db.IsBulk && own.Add(db) ? written + await write() : written;
                },
                ct);
            own.Tell();
            return saved;
        }
        finally
        {
            trail = null;
            db.Changes?.Tick();
        }
    }

    private static async Task<int> RoundsAsync(TalentHubDb db, ChangeTrail trail, Func<Task<int>> write, CancellationToken ct)
    {
        await TakeReceiptAsync(db, ct);
        var written = 0;
        for (var round = 0; ; round++)
        {
            if (round > MaximumRounds)
            {
                throw new InvalidOperationException("Reactions do not come to rest.");
            }

            var stateful = db.ChangeTracker.Entries<Entity>().Select(e => e.Entity).OfType<IStateful>().ToList();
            Stamp(db);
            if (!db.IsBulk)
            {
                trail.See(db);
            }

            var departmentsMove = DepartmentLines.WillChange(db);
            written += await write();
            if (departmentsMove)
            {
                await DepartmentLines.KeepAsync(db, ct);
                written += await write();
            }

            var moved = new List<(IStateful Subject, Transition Row)>();
            foreach (var subject in stateful)
            {
                foreach (var row in subject.TakeTransitions())
                {
                    row.Belongs(subject.Id);
                    moved.Add((subject, row));
                    trail.Moved(subject, row);
                }
            }

            var lines = moved.Select(m => LineOf(m.Subject, m.Row)).OfType<TimelineEntry>().ToList();
            if (db.IsBulk)
            {
                await BulkRows.InsertAsync(db, moved.ConvertAll(m => m.Row), ct);
                await BulkRows.InsertAsync(db, lines, ct);
                foreach (var entry in db.ChangeTracker.Entries<Entity>())
                {
                    entry.Entity.TakeEvents();
                }

                return written + moved.Count + lines.Count;
            }

            db.Transitions.AddRange(moved.Select(m => m.Row));
            db.Timeline.AddRange(lines);
            await FlowCounters.CountAsync(db, moved, ct);
            var events = db.ChangeTracker.Entries<Entity>().Select(e => e.Entity).ToList().SelectMany(e => e.TakeEvents()).ToList();
            if (moved.Count == 0 && events.Count == 0)
            {
                return written;
            }

            if (db.Reactions is { } reactions)
            {
                using (db.ReadingAsSystem())
                {
                    foreach (var happened in events)
                    {
                        await reactions.ReactAsync(happened, db, ct);
                    }

                    foreach (var subject in moved.Select(m => m.Subject).Distinct())
                    {
                        await RefreshWorkAsync(db, reactions, subject, ct);
                    }
                }
            }
        }
    }

    private static async Task RefreshWorkAsync(TalentHubDb db, IReactions reactions, IStateful subject, CancellationToken ct)
    {
        if (await reactions.WaitingAsync(subject, db, ct) is { } wanted)
        {
            await db.PutWorkAsync(subject, wanted, ct);
        }
    }

    private static TimelineEntry? LineOf(IStateful subject, Transition row) =>
        subject is IOnTimeline { TimelinePersonId: { } personId } placed
            ? new TimelineEntry(
                personId, row.At, EntryKind.Move, placed.TimelineAudience,
                new Sentence("{what}: {from} → {to}", ("what", row.Machine), ("from", row.From ?? string.Empty), ("to", row.To), ("trigger", row.Trigger)),
                row.ActorId, row.Machine, subject.Id, placed.TimelineRequisitionId, row.Reason)
            : null;

    private static void Stamp(TalentHubDb db)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var entry in db.ChangeTracker.Entries<Entity>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified || (entry.State == EntityState.Unchanged && entry.Entity is IStateful { HasMoved: true }))
            {
                entry.Property(nameof(Entity.Version)).CurrentValue = Guid.NewGuid();
            }
        }
    }

    private static async Task TakeReceiptAsync(TalentHubDb db, CancellationToken ct)
    {
        if (db.Receipt is not { } receipt)
        {
            return;
        }

        db.Receipt = null;
        if (await db.FormReceipts.AsNoTracking().SingleOrDefaultAsync(r => r.Key == receipt.Key, ct) is { } earlier)
        {
            throw new SentBefore(earlier.WentTo);
        }

        db.FormReceipts.Add(receipt);
    }
}
