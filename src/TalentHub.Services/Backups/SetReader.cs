using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TalentHub.Services.Backups;

/// <summary>
/// Reads a set. It is read whole once before anything of it is believed (<see cref="VerifyAsync"/>), and a second time to take it out, when each entry is compared with the manifest.
/// </summary>
/// <param name="path">Of the set.</param>
/// <param name="key">Null where none was given.</param>
public sealed class SetReader(string path, BackupKey? key)
{
    /// <summary>The first entry begins with its name: by it a set is known without a key.</summary>
    private static readonly byte[] PlainStart = Encoding.ASCII.GetBytes(SetHead.EntryName + "\0");

    private const long LargestDescription = 256L * 1024 * 1024;

    public long Size => new FileInfo(path).Length;

    /// <summary>Looks whether every byte is as it was written, then what the set is.</summary>
    /// <exception cref="BackupRefusal">Not a set, damaged, newer, no key or another key.</exception>
    public async Task<SetHead> VerifyAsync(CancellationToken ct)
    {
        await using (var set = Open())
        {
            await DigestStream.VerifyAsync(set, ct);
        }

        await using var again = Open();
        await using var tar = new TarReader(again, leaveOpen: true);
        var head = await DescriptionAsync<SetHead>(await NextAsync(tar, ct), SetHead.EntryName, ct);
        return head.Product != SetHead.OurProduct ? throw NotOurs()
            : head.Format > SetHead.OurFormat ? throw Newer(head)
            : head;
    }

    /// <summary>Takes the set out, and compares all of it with its manifest.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="keeps">Which entries are written; the others are only looked at.</param>
    /// <exception cref="BackupRefusal">An entry is missing, too many, or not as it was.</exception>
    public async Task<SetManifest> UnpackAsync(string folder, Func<string, bool> keeps, CancellationToken ct)
    {
        await using var set = Open();
        await using var tar = new TarReader(set, leaveOpen: true);
        _ = await DescriptionAsync<SetHead>(await NextAsync(tar, ct), SetHead.EntryName, ct);
        var found = new List<SetEntry>();
        while (true)
        {
            var entry = await NextAsync(tar, ct);
            if (entry.Name == SetManifest.EntryName)
            {
                var manifest = await DescriptionAsync<SetManifest>(entry, SetManifest.EntryName, ct);
                return manifest.Entries.SequenceEqual(found) ? manifest : throw BackupRefusal.Damaged("what is in it is not what its manifest says");
            }

            if (entry.EntryType != TarEntryType.RegularFile || !SetNames.IsContent(entry.Name))
            {
                throw BackupRefusal.Damaged("something is in it that no backup writes");
            }

            found.Add(await TakeAsync(entry, keeps(entry.Name) ? Path.Combine(folder, entry.Name) : null, ct));
        }
    }

    private Stream Open()
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 256 * 1024);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupRefusal($"The set {path} cannot be read.");
        }

        try
        {
            Span<byte> start = stackalloc byte[SealHeader.MarkLength + 16];
            var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            file.Position = 0;
            if (SealHeader.IsSealed(start[..length]))
            {
                return new OpeningStream(file, key);
            }

            if (!start[..length].StartsWith(PlainStart))
            {
                throw NotOurs();
            }

            return key is null ? file : throw new BackupRefusal("This set is not encrypted: leave --key-file away, if you trust where it comes from.");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private BackupRefusal NotOurs() => new($"{path} is not a backup that TalentHub made.");

    private static BackupRefusal Newer(SetHead head) =>
        new($"This set was made by a newer TalentHub ({head.Version}), and this one cannot read it. Restore it with that version or a newer one.");

    private static async Task<TarEntry> NextAsync(TarReader tar, CancellationToken ct)
    {
        try
        {
            return await tar.GetNextEntryAsync(copyData: false, ct) ?? throw BackupRefusal.Damaged("its manifest is missing");
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw BackupRefusal.Damaged("it is no whole archive");
        }
    }

    private static async Task<T> DescriptionAsync<T>(TarEntry entry, string name, CancellationToken ct)
        where T : class
    {
        if (entry.Name != name || entry.DataStream is null || entry.Length > LargestDescription)
        {
            throw BackupRefusal.Damaged($"{name} is not where it belongs");
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<T>(entry.DataStream, SetNames.Json, ct) ?? throw BackupRefusal.Damaged($"{name} is empty");
        }
        catch (JsonException)
        {
            throw BackupRefusal.Damaged($"{name} cannot be read");
        }
    }

    /// <param name="to">Null: looks only.</param>
    private static async Task<SetEntry> TakeAsync(TarEntry entry, string? to, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = to is null ? null : Make(to);
        var buffer = new byte[128 * 1024];
        var size = 0L;
        int count;
        while (entry.DataStream is { } content && (count = await content.ReadAsync(buffer, ct)) > 0)
        {
            hash.AppendData(buffer, 0, count);
            size += count;
            if (file is not null)
            {
                await file.WriteAsync(buffer.AsMemory(0, count), ct);
            }
        }

        file?.Flush(flushToDisk: true);
        return new SetEntry(entry.Name, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static FileStream Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }
}
