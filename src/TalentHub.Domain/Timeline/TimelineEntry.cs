using TalentHub.Domain.Common;

namespace TalentHub.Domain.Timeline;

/// <summary>What kind of thing stands on a person's timeline.</summary>
public enum EntryKind
{
    Move,
    Note,
    Mail,
    Meeting,
    File,

    /// <summary>A mark, a scorecard: that it was made, not what it says.</summary>
    Review,
    Fact,
}

/// <summary>Who may read an entry, beside the person's own visibility.</summary>
public enum EntryAudience
{
    /// <summary>Those who see the person's applications: recruiters, HR, the job's hiring manager.</summary>
    HiringTeam,

    /// <summary>Whoever may see the person at all; also the person, once employed.</summary>
    Everyone,

    /// <summary>Those who see offers.</summary>
    Pay,

    /// <summary>HR only.</summary>
    HR,

    /// <summary>Only the author.</summary>
    Private,
}

/// <summary>One line on the one timeline of a person: who did what, when, and why.</summary>
public sealed class TimelineEntry
{
    public const int TextLength = 4000;

    private TimelineEntry() => Template = string.Empty;

    public TimelineEntry(
        long personId, DateTime at, EntryKind kind, EntryAudience audience, Sentence says, long? actorId, string? machine, long? subjectId, long? requisitionId, string? text)
    {
        PersonId = personId;
        At = at;
        Kind = kind;
        Audience = audience;
        Template = says.Template;
        Values = EntryValue.Of(says);
        ActorId = actorId;
        Machine = machine;
        SubjectId = subjectId;
        RequisitionId = requisitionId;
        Text = Require.AtMost(text, TextLength);
    }

    public long Id { get; private set; }

    /// <summary>Whose timeline.</summary>
    public long PersonId { get; private set; }

    public DateTime At { get; private set; }

    public EntryKind Kind { get; private set; }

    public EntryAudience Audience { get; private set; }

    /// <summary>English sentence with places; translated when shown.</summary>
    public string Template { get; private set; }

    public List<EntryValue> Values { get; private set; } = [];

    /// <summary>Null when the system did it.</summary>
    public long? ActorId { get; private set; }

    public string? Machine { get; private set; }

    public long? SubjectId { get; private set; }

    /// <summary>The job it belongs to: a hiring manager reads only their own jobs' entries.</summary>
    public long? RequisitionId { get; private set; }

    /// <summary>The words someone wrote: a note, a reason.</summary>
    public string? Text { get; private set; }
}

/// <summary>A named value of a sentence, as text; a text in two languages keeps both.</summary>
public sealed record EntryValue(string Name, string Value, string? Zh = null)
{
    /// <summary>What to put into the sentence.</summary>
    public (string Name, object? Value) Shown() => (Name, Zh is null ? Value : new Bilingual(Value, Zh));

    internal static List<EntryValue> Of(Sentence says) => [.. says.Values.Select(v => v.Value is Bilingual both && both.En != both.Zh
        ? new EntryValue(v.Name, both.En, both.Zh)
        : new EntryValue(v.Name, Convert.ToString(v.Value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty))];
}

/// <summary>Implemented by aggregates whose moves belong on a person's timeline.</summary>
public interface IOnTimeline
{
    /// <summary>Whose; null if no one's (a requisition).</summary>
    long? TimelinePersonId { get; }

    /// <summary>The job that it belongs to, if any.</summary>
    long? TimelineRequisitionId { get; }

    EntryAudience TimelineAudience { get; }
}
