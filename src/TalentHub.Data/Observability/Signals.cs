using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TalentHub.Data.Observability;

/// <summary>
/// What the product tells of itself: counts, durations, and spans of work. Only names of machines, moves, jobs and outcomes are attached, never a record or a person. While nobody
/// listens a signal costs a look whether somebody does.
/// </summary>
public static class Signals
{
    public const string Name = "TalentHub";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Moves of machines: <c>machine</c>, <c>trigger</c>, <c>outcome</c> (done, refused).</summary>
    public static readonly Counter<long> Moves = Meter.CreateCounter<long>("talenthub.moves", "{move}", "Moves of state machines, and those that were refused");

    /// <summary>Runs of jobs in seconds: <c>job</c>, <c>outcome</c> (done, failed, stopped, lost).</summary>
    public static readonly Histogram<double> JobRuns = Meter.CreateHistogram<double>("talenthub.job.duration", "s", "Runs of timer jobs");

    /// <summary>Mails that left, or did not: <c>outcome</c> (sent, kept, retried, failed).</summary>
    public static readonly Counter<long> Mails = Meter.CreateCounter<long>("talenthub.mails", "{mail}", "Mails of the outbox by what became of them");

    /// <summary>Readings of uploaded files in seconds: <c>outcome</c> (read, or why not).</summary>
    public static readonly Histogram<double> Readings = Meter.CreateHistogram<double>("talenthub.reader.duration", "s", "Readings of uploaded files");

    /// <summary>Pages that were not shown because the look could not be written down.</summary>
    public static readonly Counter<long> LooksRefused = Meter.CreateCounter<long>("talenthub.looks.refused", "{page}", "Pages refused because the queue of the audit log was full");

    /// <summary>How much waits: <c>queue</c> (see <see cref="Queues"/>).</summary>
    public const string QueueLength = "talenthub.queue.length";

    /// <summary>What waits, measured now and then while somebody listens.</summary>
    public static readonly IReadOnlyList<string> Queues = ["mail_waiting", "mail_failed", "files_to_read", "files_to_remove", "erasures", "looks", "audit_unsealed", "work"];

    /// <summary>All instruments; docs/operations.md lists them, and a test compares.</summary>
    public static readonly IReadOnlyList<string> Names = [Moves.Name, JobRuns.Name, Mails.Name, Readings.Name, LooksRefused.Name, QueueLength];

    public static void Moved(string machine, string trigger, bool isDone) =>
        Moves.Add(1, new("machine", machine), new("trigger", trigger), new("outcome", isDone ? "done" : "refused"));

    public static void Mailed(string outcome) => Mails.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Has the lengths of the queues asked for whenever somebody collects.</summary>
    public static void Measure(Func<IEnumerable<Measurement<long>>> lengths) => Meter.CreateObservableGauge(QueueLength, lengths, "{item}", "How much waits");
}
