using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentHub.Data.Saving;

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>Waits for its time, then for the sender.</summary>
    Waiting,

    /// <summary>Handed to the server, or kept where none is configured.</summary>
    Sent,

    /// <summary>Called back before its time.</summary>
    Recalled,

    /// <summary>Given up after several tries; an administrator can send it again.</summary>
    Failed,
}

/// <summary>
/// A mail that leaves after the transaction that caused it. At least once; a repeat carries the same Message-ID. Links that sign someone in stand in
/// <see cref="SecretBody"/>, protected at rest and erased once sent.
/// </summary>
public sealed class OutboxMail
{
    public long Id { get; set; }

    /// <summary>Which template it was made from: <c>application-rejected</c>.</summary>
    public string Template { get; set; } = string.Empty;

    public string Language { get; set; } = "en";

    public string To { get; set; } = string.Empty;

    /// <summary>Null for an address without a record (an invitation).</summary>
    public long? PersonId { get; set; }

    /// <summary>The machine and subject that caused it, by which it is recalled.</summary>
    public string? Machine { get; set; }

    public long? SubjectId { get; set; }

    public string Subject { get; set; } = string.Empty;

    /// <summary>Plain text. Secret links are masked here ("…").</summary>
    public string Body { get; set; } = string.Empty;

    /// <summary>The body with its links, protected; null when there is nothing secret or once it was sent.</summary>
    public string? SecretBody { get; set; }

    /// <summary>A calendar file, when there is one.</summary>
    public string? Calendar { get; set; }

    /// <summary>REQUEST or CANCEL, for the calendar file.</summary>
    public string? CalendarMethod { get; set; }

    public string MessageId { get; set; } = string.Empty;

    public MailState State { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Not before this: the recall delay.</summary>
    public DateTime NotBefore { get; set; }

    public DateTime? SentAt { get; set; }

    public int Tries { get; set; }

    public string? LastError { get; set; }
}

internal sealed class OutboxMailMap : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> mail)
    {
        mail.ToTable("Outbox");
        mail.Property(m => m.Template).HasMaxLength(60);
        mail.Property(m => m.Language).HasMaxLength(10);
        mail.Property(m => m.To).HasMaxLength(254);
        mail.Property(m => m.Machine).HasMaxLength(40);
        mail.Property(m => m.Subject).HasMaxLength(400);
        mail.Property(m => m.CalendarMethod).HasMaxLength(10);
        mail.Property(m => m.MessageId).HasMaxLength(200);
        mail.HasIndex(m => new { m.State, m.NotBefore });
        mail.HasIndex(m => new { m.Machine, m.SubjectId });
        mail.HasIndex(m => m.PersonId);
    }
}
