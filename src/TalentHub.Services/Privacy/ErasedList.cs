using System.Text;
using System.Text.Json;
using TalentHub.Domain.Privacy;
using TalentHub.Services.Operations;

namespace TalentHub.Services.Privacy;

/// <summary>
/// The list of the erased beside the database, one line each: a restored copy is older than some erasures and does not know of them. A backup does not take it and a restore does not
/// overwrite it. It is written after the commit; what a kill in between left out, <see cref="FinishErasures"/> adds from the tombstones.
/// </summary>
public sealed class ErasedList(string file) : IDisposable
{
    public const string FileName = "erased.jsonl";

    private const int Attempts = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>When the tombstones were last looked through for some that the list lacks; null until this program did.</summary>
    public DateTime? ComparedAt { get; set; }

    /// <summary>One erased record as it stands in the list; the salt is a name of its own.</summary>
    public sealed record Line(long Person, DateTime At, string Salt, string? Email, string? Phone);

    /// <summary>Adds lines; they are on the disk when this returns.</summary>
    public async Task AddAsync(IEnumerable<ErasedPerson> erased, CancellationToken ct)
    {
        var lines = string.Concat(erased.Select(e => JsonSerializer.Serialize(new Line(e.PersonId, e.ErasedAt, e.Salt, e.EmailHash, e.PhoneHash)) + "\n"));
        if (lines.Length == 0)
        {
            return;
        }

        await one.WaitAsync(ct);
        try
        {
            var isNew = !File.Exists(file);
            await using (var stream = await OpenAsync(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, ct))
            {
                // A line that a kill cut off ends here, or it would swallow the next one.
                await stream.WriteAsync(Encoding.UTF8.GetBytes(IsCutOff(stream) ? "\n" + lines : lines), ct);
                stream.Flush(flushToDisk: true);
            }

            if (isNew)
            {
                FolderOnDisk.Flush(Path.GetDirectoryName(Path.GetFullPath(file))!);
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Those that stand in no line of the list, which is read only when there is somebody to look for.</summary>
    public async Task<IReadOnlyList<ErasedPerson>> LacksAsync(IReadOnlyList<ErasedPerson> erased, CancellationToken ct)
    {
        if (erased.Count == 0)
        {
            return [];
        }

        var listed = (await ReadAsync(ct)).Select(l => l.Salt).ToHashSet(StringComparer.Ordinal);
        return [.. erased.Where(e => !listed.Contains(e.Salt))];
    }

    public void Dispose() => one.Dispose();

    /// <summary>Everybody in the list; a line that a kill cut off is left out, its tombstone is in the database.</summary>
    public async Task<IReadOnlyList<Line>> ReadAsync(CancellationToken ct)
    {
        var lines = new List<Line>();
        if (!File.Exists(file))
        {
            return lines;
        }

        using var reader = new StreamReader(await OpenAsync(FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, ct));
        while (await reader.ReadLineAsync(ct) is { } text)
        {
            if (TryRead(text) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    /// <summary>Null when a kill cut the line off.</summary>
    private static Line? TryRead(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Waits while another one writes, in this process or in that of a verb.</summary>
    private async Task<FileStream> OpenAsync(FileMode mode, FileAccess access, FileShare share, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(file, mode, access, share);
            }
            catch (IOException) when (attempt < Attempts && File.Exists(file))
            {
                await Task.Delay(Pause, ct);
            }
        }
    }

    /// <summary>Leaves the stream at its end.</summary>
    private static bool IsCutOff(FileStream stream)
    {
        if (stream.Seek(0, SeekOrigin.End) == 0)
        {
            return false;
        }

        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() != '\n';
    }
}
