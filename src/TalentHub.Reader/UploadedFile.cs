using System.Globalization;
using System.Text;

namespace TalentHub.Reader;

/// <summary>Looks at the first bytes, never at the name, and hands the file to the reader of that kind.</summary>
public static class UploadedFile
{
    private const ulong CompoundFile = 0xE11AB1A1E011CFD0;   // D0 CF 11 E0 A1 B1 1A E1: old Word and encrypted new Word

    public static string Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new RefusedException(RefusalCode.Damaged, "The file is not there.");
        }

        if (file.Length == 0)
        {
            throw new RefusedException(RefusalCode.Empty, "The file is empty.");
        }

        if (file.Length > Limits.FileBytes)
        {
            throw new RefusedException(RefusalCode.TooBig, "The file is too big.");
        }

        var bytes = File.ReadAllBytes(path);
        var text = Read(bytes);
        return text.EnumerateRunes().Any(IsText) ? text : throw new RefusedException(RefusalCode.NoText, "No text found.");
    }

    /// <summary>Emoji count as text; white space, dots and icon fonts do not.</summary>
    private static bool IsText(Rune rune) => Rune.IsLetterOrDigit(rune) || (rune.Value > 0xFFFF && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol);

    private static string Read(byte[] bytes)
    {
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) >= 0)
        {
            return PdfText.Read(bytes);
        }

        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) || bytes.AsSpan().StartsWith("PK\u0005\u0006"u8))
        {
            return DocxText.Read(bytes);
        }

        if (bytes.Length >= 8 && BitConverter.ToUInt64(bytes) == CompoundFile)
        {
            throw IsEncrypted(bytes)
                ? new RefusedException(RefusalCode.Encrypted, "The file is protected by a password.")
                : new RefusedException(RefusalCode.Unsupported, "Old Word files are not supported.");
        }

        return PlainText.Read(bytes);
    }

    /// <summary>
    /// An encrypted .docx is a compound file with a stream named EncryptedPackage; an encrypted .doc says so in a flag of its
    /// header, which starts a sector.
    /// </summary>
    private static bool IsEncrypted(byte[] bytes)
    {
        const int Sector = 512;
        if (bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
        {
            return true;
        }

        for (var at = Sector; at + 12 <= bytes.Length; at += Sector)
        {
            if (bytes[at] == 0xEC && bytes[at + 1] == 0xA5)
            {
                return (bytes[at + 11] & 1) != 0;
            }
        }

        return false;
    }
}
