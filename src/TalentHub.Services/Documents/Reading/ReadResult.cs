namespace TalentHub.Services.Documents.Reading;

/// <summary>Why no text came out of an uploaded file.</summary>
public enum ReadRefusal
{
    Unsupported,
    Encrypted,
    Empty,
    NoText,
    Damaged,
    TooBig,

    /// <summary>The reader was ended because it took too long or grew too large: the file is hostile or far too complex.</summary>
    TooHard,

    /// <summary>The reader itself could not be started; the file may be fine and can be read later.</summary>
    Unavailable,
}

/// <summary>The text of an uploaded file, or why there is none; never both.</summary>
public sealed record ReadResult(string? Text, ReadRefusal? Refusal)
{
    public static ReadResult Of(string text) => new(text, null);

    public static ReadResult Refused(ReadRefusal refusal) => new(null, refusal);
}

public static class ReadRefusals
{
    /// <summary>The reason in English; this text is the key of its translation.</summary>
    public static string Sentence(this ReadRefusal refusal) => refusal switch
    {
        ReadRefusal.Unsupported => "This kind of file cannot be read. Use PDF, Word (.docx) or plain text.",
        ReadRefusal.Encrypted => "This file is protected by a password. Save it without one and upload it again.",
        ReadRefusal.Empty => "This file is empty.",
        ReadRefusal.NoText => "No text found in this file. It may be a scan or a picture.",
        ReadRefusal.Damaged => "This file is damaged and cannot be read.",
        ReadRefusal.TooBig => "This file is too big to be read.",
        ReadRefusal.TooHard => "This file takes too long or too much memory to read.",
        ReadRefusal.Unavailable => "The file cannot be read at the moment. Please try again later.",
    };
}
