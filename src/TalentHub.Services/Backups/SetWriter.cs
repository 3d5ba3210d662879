using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;

namespace TalentHub.Services.Backups;

/// <summary>Writes a set: a tar archive (head, contents, manifest), the line with its digest, and around both the encryption if there is a key.</summary>
public sealed class SetWriter : IDisposable
{
    private readonly SealingStream? seal;
    private readonly DigestStream digest;
    private readonly TarWriter tar;
    private readonly DateTimeOffset madeAt;
    private readonly List<SetEntry> entries = [];

    public SetWriter(Stream file, BackupKey? key, DateTime madeAt)
    {
        this.madeAt = new DateTimeOffset(madeAt);
        seal = key is null ? null : new SealingStream(file, key);
        digest = new DigestStream(seal ?? file);
        tar = new TarWriter(digest, leaveOpen: true);
    }

    public int Count => entries.Count;

    public Task BeginAsync(SetHead head, CancellationToken ct) => AddAsync(SetHead.EntryName, head, ct);

    /// <summary>Adds what a stream holds from its beginning.</summary>
    /// <returns>Its SHA-256.</returns>
    public async Task<string> AddAsync(string name, Stream content, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        content.Position = 0;
        await tar.WriteEntryAsync(Entry(name, content), ct);
        entries.Add(new SetEntry(name, content.Length, hash));
        return hash;
    }

    public async Task FinishAsync(IReadOnlyDictionary<string, long> rows, IReadOnlyList<string> gone, CancellationToken ct)
    {
        await AddAsync(SetManifest.EntryName, new SetManifest(entries, rows, gone), ct);
        await tar.DisposeAsync();
        digest.Finish();
        seal?.Finish();
    }

    public void Dispose()
    {
        tar.Dispose();
        digest.Dispose();
        seal?.Dispose();
    }

    private async Task AddAsync<T>(string name, T description, CancellationToken ct)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(description, SetNames.Json));
        await tar.WriteEntryAsync(Entry(name, content), ct);
    }

    /// <summary>The plain old form, whose first bytes are the name; a database may be larger than it can say (8 GB).</summary>
    private TarEntry Entry(string name, Stream content) => name == SetNames.Database
        ? new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, Mode = Private, ModificationTime = madeAt }
        : new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = content, Mode = Private, ModificationTime = madeAt };

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
}
