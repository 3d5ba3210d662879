using System.Text;

namespace TalentHub.Reader;

/// <summary>Text files in UTF-8, UTF-16, GB18030 or Windows-1252; anything binary or marked up is refused.</summary>
public static class PlainText
{
    private static readonly string[] Markup = ["<?xml", "<svg", "<!doctype", "<html", "{\\rtf", "%!ps"];

    static PlainText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Read(byte[] bytes)
    {
        var text = Decode(bytes) ?? throw Unsupported();
        var start = text.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        foreach (var mark in Markup)
        {
            if (start.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                throw Unsupported();
            }
        }

        return text.Length > Limits.Characters ? text[..Limits.Characters] : text;
    }

    private static RefusedException Unsupported() => new(RefusalCode.Unsupported, "Not a PDF, a Word document (.docx) or plain text.");

    private static string? Decode(byte[] bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            return Plain(Strict(Encoding.UTF8, bytes.AsSpan(3)));
        }

        if (bytes is [0xFF, 0xFE, ..])
        {
            return Plain(Strict(Encoding.Unicode, bytes.AsSpan(2)));
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Plain(Strict(Encoding.BigEndianUnicode, bytes.AsSpan(2)));
        }

        if (bytes.AsSpan().Contains((byte)0))
        {
            return Utf16WithoutMark(bytes);
        }

        return Plain(Strict(Encoding.UTF8, bytes)) ?? (LooksChinese(bytes) ? Plain(Strict(Encoding.GetEncoding("GB18030"), bytes)) : null)
            ?? Plain(Strict(Encoding.GetEncoding(1252), bytes));
    }

    /// <summary>Western text in UTF-16 has a zero in every second byte; which second one tells the order.</summary>
    private static string? Utf16WithoutMark(byte[] bytes)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0)
            {
                _ = (i & 1) == 0 ? even++ : odd++;
            }
        }

        var half = bytes.Length / 2;
        if (odd > half * 0.3 && even < half * 0.02)
        {
            return Plain(Strict(Encoding.Unicode, bytes));
        }

        return even > half * 0.3 && odd < half * 0.02 ? Plain(Strict(Encoding.BigEndianUnicode, bytes)) : null;
    }

    /// <summary>In Chinese text high bytes come in pairs, both mostly above A0; an accented Western letter stands alone.</summary>
    private static bool LooksChinese(byte[] bytes)
    {
        int pairs = 0, alone = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x81)
            {
                continue;
            }

            if (i + 1 < bytes.Length && bytes[i] >= 0xA1 && bytes[i + 1] >= 0xA1)
            {
                pairs++;
                i++;
            }
            else
            {
                alone++;
            }
        }

        return pairs > alone * 4;
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Null when control characters give away that this is no text.</summary>
    private static string? Plain(string? text)
    {
        var odd = text?.Count(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\v')) ?? 0;
        return text is null || text.Contains('\0', StringComparison.Ordinal) || odd > text.Length / 200 ? null : text;
    }
}
