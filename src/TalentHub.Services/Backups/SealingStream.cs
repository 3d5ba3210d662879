using System.Security.Cryptography;

namespace TalentHub.Services.Backups;

/// <summary>
/// Encrypts what is written to it, chunk by chunk (AES-256-GCM, 64 KiB and a tag of 16 bytes each), after a header (<see cref="SealHeader"/>) that every chunk vouches for.
/// </summary>
internal sealed class SealingStream : OneWayStream
{
    private readonly Stream to;
    private readonly byte[] header;
    private readonly AesGcm cipher;
    private readonly byte[] plain = new byte[SealHeader.ChunkLength];
    private readonly byte[] sealedChunk = new byte[SealHeader.ChunkLength + SealHeader.TagLength];
    private int filled;
    private long number;

    public SealingStream(Stream to, BackupKey key)
    {
        this.to = to;
        (header, var chunks) = SealHeader.Make(key);
        cipher = new AesGcm(chunks, SealHeader.TagLength);
        to.Write(header);
    }

    public override bool CanWrite => true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            // A full chunk waits for the next byte: the last one is marked as such.
            if (filled == plain.Length)
            {
                Seal(isLast: false);
            }

            var part = buffer[..Math.Min(buffer.Length, plain.Length - filled)];
            part.CopyTo(plain.AsSpan(filled));
            filled += part.Length;
            buffer = buffer[part.Length..];
        }
    }

    /// <summary>Writes the last chunk. Without it a reader refuses the set.</summary>
    public void Finish() => Seal(isLast: true);

    protected override void Dispose(bool disposing)
    {
        cipher.Dispose();
        base.Dispose(disposing);
    }

    private void Seal(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[12];
        SealHeader.Nonce(nonce, number++, isLast);
        cipher.Encrypt(nonce, plain.AsSpan(0, filled), sealedChunk.AsSpan(0, filled), sealedChunk.AsSpan(filled, SealHeader.TagLength), header);
        to.Write(sealedChunk.AsSpan(0, filled + SealHeader.TagLength));
        filled = 0;
    }
}
