using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Timeline;

namespace TalentHub.Domain.Screening;

/// <summary>Free text for colleagues about a person; never shown to the candidate.</summary>
public sealed class Note : Entity
{
    public const int TextLength = TimelineEntry.TextLength;

    /// <summary>Who may be chosen as its readers.</summary>
    public static readonly EntryAudience[] Audiences = [EntryAudience.HiringTeam, EntryAudience.HR, EntryAudience.Private];

    private Note() => Text = string.Empty;

    public Note(Actor by, DateTime at, long personId, long? requisitionId, long? applicationId, EntryAudience audience, string? text)
    {
        Require.That(by.May(Capability.WriteNotes), "You do not hold the right to do this.");
        Require.That(Audiences.Contains(audience), "Choose who may read it.", "Audience");
        PersonId = personId;
        RequisitionId = requisitionId;
        ApplicationId = applicationId;
        AuthorId = by.PersonId;
        Audience = audience;
        Text = Require.Text(text, "Write something.", TextLength, "Text");
        WrittenAt = at;
        Raise(new NoteWritten(this, by, at));
    }

    public long PersonId { get; private set; }

    /// <summary>The job in whose course it was written; its hiring manager reads it.</summary>
    public long? RequisitionId { get; private set; }

    public long? ApplicationId { get; private set; }

    public long AuthorId { get; private set; }

    public EntryAudience Audience { get; private set; }

    public string Text { get; private set; }

    public DateTime WrittenAt { get; private set; }
}

public sealed record NoteWritten(Note Note, Actor By, DateTime At) : IDomainEvent;
