using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TalentHub.Services.Backups;

/// <summary>
/// The first 68 bytes of an encrypted set: mark (16), rounds (4, big-endian), salt (16), check of the key (16), SHA-256 of all these, cut (16). The check tells a wrong key from a damaged
/// set; the digest tells a damaged header from a wrong key.
/// </summary>
internal static class SealHeader
{
    public const int Length = 68;
    public const int ChunkLength = 64 * 1024;
    public const int TagLength = 16;

    /// <summary>A newer form has another number.</summary>
    public const int MarkLength = 16;

    private const int SaltAt = 20;
    private const int CheckAt = 36;
    private const int DigestAt = 52;
    private const int Part = 16;
    private const int Rounds = 600_000;
    private const int MostRounds = 100_000_000;

    private static ReadOnlySpan<byte> AnyMark => "TalentHub-AES-"u8;

    private static ReadOnlySpan<byte> Mark => "TalentHub-AES-1\n"u8;

    public static bool IsSealed(ReadOnlySpan<byte> start) => start.StartsWith(AnyMark);

    /// <summary>A new header, and the key that it goes with.</summary>
    public static (byte[] Header, byte[] Key) Make(BackupKey key)
    {
        var header = new byte[Length];
        Mark.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(MarkLength), Rounds);
        RandomNumberGenerator.Fill(header.AsSpan(SaltAt, Part));
        var (chunks, check) = Keys(key, header.AsSpan(SaltAt, Part), Rounds);
        check.CopyTo(header, CheckAt);
        Digest(header).CopyTo(header, DigestAt);
        return (header, chunks);
    }

    /// <exception cref="BackupRefusal">Newer, damaged, or the key is another.</exception>
    public static byte[] Open(ReadOnlySpan<byte> header, BackupKey? key)
    {
        if (header.Length < Length || (header.StartsWith(Mark) && !header[DigestAt..Length].SequenceEqual(Digest(header))))
        {
            throw BackupRefusal.Damaged("its first bytes are not those that were written");
        }

        if (!header.StartsWith(Mark))
        {
            throw new BackupRefusal("This set is encrypted in a way that this version of TalentHub does not know: a newer one made it, or it is damaged. Restore it with the version that made it.");
        }

        if (key is null)
        {
            throw new BackupRefusal("This set is encrypted: name the file with its key (--key-file FILE).");
        }

        var rounds = BinaryPrimitives.ReadInt32BigEndian(header[MarkLength..]);
        if (rounds is < 1 or > MostRounds)
        {
            throw BackupRefusal.Damaged("its first bytes make no sense");
        }

        var (chunks, check) = Keys(key, header.Slice(SaltAt, Part), rounds);
        return CryptographicOperations.FixedTimeEquals(check, header.Slice(CheckAt, Part))
            ? chunks
            : throw new BackupRefusal("This key does not open this set: it was encrypted with another one.");
    }

    /// <summary>What goes with a chunk: its number and whether it is the last, so that none can be left out, swapped or cut off. A key serves one set only.</summary>
    public static void Nonce(Span<byte> nonce, long number, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
    }

    private static (byte[] Chunks, byte[] Check) Keys(BackupKey key, ReadOnlySpan<byte> salt, int rounds)
    {
        var master = key.Derive(salt, rounds);
        return (HKDF.Expand(HashAlgorithmName.SHA256, master, 32, "TalentHub backup: chunks"u8.ToArray()), HKDF.Expand(HashAlgorithmName.SHA256, master, Part, "TalentHub backup: check"u8.ToArray()));
    }

    private static byte[] Digest(ReadOnlySpan<byte> header) => SHA256.HashData(header[..DigestAt])[..Part];
}
