using System.Buffers.Binary;
using TalentHub.Domain.Common;

namespace TalentHub.Services.Documents;

/// <summary>
/// Pictures that people send of themselves: JPEG, PNG or WebP, told by what is in them. The picture itself is copied byte by byte and everything beside it is left out:
/// place, camera, thumbnails, comments, other programs' notes. Only which way is up is kept.
/// Formats: JPEG ITU-T T.81 and Exif 2.32; PNG, W3C 2003; WebP container, RFC 9649.
/// </summary>
public static class PhotoFile
{
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string WebP = "image/webp";

    public const long Limit = 5L * 1024 * 1024;

    public const string Unsupported = "This is no picture that can be shown. Use JPEG, PNG or WebP.";

    /// <summary>Both sides: more is a scan of a poster, or a bomb.</summary>
    public const int MostPixels = 8000;

    private const string Damaged = "This picture is damaged. Save it anew and send it again.";
    private const int Marker = 0xFF;
    private const int HeadLength = 16;

    // What makes the picture look as it does; the rest of PNG's chunks tells about it.
    private static readonly string[] PngKept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD"];
    private static readonly string[] WebPKept = ["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP"];

    /// <exception cref="DomainException">Empty or too big.</exception>
    public static async Task<byte[]> ReadAsync(Stream upload, CancellationToken ct, long limit = Limit)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while (kept.Length <= limit && (count = await upload.ReadAsync(buffer, ct)) > 0)
        {
            kept.Write(buffer, 0, count);
        }

