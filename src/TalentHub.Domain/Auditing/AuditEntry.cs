using System.Security.Cryptography;
using System.Text;

namespace TalentHub.Domain.Auditing;

/// <summary>
/// One line of the audit log: who did what on which record, when, from where, and how it ended. Only ever added. Everything but <see cref="Text"/> and its salt goes into the chain
/// (<see cref="AuditChain"/>), so nothing here may name a person in words.
/// </summary>
public sealed class AuditEntry
{
    public const int CapacityLength = 200;
    public const int DetailLength = 200;
    public const int NetworkLength = 60;
    public const int ReferenceLength = 60;
    public const int TextLength = 2000;

    private const int SaltBytes = 16;

    private AuditEntry()
    {
    }

    public AuditEntry(AuditOrigin by, AuditNote note, DateTime at)
    {
        At = at;
        Door = by.Door;
        PersonId = by.PersonId;
        AccountId = by.AccountId;
        OnBehalfOf = by.OnBehalfOf;
        Capacity = Cut(by.Capacity, CapacityLength);
        Network = Cut(by.Network, NetworkLength);
        Reference = Cut(by.Reference, ReferenceLength);
        Action = note.Action;
        Record = note.Record;
        RecordId = note.RecordId;
        SubjectPersonId = note.SubjectPersonId;
        Detail = Cut(note.Detail, DetailLength);
        Result = note.Result;
        if (Cut(note.Text, TextLength) is { } text)
        {
            Text = text;
            TextSalt = RandomNumberGenerator.GetBytes(SaltBytes);
            TextHash = HashOf(text, TextSalt);
        }
    }

    public long Id { get; private set; }

    public DateTime At { get; private set; }

    public AuditDoor Door { get; private set; }

    /// <summary>Who did it; null for the system, an operator and strangers.</summary>
    public long? PersonId { get; private set; }

    /// <summary>With which account; at a failed sign-in the one that was tried.</summary>
    public long? AccountId { get; private set; }

    /// <summary>For whom a delegate acted.</summary>
    public long? OnBehalfOf { get; private set; }

    /// <summary>The roles held then, or what the signed link was for.</summary>
    public string? Capacity { get; private set; }

    public AuditAction Action { get; private set; }

    public RecordKind Record { get; private set; }

    public long? RecordId { get; private set; }

    /// <summary>Whom the record is about.</summary>
    public long? SubjectPersonId { get; private set; }

    /// <summary>Codes: names of fields, a move, a page.</summary>
    public string? Detail { get; private set; }

    /// <summary>The neighbourhood of the address: /24 or /64.</summary>
    public string? Network { get; private set; }

    public AuditResult Result { get; private set; }

    /// <summary>The same for everything of one request.</summary>
    public string? Reference { get; private set; }

    /// <summary>What somebody wrote: a reason. Null also once it was blanked.</summary>
    public string? Text { get; private set; }

    /// <summary>Goes with the text: without it nobody can try texts against the hash.</summary>
    public byte[]? TextSalt { get; private set; }

    /// <summary>SHA-256 over salt and text; stands in the chain when the text is gone.</summary>
    public byte[]? TextHash { get; private set; }

    /// <summary>False where a text is there and is not the one that was written.</summary>
    public bool TextIsWhole => Text is null ? TextSalt is null : TextSalt is not null && TextHash is not null && HashOf(Text, TextSalt).AsSpan().SequenceEqual(TextHash);

    private static byte[] HashOf(string text, byte[] salt) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text)]);

    private static string? Cut(string? text, int length) => string.IsNullOrEmpty(text) ? null : text.Length <= length ? text : text[..length];
}
