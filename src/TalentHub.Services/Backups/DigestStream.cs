using System.Security.Cryptography;
using System.Text;

namespace TalentHub.Services.Backups;

/// <summary>
/// Ends a set with the SHA-256 of every byte before, in one line: an archive has gaps (padding, fields that nobody reads) in which a flipped byte would not be seen otherwise.
/// Programs that read tar stop before it.
/// </summary>
public sealed class DigestStream(Stream to) : OneWayStream
{
    private const string Mark = "\nTalentHub backup, SHA-256 of all before this line: ";

    /// <summary>Of the line: mark, 64 digits, end of line.</summary>
    private static readonly int LineLength = Mark.Length + 65;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override bool CanWrite => true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        hash.AppendData(buffer);
        to.Write(buffer);
    }

    /// <summary>Writes the line.</summary>
    public void Finish() => to.Write(Line(hash.GetHashAndReset()));

    /// <summary>Reads a set to its end.</summary>
    /// <exception cref="BackupRefusal">A byte is not as it was written, or some are missing.</exception>
    public static async Task VerifyAsync(Stream set, CancellationToken ct)
    {
        using var before = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[LineLength + (256 * 1024)];
        var held = 0;
        int count;
        while ((count = await set.ReadAsync(buffer.AsMemory(held), ct)) > 0)
        {
            // The last bytes may be the line: they wait until more come.
            held += count;
            var surely = Math.Max(0, held - LineLength);
            before.AppendData(buffer, 0, surely);
            buffer.AsSpan(surely, held - surely).CopyTo(buffer);
            held -= surely;
        }

        if (!buffer.AsSpan(0, held).SequenceEqual(Line(before.GetHashAndReset())))
        {
            throw BackupRefusal.Damaged("its bytes are not those that were written, or its end is missing");
        }
    }

    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Line(byte[] digest) => Encoding.ASCII.GetBytes(Mark + Convert.ToHexStringLower(digest) + "\n");
}
