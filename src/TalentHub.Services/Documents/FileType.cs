using System.IO.Compression;
using System.Text;
using TalentHub.Domain.Common;

namespace TalentHub.Services.Documents;

/// <summary>The kinds of file that people may send us, told by what is in them; the name and the browser's word count for nothing.</summary>
public static class FileType
{
    public const string Pdf = "application/pdf";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Text = "text/plain; charset=utf-8";

    /// <summary>Every form that takes a file names its field so.</summary>
    public const string Field = "File";

    public const string Unsupported = "This kind of file cannot be read. Use PDF, Word (.docx) or plain text.";
    public const string Encrypted = "This file is protected by a password. Save it without one and upload it again.";
    public const string Damaged = "This file is damaged and cannot be read.";
    public const string Bomb = "This file unpacks to far more than a document needs. Save it anew, or as PDF.";

    /// <summary>What the parts of a document may unpack to; the largest honest ones hold a few pictures.</summary>
    private const long UnpackedLimit = 200L * 1024 * 1024;
    private const int MostParts = 5000;
    private const int HeadLength = 1024;

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The content type of a seekable stream, or a refusal in words.</summary>
    /// <exception cref="DomainException">Not among the kinds that we take, protected, damaged, or a bomb.</exception>
    public static string Of(Stream content)
    {
        var head = new byte[(int)Math.Min(HeadLength, content.Length)];
        content.Position = 0;
        content.ReadExactly(head);
        if (head.AsSpan().IndexOf("%PDF-"u8) >= 0)
        {
            return Pdf;
        }

        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return OfPackage(content);
        }

        if (head.AsSpan().StartsWith(CompoundFile))
        {
            throw Refused(Contains(content, Encoding.Unicode.GetBytes("EncryptedPackage")) ? Encrypted : Unsupported);
        }

        return IsText(content, head) ? Text : throw Refused(Unsupported);
    }

    /// <summary>Reads only the list of parts at the end of the file, never a part.</summary>
    private static string OfPackage(Stream content)
    {
        content.Position = 0;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var isWord = false;
            var unpacked = 0L;
            foreach (var part in zip.Entries)
            {
                unpacked += part.Length;
                isWord |= part.FullName == "word/document.xml";
                Require.That(!part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase), "This file carries macros. Save it as .docx or PDF.", Field);
            }

            Require.That(unpacked is >= 0 and <= UnpackedLimit && zip.Entries.Count <= MostParts, Bomb, Field);
            return isWord ? Docx : throw Refused(Unsupported);
        }
        catch (InvalidDataException)
        {
            throw Refused(Damaged);
        }
    }

    /// <summary>Words, in UTF-8, UTF-16 with its mark, or an older encoding; neither markup nor a program.</summary>
    private static bool IsText(Stream content, byte[] head)
    {
        var utf16 = head.Length >= 2 && ((head[0] == 0xFF && head[1] == 0xFE) || (head[0] == 0xFE && head[1] == 0xFF));
        if (!utf16 && head.AsSpan().IndexOf((byte)0) >= 0)
        {
            return false;
        }

        content.Position = 0;
        using var reader = new StreamReader(content, StrictUtf8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var start = new char[HeadLength];
        int length;
        try
        {
            length = reader.ReadBlock(start);
        }
        catch (DecoderFallbackException)
        {
            // GB 18030 and Latin-1 résumés exist: their bytes are letters to the reader, which tells the two apart.
            return !head.Any(b => b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0C)) && !IsMarkup(Encoding.Latin1.GetString(head));
        }

        var text = start.AsSpan(0, length);
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f'))
            {
                return false;
            }
        }

        return !IsMarkup(text);
    }

    private static DomainException Refused(string sentence) => new(sentence) { Field = Field };

    private static bool IsMarkup(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart();
        return start.StartsWith("<") || start.StartsWith("{\\rtf") || start.StartsWith("#!") || start.StartsWith("%!PS");
    }

    private static bool Contains(Stream content, byte[] wanted)
    {
        content.Position = 0;
        var buffer = new byte[64 * 1024];
        var kept = 0;
        int count;
        while ((count = content.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var filled = kept + count;
            if (buffer.AsSpan(0, filled).IndexOf(wanted) >= 0)
            {
                return true;
            }

            kept = Math.Min(wanted.Length - 1, filled);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return false;
    }
}
