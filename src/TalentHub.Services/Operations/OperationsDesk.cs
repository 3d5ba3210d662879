using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Data.Scheduling;
using TalentHub.Data.Setup;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Services.Auditing;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Operations;

/// <summary>How the installation runs: what waits, which jobs ran, which processes serve. Counts only, nobody's records.</summary>
public sealed class OperationsDesk(TalentHubDb db, DatabaseSettings settings, IEnumerable<IJob> jobs, ReadLog looks, InstanceName name, TimeProvider clock) : IService
{
    private const int MostMails = 20;

    /// <summary>Four signs of life may be missed before a process counts as away.</summary>
    private static readonly TimeSpan Here = Heartbeat.Every * 4;

    /// <summary>Four questions on SQLite, five on SQL Server.</summary>
    /// <param name="dataFolder">Whose disk is looked at.</param>
    public async Task<OperationsFigures> ReadAsync(string dataFolder, CancellationToken ct)
    {
        return new OperationsFigures(
            await CountAsync(ct), looks.Waiting, await JobsAsync(ct), await FailedMailsAsync(ct), await InstancesAsync(ct), Disk(dataFolder), await DatabaseFacts.ReadAsync(db, settings, ct));
    }

    /// <summary>What waits, and how many looks of this process are not written yet.</summary>
    public async Task<(QueueFigures Queues, int Looks)> QueuesAsync(CancellationToken ct) => (await CountAsync(ct), looks.Waiting);

    /// <summary>The next look of a timer runs it, wherever that is; its lease still decides which process may.</summary>
    /// <exception cref="DomainException">It runs at this moment.</exception>
    /// <returns>False when there is no such job.</returns>
    public async Task<bool> RunSoonAsync(string job, CancellationToken ct)
    {
        if (jobs.All(j => j.Name != job))
        {
            return false;
        }

        var now = clock.UtcNow();
        var lease = await db.JobLeases.SingleOrDefaultAsync(l => l.Name == job, ct) ?? db.JobLeases.Add(new JobLease { Name = job, Until = now }).Entity;
        Require.That(lease.Holder is null || lease.Until <= now, "This job runs at this moment; look again when it has ended.");
        lease.NextAt = now;
        db.Audit(new AuditNote(AuditAction.JobAsked, RecordKind.Installation, Detail: job));
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>All counts in one question, whoever may see the rows: an installation has a company, so there is a row to hang them on.</summary>
    private async Task<QueueFigures> CountAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        return await db.Companies.IgnoreQueryFilters(TalentHubDb.Sight).OrderBy(c => c.Id).Select(c => new QueueFigures(
            db.Outbox.Count(m => m.State == MailState.Waiting),
            db.Outbox.Count(m => m.State == MailState.Failed),
            db.Outbox.Where(m => m.State == MailState.Waiting && m.NotBefore <= now).Min(m => (DateTime?)m.NotBefore),
            db.Files.Count(f => f.ReadState == ReadState.Waiting),
            db.AuditEntries.Count(e => e.Id > (db.AuditHeads.Max(h => (long?)h.SealedThrough) ?? 0) && !db.AuditSeals.Any(s => s.EntryId == e.Id)),
            db.Files.Count(f => f.PersonId == null && f.DropAt <= now),
            db.ErasedPeople.Count(e => e.ScrubbedAt == null),
            db.WorkItems.Count(),
            db.Files.Count(f => f.Size >= 0),   // EF Core takes two counts without a condition for the same one, whatever their tables
            db.Files.Sum(f => f.Size))).FirstOrDefaultAsync(ct) ?? new QueueFigures(0, 0, null, 0, 0, 0, 0, 0, 0, 0);
    }

    private async Task<IReadOnlyList<JobFigures>> JobsAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var leases = await db.JobLeases.AsNoTracking().ToDictionaryAsync(l => l.Name, ct);
        return
        [
            .. jobs.OrderBy(j => j.Name, StringComparer.Ordinal).Select(job => leases.GetValueOrDefault(job.Name) is { } lease
                ? new JobFigures(
                    job.Name, job.Every, lease.LastStartedAt, lease.LastEndedAt, lease.LastRanBy, lease.LastError, lease.Failures, lease.NextAt, lease.Until > now ? lease.Holder : null)
                : new JobFigures(job.Name, job.Every, null, null, null, null, 0, null, null)),
        ];
    }

    private async Task<IReadOnlyList<FailedMail>> FailedMailsAsync(CancellationToken ct) =>
        await db.Outbox.AsNoTracking().Where(m => m.State == MailState.Failed).OrderByDescending(m => m.Id).Take(MostMails)
            .Select(m => new FailedMail(m.Id, m.Template, m.LastError, m.CreatedAt, m.Tries)).ToListAsync(ct);

    private async Task<IReadOnlyList<InstanceFigures>> InstancesAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var (lately, here) = (now - Instances.Lately, now - Here);
        return await db.ServingInstances.AsNoTracking().Where(i => i.SeenAt >= lately).OrderByDescending(i => i.SeenAt).ThenBy(i => i.Name).Take(50)
            .Select(i => new InstanceFigures(i.Name, i.Version, i.StartedAt, i.SeenAt, i.SeenAt >= here, i.Name == name.Value)).ToListAsync(ct);
    }

    private static DiskFigures Disk(string folder)
    {
        try
        {
            var drive = new DriveInfo(folder);
            return new DiskFigures(drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return new DiskFigures(null, null);
        }
    }
}