        Require.That(kept.Length > 0, FileStore.Empty, FileType.Field);
        Require.That(kept.Length <= limit, new Sentence(FileStore.TooBig, ("megabytes", limit / 1024 / 1024)), FileType.Field);
        return kept.ToArray();
    }

    /// <summary>The same picture with nothing beside it, and its type.</summary>
    /// <exception cref="DomainException">None of the three kinds, damaged, moving, or too large.</exception>
    public static (byte[] Picture, string Type) Clean(ReadOnlySpan<byte> content)
    {
        try
        {
            return TypeOf(content) switch
            {
                Jpeg => (CleanJpeg(content), Jpeg),
                Png => (CleanPng(content), Png),
                WebP => (CleanWebP(content), WebP),
                _ => throw Refused(Unsupported),
            };
        }
        catch (Exception cut) when (cut is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            // A length that points past the end.
            throw Refused(Damaged);
        }
    }

    /// <summary>Whether a seekable stream begins as one of the three kinds does; it stands at its beginning again afterwards.</summary>
    public static async Task<bool> IsPictureAsync(Stream content, CancellationToken ct)
    {
        var head = new byte[HeadLength];
        content.Position = 0;
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        content.Position = 0;
        return TypeOf(head.AsSpan(0, length)) is not null;
    }

    private static string? TypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : content.Length >= HeadLength && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? WebP
        : null;

    private static byte[] CleanJpeg(ReadOnlySpan<byte> from)
    {
        using var to = new MemoryStream(from.Length);
        to.Write([0xFF, 0xD8]);
        var at = 2;
        var up = 1;
        var sized = false;
        while (true)
        {
            Require.That(from[at] == Marker, Damaged, FileType.Field);
            var kind = from[at + 1];
            if (kind == Marker)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(from.Slice(at + 2, 2));
            Require.That(length >= 2, Damaged, FileType.Field);
            var segment = from.Slice(at, 2 + length);
            switch (kind)
            {
                case 0xE1:
                    up = OrientationIn(segment[4..]) ?? up;
                    break;
                case >= 0xE0 and <= 0xEF or 0xFE:
                    // JFIF and Adobe's colour transform belong to the picture, a colour profile as well; other notes and comments do not.
                    if (kind is 0xE0 or 0xEE || (kind == 0xE2 && segment[4..].StartsWith("ICC_PROFILE"u8)))
                    {
                        to.Write(segment);
                    }

                    break;
                case 0xDA:
                    Require.That(sized, Damaged, FileType.Field);

                    // Which way is up, in the smallest Exif there is; the picture goes on to its end mark, and what hangs behind it does not.
                    if (up > 1)
                    {
                        to.Write(ExifOf(up));
                    }

                    var end = from[at..].LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]);
                    Require.That(end > 0, Damaged, FileType.Field);
                    WriteScans(from.Slice(at, end + 2), to);
                    return to.ToArray();
                default:
                    if (kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                    {
                        Sized(BinaryPrimitives.ReadUInt16BigEndian(segment.Slice(7, 2)), BinaryPrimitives.ReadUInt16BigEndian(segment.Slice(5, 2)));
                        sized = true;
                    }

                    to.Write(segment);
                    break;
            }

            at += 2 + length;
        }
    }

    /// <summary>From the first scan to the first end mark outside a segment; notes between the scans of a progressive picture are left out too.</summary>
    private static void WriteScans(ReadOnlySpan<byte> from, MemoryStream to)
    {
        var at = 0;
        while (true)
        {
            var next = from[at..].IndexOf((byte)Marker);
            Require.That(next >= 0, Damaged, FileType.Field);
            to.Write(from.Slice(at, next));
            at += next;
            var kind = from[at + 1];
            if (kind is 0x00 or Marker or (>= 0xD0 and <= 0xD7))
            {
                // A stuffed byte, a filler, a restart.
                to.Write(from.Slice(at, kind == Marker ? 1 : 2));
                at += kind == Marker ? 1 : 2;
                continue;
            }

            if (kind == 0xD9)
            {
                to.Write([0xFF, 0xD9]);
                return;
            }

            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(from.Slice(at + 2, 2));
            if (kind is not (>= 0xE0 and <= 0xEF or 0xFE))
            {
                to.Write(from.Slice(at, length));
            }

            at += length;
        }
    }

    /// <summary>Tag 0x0112 in the first directory of an Exif segment; null where there is none or it makes no sense.</summary>
    private static int? OrientationIn(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 14 || !exif.StartsWith("Exif\0\0"u8))
        {
            return null;
        }

        var tiff = exif[6..];
        var little = tiff.StartsWith("II"u8);
        int Two(ReadOnlySpan<byte> s) => little ? BinaryPrimitives.ReadUInt16LittleEndian(s) : BinaryPrimitives.ReadUInt16BigEndian(s);
        var directory = little ? BinaryPrimitives.ReadInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadInt32BigEndian(tiff[4..]);
        if (directory < 8 || directory > tiff.Length - 2)
        {
            return null;
        }

        var entries = Two(tiff[directory..]);
        for (var i = 0; i < entries && directory + 2 + (12 * (i + 1)) <= tiff.Length; i++)
        {
            var entry = tiff.Slice(directory + 2 + (12 * i), 12);
            if (Two(entry) == 0x0112)
            {
                var way = Two(entry[8..]);
                return way is >= 1 and <= 8 ? way : null;
            }
        }

        return null;
    }

    private static byte[] ExifOf(int orientation) =>
    [
        0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8, .. "MM"u8, 0x00, 0x2A, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01,
        0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, (byte)orientation, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    ];

    private static byte[] CleanPng(ReadOnlySpan<byte> from)
    {
        using var to = new MemoryStream(from.Length);
        to.Write(from[..8]);
        var at = 8;
        var sized = false;
        while (true)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(from.Slice(at, 4));
            Require.That(length >= 0, Damaged, FileType.Field);
            var name = System.Text.Encoding.Latin1.GetString(from.Slice(at + 4, 4));
            var chunk = from.Slice(at, 12 + length);
            if (name == "IHDR")
            {
                Sized(BinaryPrimitives.ReadInt32BigEndian(chunk.Slice(8, 4)), BinaryPrimitives.ReadInt32BigEndian(chunk.Slice(12, 4)));
                sized = true;
            }

            Require.That(sized, Damaged, FileType.Field);
            if (Array.IndexOf(PngKept, name) >= 0)
            {
                to.Write(chunk);
            }

            if (name == "IEND")
            {
                return to.ToArray();
            }

            at += chunk.Length;
        }
    }

    private static byte[] CleanWebP(ReadOnlySpan<byte> from)
    {
        const int Icc = 0x20;
        const int Alpha = 0x10;
        const int Moving = 0x02;
        using var to = new MemoryStream(from.Length);
        to.Write("RIFF\0\0\0\0WEBP"u8);
        var at = 12;
        var picture = false;
        while (at + 8 <= from.Length)
        {
            var name = System.Text.Encoding.Latin1.GetString(from.Slice(at, 4));
            var length = BinaryPrimitives.ReadInt32LittleEndian(from.Slice(at + 4, 4));
            Require.That(length >= 0, Damaged, FileType.Field);
            var chunk = from.Slice(at, Math.Min(8 + length + (length & 1), from.Length - at));
            Require.That(chunk.Length >= 8 + length, Damaged, FileType.Field);
            switch (name)
            {
                case "VP8X":
                    Require.That((chunk[8] & Moving) == 0, "A picture that moves is not taken; send one that stands still.", FileType.Field);
                    Sized(1 + (chunk[12] | (chunk[13] << 8) | (chunk[14] << 16)), 1 + (chunk[15] | (chunk[16] << 8) | (chunk[17] << 16)));
                    var head = chunk.ToArray();
                    head[8] &= Icc | Alpha;
                    to.Write(head);
                    break;
                case "VP8 " or "VP8L":
                    if (name == "VP8 ")
                    {
                        Sized(BinaryPrimitives.ReadUInt16LittleEndian(chunk.Slice(14, 2)) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(chunk.Slice(16, 2)) & 0x3FFF);
                    }
                    else
                    {
                        var sizes = BinaryPrimitives.ReadUInt32LittleEndian(chunk.Slice(9, 4));
                        Sized(1 + (int)(sizes & 0x3FFF), 1 + (int)((sizes >> 14) & 0x3FFF));
                    }

                    picture = true;
                    to.Write(chunk);
                    break;
                default:
                    if (Array.IndexOf(WebPKept, name) >= 0)
                    {
                        to.Write(chunk);
                    }

                    break;
            }

            at += chunk.Length;
        }

        Require.That(picture, Damaged, FileType.Field);
        var bytes = to.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return bytes;
    }

    private static void Sized(int width, int height)
    {
        Require.That(width > 0 && height > 0, Damaged, FileType.Field);
        Require.That(width <= MostPixels && height <= MostPixels, new Sentence("This picture is too large: at most {maximum} pixels a side.", ("maximum", MostPixels)), FileType.Field);
    }

    private static DomainException Refused(string sentence) => new(sentence) { Field = FileType.Field };
}
