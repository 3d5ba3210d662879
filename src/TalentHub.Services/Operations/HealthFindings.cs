using TalentHub.Domain.Common;

namespace TalentHub.Services.Operations;

/// <summary>Something that an administrator should know.</summary>
/// <param name="Do">What to do about it.</param>
/// <param name="IsPressing">It stops people's work, or soon will.</param>
public sealed record HealthFinding(Sentence Says, Sentence Do, bool IsPressing);

/// <summary>What readiness found, each by itself.</summary>
public sealed record Readiness(bool Database, bool Schema, bool Disk, bool Keys);

/// <summary>Reads the figures as somebody would who knows the installation.</summary>
public static class HealthFindings
{
    private const long LittleRoom = 2_000_000_000;
    private const long LongLog = 1_000_000_000;
    private const int ManyUnsealed = 5_000;
    private const int ManyFailures = 3;
    private const int ManyToRead = 200;
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(15);

    /// <summary>A timer looks every few seconds, but one job may have to wait for another.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(15);

    public static IReadOnlyList<HealthFinding> Of(OperationsFigures figures, Readiness ready, bool isSending, DateTime now) =>
        [.. Installation(figures, ready).Concat(Mail(figures.Queues, isSending, now)).Concat(Jobs(figures, now)).Concat(Queues(figures)).OrderByDescending(f => f.IsPressing)];

    private static IEnumerable<HealthFinding> Installation(OperationsFigures figures, Readiness ready)
    {
        if (!ready.Schema)
        {
            yield return Pressing("The database's schema is not the one of this version.", "Run the verb migrate, or start a process of this version: it brings the schema up to date.");
        }

        if (!ready.Keys)
        {
            yield return Pressing("The keys that protect cookies and links do not work.", "Look into the log of the process; the keys stand in the database, in DataProtectionKeys.");
        }

        if (!ready.Disk)
        {
            yield return Pressing("No file can be written into the data folder.", "Make room on its disk, and let the account of the process write there.");
        }
        else if (figures.Disk.Free < LittleRoom)
        {
            yield return Pressing("Little room is left on the disk of the data folder.", "Make room before it is full: uploads and, on SQLite, every change need it.");
        }

        if (figures.Database.Log > LongLog)
        {
            yield return Later("The database's log has grown long.", "On SQLite something reads for hours without an end: restart the processes. On SQL Server back up the log.");
        }

        if (figures.Instances.Where(i => i.IsHere).Select(i => i.Version).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            yield return Later("Processes of different versions serve this database.", "Fine during an upgrade; bring all to one version soon.");
        }
    }

    private static IEnumerable<HealthFinding> Mail(QueueFigures queues, bool isSending, DateTime now)
    {
        if (queues.MailFailed > 0)
        {
            yield return new HealthFinding(
                new Sentence("Mails that could not be sent: {count}.", ("count", queues.MailFailed)), "See that the mail server answers (TALENTHUB_SMTP), then send them again below.", IsPressing: true);
        }

        if (queues.OldestDueMail is { } due && now - due > LongWait)
        {
            yield return Pressing("Mails wait longer than they should.", "See whether the job outbox runs and whether the mail server answers.");
        }

        if (!isSending)
        {
            yield return Later("No mail server is set: mails are kept and go nowhere.", "Set TALENTHUB_SMTP and TALENTHUB_MAIL_FROM, and start again.");
        }
    }

    private static IEnumerable<HealthFinding> Jobs(OperationsFigures figures, DateTime now)
    {
        foreach (var job in figures.Jobs)
        {
            if (job.Failures >= ManyFailures)
            {
                yield return new HealthFinding(
                    new Sentence("The job {job} failed {count} times in a row: {fault}.", ("job", job.Name), ("count", job.Failures), ("fault", job.LastError ?? "?")),
                    "The log of the process that ran it says why; it is tried again by itself.", IsPressing: true);
            }
            else if (job.Holder is null && job.NextAt is { } next && now - next > Slack)
            {
                yield return new HealthFinding(new Sentence("The job {job} should have run long ago.", ("job", job.Name)), "See whether a process serves this database, and whether its log says why.", IsPressing: true);
            }
        }
    }

    private static IEnumerable<HealthFinding> Queues(OperationsFigures figures)
    {
        if (figures.Queues.Unsealed > ManyUnsealed)
        {
            yield return Pressing("Many entries of the audit log wait for their seal.", "See whether the job audit-seal fails; audit verify says whether the log is whole.");
        }

        if (figures.Queues.ToRead > ManyToRead)
        {
            yield return Later("Many files wait to be read.", "They are read two at a time in each process; more processes read faster.");
        }
    }

    private static HealthFinding Pressing(string says, string then) => new(says, then, IsPressing: true);

    private static HealthFinding Later(string says, string then) => new(says, then, IsPressing: false);
}
