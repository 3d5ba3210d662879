using TalentHub.Data.Setup;

namespace TalentHub.Services.Operations;

/// <summary>What waits to be done, and how much is kept.</summary>
/// <param name="OldestDueMail">When the oldest waiting mail should have left; null when none is due.</param>
/// <param name="Unsealed">Entries of the audit log that are not in its chain yet.</param>
/// <param name="FilesToDrop">Uploaded, never sent, and past their day.</param>
/// <param name="Erasures">Erased people whose files or free pages are still to be cleaned.</param>
/// <param name="WorkItems">What waits for somebody, all together.</param>
public sealed record QueueFigures(
    int MailWaiting, int MailFailed, DateTime? OldestDueMail, int ToRead, int Unsealed, int FilesToDrop, int Erasures, int WorkItems, int Files, long FileBytes);

/// <summary>A job as it stands.</summary>
/// <param name="Holder">The process that runs it now; null when none does.</param>
/// <param name="LastError">The kind of the last fault; null when the last run was well.</param>
public sealed record JobFigures(
    string Name, TimeSpan Every, DateTime? LastStartedAt, DateTime? LastEndedAt, string? LastRanBy, string? LastError, int Failures, DateTime? NextAt, string? Holder)
{
    /// <summary>How long the last run took; null while there is none that ended.</summary>
    public TimeSpan? LastTook => LastStartedAt is { } start && LastEndedAt is { } end && end >= start ? end - start : null;
}

/// <summary>A mail that was given up.</summary>
/// <param name="Template">What kind of mail; whom it is for stands on the mail page.</param>
public sealed record FailedMail(long Id, string Template, string? Error, DateTime CreatedAt, int Tries);

/// <summary>A process that serves this database, or did until lately.</summary>
/// <param name="IsHere">It said so within the last minute.</param>
/// <param name="IsThis">The one that answers.</param>
public sealed record InstanceFigures(string Name, string Version, DateTime StartedAt, DateTime SeenAt, bool IsHere, bool IsThis);

/// <summary>Room on the disk of the data folder, in bytes; null where the system does not say.</summary>
public sealed record DiskFigures(long? Free, long? Total);

/// <summary>All that the operations page shows.</summary>
/// <param name="LooksWaiting">Reads that this process has not yet written into the audit log.</param>
public sealed record OperationsFigures(
    QueueFigures Queues, int LooksWaiting, IReadOnlyList<JobFigures> Jobs, IReadOnlyList<FailedMail> FailedMails, IReadOnlyList<InstanceFigures> Instances, DiskFigures Disk, DatabaseFacts Database);
