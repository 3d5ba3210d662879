namespace TalentHub.Reader;

/// <summary>Why a file was not read, as the exit code. The parent process maps the same numbers: keep both in step.</summary>
public enum RefusalCode
{
    Usage = 2,
    Unsupported = 10,
    Encrypted = 11,
    Empty = 12,
    NoText = 13,
    Damaged = 14,
    TooBig = 15,
}

/// <summary>A file that is refused on purpose, with the reason in one line.</summary>
public sealed class RefusedException(RefusalCode code, string reason) : Exception(reason)
{
    public RefusalCode Code { get; } = code;
}

/// <summary>Limits inside the reader; memory and time are watched by the parent besides.</summary>
public static class Limits
{
    public const long FileBytes = 20 * 1024 * 1024;
    public const int OutputBytes = 1024 * 1024;

    /// <summary>More characters than this are never collected; the output is cut at <see cref="OutputBytes"/> anyway.</summary>
    public const int Characters = 1024 * 1024;

    /// <summary>Zip entries: a document of Word has some dozens.</summary>
    public const int Entries = 4096;

    /// <summary>Unpacked bytes of one XML part.</summary>
    public const long PartBytes = 48 * 1024 * 1024;

    /// <summary>XML elements inside each other; Word itself stays below a hundred.</summary>
    public const int XmlDepth = 300;

    public const int Pages = 40;

    /// <summary>Letters of one page; a full page of small print has about ten thousand.</summary>
    public const int LettersOnPage = 60_000;
}
