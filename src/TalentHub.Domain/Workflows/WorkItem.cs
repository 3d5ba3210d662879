using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Timeline;

namespace TalentHub.Domain.Workflows;

/// <summary>What the person has to do; Today is grouped by it.</summary>
public enum WorkKind
{
    Decide,
    Write,
    Meet,
    Do,
}

/// <summary>
/// One thing that waits for somebody. *Today* reads only this table. Rows are recomputed for a subject in the same transaction as each of its moves.
/// Waits for one person (<see cref="AssigneeId"/>) or for whoever holds a capability (<see cref="Queue"/>).
/// </summary>
public sealed class WorkItem
{
    private WorkItem()
    {
        Machine = State = Template = Link = string.Empty;
    }

    /// <param name="since">Since when it waits; what is due before that has waited since it was due, so that nothing is late for longer than it waits.</param>
    /// <param name="shownFrom">Null shows it at once; else it stays out of Today until then, because nothing is asked of anybody before.</param>
    /// <param name="shownUntil">Null shows it until it is done; else it is too late from then on.</param>
    public WorkItem(
        string machine, long subjectId, WorkKind kind, long? assigneeId, Capability? queue, Sentence says, string link, DateTime since, DateTime? dueAt = null,
        int weight = 1, DateTime? shownFrom = null, DateTime? shownUntil = null)
    {
        if ((assigneeId is null) == (queue is null))
        {
            throw new ArgumentException("Work waits for one person or for one queue.", nameof(assigneeId));
        }

        Machine = machine;
        State = string.Empty;
        SubjectId = subjectId;
        Kind = kind;
        AssigneeId = assigneeId;
        Queue = queue;
        Template = says.Template;
        Values = EntryValue.Of(says);
        Link = link;
        Since = dueAt < since ? dueAt.Value : since;
        DueAt = dueAt;
        Weight = weight;
        ShownFrom = shownFrom;
        ShownUntil = shownUntil;
    }

    public long Id { get; private set; }

    public string Machine { get; private set; }

    public long SubjectId { get; private set; }

    /// <summary>The state of the subject in which it waits; Flow counts what is overdue in each.</summary>
    public string State { get; private set; }

    public WorkKind Kind { get; private set; }

    public long? AssigneeId { get; private set; }

    public Capability? Queue { get; private set; }

    public string Template { get; private set; }

    public List<EntryValue> Values { get; private set; } = [];

    /// <summary>The page where it is done, a local path.</summary>
    public string Link { get; private set; }

    /// <summary>Since when it waits.</summary>
    public DateTime Since { get; private set; }

    /// <summary>When it should be done; past that it is overdue.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>Heavier first among equals: 3 blocks others, 2 matters, 1 usual.</summary>
    public int Weight { get; private set; }

    /// <summary>Not in Today before this instant; null for at once.</summary>
    public DateTime? ShownFrom { get; private set; }

    /// <summary>Not in Today from this instant on, whether or not anybody did it: an answer to what has begun, a meeting that is over. Null for as long as it waits.</summary>
    public DateTime? ShownUntil { get; private set; }

    /// <summary>Called where the subject's state is known.</summary>
    public WorkItem Standing(string state)
    {
        State = state;
        return this;
    }

    /// <summary>Same place in the world: kept, with its own row and age, when the subject is recomputed.</summary>
    public bool IsSame(WorkItem other) => State == other.State && IsSameWork(other);

    /// <summary>The record went on, and the same thing is asked of the same people as before: it waits since then.</summary>
    public void GoesOn(WorkItem before)
    {
        if (IsSameWork(before) && before.Since < Since)
        {
            Since = before.Since;
        }
    }

    private bool IsSameWork(WorkItem other) =>
        Kind == other.Kind && AssigneeId == other.AssigneeId && Queue == other.Queue && Template == other.Template && Link == other.Link && DueAt == other.DueAt && ShownFrom == other.ShownFrom
        && ShownUntil == other.ShownUntil;
}
