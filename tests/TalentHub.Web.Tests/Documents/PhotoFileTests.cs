using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using TalentHub.Domain.Common;
using TalentHub.Services.Documents;

namespace TalentHub.Web.Tests.Documents;

/// <summary>Pictures that the tests make themselves, with notes in them that must not stay.</summary>
public static class SamplePhotos
{
    public const string Secret = "N 31 13 E 121 28";

    public static byte[] Png(int width = 2, int height = 2)
    {
        using var pixels = new MemoryStream();
        using (var zip = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(new byte[height * ((width * 3) + 1)]);
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        return
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("tEXt", Encoding.ASCII.GetBytes("Comment\0" + Secret)),
            .. Chunk("eXIf", Encoding.ASCII.GetBytes(Secret)), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", []), .. Encoding.ASCII.GetBytes(Secret),
        ];
    }

    /// <param name="orientation">How the camera was held, as it writes it; 1 is upright.</param>
    public static byte[] Jpeg(int orientation = 6) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. "II"u8, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret)]),
        .. Segment(0xED, Encoding.ASCII.GetBytes(Secret)),
        .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret)),
        .. Segment(0xC0, [8, 0, 2, 0, 2, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34,
        0xFF, 0xD9, .. Encoding.ASCII.GetBytes(Secret),
    ];

    public static byte[] WebP()
    {
        byte[] chunks =
        [
            .. Piece("VP8X", [0x08 | 0x04, 0, 0, 0, 1, 0, 0, 1, 0, 0]), .. Piece("VP8L", [0x2F, 0x01, 0x40, 0x00, 0x00, 0x00]),
            .. Piece("EXIF", Encoding.ASCII.GetBytes(Secret)), .. Piece("XMP ", Encoding.ASCII.GetBytes(Secret)),
        ];
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, chunks.Length + 4);
        return [.. "RIFF"u8, .. size, .. "WEBP"u8, .. chunks];
    }

    private static byte[] Segment(byte kind, byte[] content) => [0xFF, kind, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Piece(string name, byte[] content)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, content.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. size, .. content, .. new byte[content.Length & 1]];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, content.Length);
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        var sum = uint.MaxValue;
        foreach (var b in named)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }
        }

        var check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, ~sum);
        return [.. size, .. named, .. check];
    }
}

public sealed class PhotoFileTests
{
    public static TheoryData<string> Kinds => ["image/png", "image/jpeg", "image/webp"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_keeps_its_picture_and_loses_what_the_camera_wrote_into_it(string type)
    {
        var made = Of(type);

        var (picture, told) = PhotoFile.Clean(made);

        Assert.Equal(type, told);
        Assert.DoesNotContain(SamplePhotos.Secret, Encoding.Latin1.GetString(picture), StringComparison.Ordinal);
        Assert.True(picture.Length > 20 && picture.Length < made.Length);

        // Cleaning what is clean changes nothing: the picture itself was copied as it is.
        Assert.Equal(picture, PhotoFile.Clean(picture).Picture);
    }

    [Fact]
    public void Which_way_is_up_is_kept_and_nothing_else()
    {
        var turned = PhotoFile.Clean(SamplePhotos.Jpeg(6)).Picture;
        var upright = PhotoFile.Clean(SamplePhotos.Jpeg(1)).Picture;

        Assert.Equal(36, turned.Length - upright.Length);
        Assert.Contains("Exif", Encoding.Latin1.GetString(turned), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(upright), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GIF89a......")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("%PDF-1.7")]
    [InlineData("MZ program")]
    public void What_is_no_picture_is_refused_whatever_its_name(string content)
    {
        var refusal = Assert.Throws<DomainException>(() => PhotoFile.Clean(Encoding.ASCII.GetBytes(content)));

        Assert.Equal(PhotoFile.Unsupported, refusal.Sentences[0].ToString());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_that_was_cut_off_anywhere_is_refused_or_whole_and_never_breaks_anything(string type)
    {
        var whole = PhotoFile.Clean(Of(type)).Picture;
        for (var length = 12; length < whole.Length; length++)
        {
            try
            {
                Assert.NotEmpty(PhotoFile.Clean(whole.AsSpan(0, length)).Picture);
            }
            catch (DomainException refusal)
            {
                Assert.NotEmpty(refusal.Sentences);
            }
        }
    }

    [Fact]
    public void One_that_claims_to_be_enormous_is_refused()
    {
        var refusal = Assert.Throws<DomainException>(() => PhotoFile.Clean(SamplePhotos.Png(20_000, 1)));

        Assert.Equal("This picture is too large: at most 8000 pixels a side.", refusal.Sentences[0].ToString());
    }

    [Fact]
    public async Task Too_big_and_empty_files_are_refused()
    {
        await Assert.ThrowsAsync<DomainException>(() => PhotoFile.ReadAsync(new MemoryStream(), CancellationToken.None));
        var refusal = await Assert.ThrowsAsync<DomainException>(() => PhotoFile.ReadAsync(new MemoryStream(new byte[PhotoFile.Limit + 1]), CancellationToken.None));

        Assert.Equal("This file is too big: at most 5 MB.", refusal.Sentences[0].ToString());
    }

    private static byte[] Of(string type) => type switch
    {
        "image/png" => SamplePhotos.Png(),
        "image/jpeg" => SamplePhotos.Jpeg(),
        _ => SamplePhotos.WebP(),
    };
}
