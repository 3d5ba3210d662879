using System.Security.Cryptography;

namespace TalentHub.Services.Backups;

/// <summary>Decrypts a set as it is read. Nothing of a chunk is handed out before its tag was found right.</summary>
internal sealed class OpeningStream : OneWayStream
{
    private readonly Stream from;
    private readonly byte[] header = new byte[SealHeader.Length];
    private readonly AesGcm cipher;
    private readonly byte[] raw = new byte[SealHeader.ChunkLength + SealHeader.TagLength];
    private readonly byte[] plain = new byte[SealHeader.ChunkLength];
    private int at;
    private int filled;
    private long number;
    private bool isOver;

    /// <param name="from">The file, at its beginning; its length is known.</param>
    /// <exception cref="BackupRefusal">No key, another key, or a damaged header.</exception>
    public OpeningStream(Stream from, BackupKey? key)
    {
        this.from = from;
        var length = from.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        cipher = new AesGcm(SealHeader.Open(header.AsSpan(0, length), key), SealHeader.TagLength);
    }

    public override bool CanRead => true;

    /// <exception cref="BackupRefusal">A chunk is not as it was written, not in its place, or the last is missing.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (at == filled && !isOver)
        {
            Next();
        }

        var count = Math.Min(buffer.Length, filled - at);
        plain.AsSpan(at, count).CopyTo(buffer);
        at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        cipher.Dispose();
        from.Dispose();
        base.Dispose(disposing);
    }

    private void Next()
    {
        var length = from.ReadAtLeast(raw, raw.Length, throwOnEndOfStream: false) - SealHeader.TagLength;
        isOver = from.Position >= from.Length;
        if (length < 0)
        {
            throw BackupRefusal.Damaged("its end is missing");
        }

        Span<byte> nonce = stackalloc byte[12];
        SealHeader.Nonce(nonce, number++, isOver);
        try
        {
            cipher.Decrypt(nonce, raw.AsSpan(0, length), raw.AsSpan(length, SealHeader.TagLength), plain.AsSpan(0, length), header);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw BackupRefusal.Damaged("its bytes are not those that were written, or its end is missing");
        }

        at = 0;
        filled = length;
    }
}
