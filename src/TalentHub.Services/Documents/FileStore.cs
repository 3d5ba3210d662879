using System.Security.Cryptography;
using TalentHub.Domain.Common;

namespace TalentHub.Services.Documents;

/// <summary>Bytes that lie in the store: what the row of a file needs to know of them.</summary>
public sealed record StoredBytes(string StorageName, string ContentType, long Size, string Sha256);

/// <summary>
/// Where files lie: a folder outside the web root, under random names that nobody chose. First the bytes (written aside, forced to the disk, renamed), then the row;
/// a crash in between leaves bytes without a row, which the nightly sweep removes, never a row without bytes.
/// </summary>
public sealed class FileStore
{
    /// <summary>The largest file that people may send.</summary>
    public const long UploadLimit = 10L * 1024 * 1024;

    public const string TooBig = "This file is too big: at most {megabytes} MB.";
    public const string Empty = "This file is empty.";

    private const int Buffer = 64 * 1024;
    private readonly string root;
    private readonly string aside;

    /// <param name="root">The folder <c>files</c> of the data folder.</param>
    public FileStore(string root)
    {
        this.root = Path.GetFullPath(root);
        aside = Path.Combine(this.root, "incoming");
        Directory.CreateDirectory(aside);
    }

    /// <summary>Takes what someone uploads: reads at most the limit and one byte, tells the kind by the content.</summary>
    /// <exception cref="DomainException">Too big, empty, or not of a kind that we take; nothing is kept.</exception>
    public async Task<StoredBytes> TakeAsync(Stream upload, CancellationToken ct, long limit = UploadLimit)
    {
        var name = NewName();
        var temp = Path.Combine(aside, name);
        try
        {
            StoredBytes stored;
            await using (var file = new FileStream(temp, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Buffer, FileOptions.Asynchronous))
            {
                var (size, hash) = await CopyAsync(upload, file, limit, ct);
                Require.That(size > 0, Empty, FileType.Field);
                Require.That(size <= limit, new Sentence(TooBig, ("megabytes", limit / 1024 / 1024)), FileType.Field);
                stored = new StoredBytes(name, FileType.Of(file), size, hash);
                file.Flush(flushToDisk: true);
            }

            Place(temp, name);
            return stored;
        }
        finally
        {
            File.Delete(temp);   // gone already when it was placed
        }
    }

    /// <summary>Keeps a file that the product itself made, such as a letter.</summary>
    public async Task<StoredBytes> KeepAsync(ReadOnlyMemory<byte> content, string contentType, CancellationToken ct)
    {
        var name = NewName();
        var temp = Path.Combine(aside, name);
        try
        {
            await using (var file = new FileStream(temp, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer, FileOptions.Asynchronous))
            {
                await file.WriteAsync(content, ct);
                file.Flush(flushToDisk: true);
            }

            Place(temp, name);
            return new StoredBytes(name, contentType, content.Length, Convert.ToHexStringLower(SHA256.HashData(content.Span)));
        }
        finally
        {
            File.Delete(temp);
        }
    }

    public Stream OpenRead(string storageName) =>
        new FileStream(PathOf(storageName), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Buffer, FileOptions.Asynchronous | FileOptions.SequentialScan);

    public bool Exists(string storageName) => File.Exists(PathOf(storageName));

    /// <summary>Whether a file can be written here at all; for the readiness probe.</summary>
    public bool CanWrite()
    {
        try
        {
            using var probe = new FileStream(Path.Combine(aside, NewName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            probe.WriteByte(0);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Where the bytes lie; for the reader's process, never for a page.</summary>
    public string PathOf(string storageName)
    {
        if (storageName.Length != 32 || !storageName.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("This is no name that the store gave.", nameof(storageName));
        }

        return Path.Combine(root, storageName[..2], storageName);
    }

    public void Delete(string storageName)
    {
        var path = PathOf(storageName);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>All names in the store that are older than a moment: the sweep compares them with the rows.</summary>
    public IEnumerable<string> NamesBefore(DateTime moment) =>
        Directory.EnumerateFiles(root, "????????????????????????????????", SearchOption.AllDirectories)
            .Where(path => File.GetLastWriteTimeUtc(path) < moment)
            .Select(path => Path.GetFileName(path));

    private static string NewName() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private void Place(string temp, string name)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(temp, path);
    }

    private static async Task<(long Size, string Hash)> CopyAsync(Stream from, FileStream to, long limit, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Buffer];
        var size = 0L;
        int count;
        while (size <= limit && (count = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, limit + 1 - size)), ct)) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, count), ct);
            hash.AppendData(buffer, 0, count);
            size += count;
        }

        await to.FlushAsync(ct);
        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
