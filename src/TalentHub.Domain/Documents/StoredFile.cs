using TalentHub.Domain.Common;

namespace TalentHub.Domain.Documents;

/// <summary>What a file is for; retention and rights go by it.</summary>
public enum FileKind
{
    Resume,
    CoverLetter,
    WorkSample,
    Certificate,
    OfferLetter,

    /// <summary>Given before day one: an identity document, a permit. Read by HR only.</summary>
    Onboarding,

    /// <summary>A picture of the hire, without what the camera wrote into it. Seen by HR and by themself.</summary>
    Photo,
    Other,
}

/// <summary>How far the reading of a file's text has come.</summary>
public enum ReadState
{
    /// <summary>Nobody asked for its text.</summary>
    NotRead,

    /// <summary>Waits for the reader.</summary>
    Waiting,
    Read,

    /// <summary>Whole, but without text: a scan or a picture. It can be looked at.</summary>
    NoText,

    /// <summary>Damaged, protected or too hard to read; <see cref="StoredFile.Problem"/> says why.</summary>
    Unreadable,
}

/// <summary>It is a person's now, and stays.</summary>
public sealed record FileGiven(StoredFile File) : IDomainEvent;

/// <summary>
/// The row of one uploaded or made file. The bytes lie outside the web root under a random name; the name that the person gave is text to show, never a path.
/// </summary>
public sealed class StoredFile : Entity
{
    public const int NameLength = 200;
    public const int ProblemLength = 300;

    /// <summary>Reading hands over at most this much.</summary>
    public const int TextLength = 1_000_000;

    /// <summary>A file that nobody sent stays this long.</summary>
    public static readonly TimeSpan UnsentFor = TimeSpan.FromHours(24);

    private StoredFile() => FileName = ContentType = Sha256 = StorageName = string.Empty;

    /// <param name="contentType">By content, not by what the browser said.</param>
    /// <param name="claimHash">For a file uploaded before its form is sent: the hash of the token by which the sender claims it.</param>
    public StoredFile(
        long? personId, FileKind kind, string? fileName, string contentType, long size, string sha256, string storageName, DateTime at, string? claimHash = null)
    {
        Require.That((personId is null) != (claimHash is null), "A file belongs to a person or waits for one.");
        PersonId = personId;
        Kind = kind;
        FileName = CleanName(fileName);
        ContentType = contentType;
        Size = size;
        Sha256 = sha256;
        StorageName = storageName;
        UploadedAt = at;
        ClaimHash = claimHash;
        DropAt = personId is null ? at + UnsentFor : null;
        if (personId is not null)
        {
            Raise(new FileGiven(this));
        }
    }

    /// <summary>Null until the form that it came with is sent.</summary>
    public long? PersonId { get; private set; }

    public FileKind Kind { get; private set; }

    /// <summary>As given, without folders and control characters.</summary>
    public string FileName { get; private set; }

    public string ContentType { get; private set; }

    public long Size { get; private set; }

    /// <summary>Hex, lower-case.</summary>
    public string Sha256 { get; private set; }

    public string StorageName { get; private set; }

    public DateTime UploadedAt { get; private set; }

    /// <summary>When it is dropped if nobody sends it.</summary>
    public DateTime? DropAt { get; private set; }

    public string? ClaimHash { get; private set; }

    public ReadState ReadState { get; private set; }

    /// <summary>Its text, once read.</summary>
    public string? Text { get; private set; }

    /// <summary>What was found in the text, as JSON; proposals only, nobody's data until a person confirms them.</summary>
    public string? Facts { get; private set; }

    /// <summary>Why there is no text, an English sentence and the key of its translation.</summary>
    public string? Problem { get; private set; }

    public void AwaitReading() => ReadState = ReadState.Waiting;

    public void ReadAs(string text, string? facts)
    {
        Text = text.Length <= TextLength ? text : text[..TextLength];
        Facts = facts;
        Problem = null;
        ReadState = ReadState.Read;
    }

    /// <param name="isWhole">It opens, there is only no text in it.</param>
    public void CouldNotBeRead(string problem, bool isWhole = false)
    {
        Text = Facts = null;
        Problem = problem;
        ReadState = isWhole ? ReadState.NoText : ReadState.Unreadable;
    }

    /// <summary>The form was sent: it is this person's now, and stays.</summary>
    public void GiveTo(long personId)
    {
        Require.That(PersonId is null || PersonId == personId, "This file belongs to someone else.");
        if (PersonId is null)
        {
            Raise(new FileGiven(this));
        }

        PersonId = personId;
        ClaimHash = null;
        DropAt = null;
    }

    /// <summary>The last part of a path, without control characters and direction marks, short enough to be shown.</summary>
    public static string CleanName(string? given)
    {
        var name = given ?? string.Empty;
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = new string([.. name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not (>= '\u200B' and <= '\u200F') and not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069'))]).Trim(' ', '.');
        if (name.Length > NameLength)
        {
            var dot = name.LastIndexOf('.');
            var ending = dot > 0 && name.Length - dot <= 10 ? name[dot..] : string.Empty;
            name = name[..(NameLength - ending.Length)] + ending;
        }

        return name.Length == 0 ? "file" : name;
    }
}
