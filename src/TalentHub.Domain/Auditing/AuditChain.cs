using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TalentHub.Domain.Auditing;

/// <summary>
/// One link of the chain: the place of an entry in it, without gaps, and a hash over the link before and the entry. Made after the entry was stored, only ever added.
/// </summary>
public sealed class AuditSeal
{
    private AuditSeal() => Hash = [];

    public AuditSeal(long sequence, long entryId, byte[] hash)
    {
        Sequence = sequence;
        EntryId = entryId;
        Hash = hash;
    }

    /// <summary>1, 2, 3 …</summary>
    public long Sequence { get; private set; }

    public long EntryId { get; private set; }

    public byte[] Hash { get; private set; }
}

/// <summary>Where the chain ends, under a seal of the installation's keys: a cut tail no longer fits it. One row.</summary>
public sealed class AuditHead
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    public long Sequence { get; set; }

    /// <summary>Up to this number every entry is sealed; the sealer looks beyond it.</summary>
    public long SealedThrough { get; set; }

    /// <summary>The end of the chain (<see cref="AuditChain.End"/>), protected.</summary>
    public string Seal { get; set; } = string.Empty;
}

/// <summary>How the links are computed.</summary>
public static class AuditChain
{
    private const byte Form = 1;

    /// <summary>What the first link is made with.</summary>
    public static byte[] Start => new byte[SHA256.HashSizeInBytes];

    /// <summary>The link of an entry: the one before, its place, and every hashed part of it.</summary>
    public static byte[] Link(ReadOnlySpan<byte> before, long sequence, AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        Add(hash, sequence);
        hash.AppendData(Canonical(entry));
        return hash.GetHashAndReset();
    }

    /// <summary>How an end of the chain is written down: <c>1042:9f86d0…</c>.</summary>
    public static string End(long sequence, ReadOnlySpan<byte> hash) => FormattableString.Invariant($"{sequence}:{Convert.ToHexStringLower(hash)}");

    /// <summary>Every hashed part, each with its length, in one order for ever: another form gets another first byte.</summary>
    private static byte[] Canonical(AuditEntry entry)
    {
        using var bytes = new MemoryStream(256);
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write(Form);
            writer.Write(entry.Id);
            writer.Write(entry.At.Ticks);
            writer.Write(entry.Door.ToString());
            Number(entry.PersonId);
            Number(entry.AccountId);
            Number(entry.OnBehalfOf);
            Words(entry.Capacity);
            writer.Write(entry.Action.ToString());
            writer.Write(entry.Record.ToString());
            Number(entry.RecordId);
            Number(entry.SubjectPersonId);
            Words(entry.Detail);
            Words(entry.Network);
            writer.Write(entry.Result.ToString());
            Words(entry.Reference);
            writer.Write(entry.TextHash?.Length ?? 0);
            writer.Write(entry.TextHash ?? []);

            void Number(long? number)
            {
                writer.Write(number is not null);
                writer.Write(number ?? 0);
            }

            void Words(string? words)
            {
                writer.Write(words is not null);
                writer.Write(words ?? string.Empty);
            }
        }

        return bytes.ToArray();
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
