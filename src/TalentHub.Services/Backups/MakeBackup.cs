using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Services.Documents;
using TalentHub.Services.Operations;

namespace TalentHub.Services.Backups;

/// <summary>What a backup came to.</summary>
/// <param name="Gone">Files that were deleted while the set was made: nothing is wrong.</param>
/// <param name="Faults">Files that the database knows and the store does not hold, or holds otherwise than they came: sentences.</param>
public sealed record MadeSet(long Size, int Files, IReadOnlyList<string> Gone, IReadOnlyList<string> Faults);

/// <summary>
/// Makes a set while the product serves: first a copy of the database at one moment, then every file that the copy knows. A file that came later is in the next set; one that was deleted
/// meanwhile is named. The keys that protect cookies and links are rows of the database.
/// </summary>
public sealed class MakeBackup(TalentHubDb db, DatabaseSettings settings, FileStore store, TimeProvider clock) : IService
{
    private const string Unfinished = ".part";

    private readonly string dataFolder = Path.GetDirectoryName(Path.GetFullPath(settings.SqliteFile))!;

    /// <param name="to">Must not exist; appears when the set is whole and on the disk.</param>
    /// <param name="version">Of the product.</param>
    /// <exception cref="BackupRefusal">It cannot be made; nothing is left under the name.</exception>
    public async Task<MadeSet> MakeAsync(string to, BackupKey? key, string version, CancellationToken ct)
    {
        var target = Path.GetFullPath(to);
        RefuseBadPlace(target);
        using var work = BackupWork.Begin(dataFolder);
        if (await DatabaseStart.IsCurrentAsync(db, ct))
        {
            // Not in a schema that this program does not know yet: a backup comes before an upgrade.
            db.Audit(new AuditNote(AuditAction.BackedUp, RecordKind.Installation), AuditOrigin.Operator);
            await db.SaveChangesAsync(ct);
        }

        var snapshot = settings.IsSqlite ? Path.Combine(work.Folder, SetNames.Database) : null;
        if (snapshot is not null)
        {
            DiskRoom.Ask(dataFolder, new FileInfo(settings.SqliteFile).Length);
            await SqliteSnapshot.TakeAsync(settings.SqliteFile, snapshot, ct);
        }

        var contents = snapshot is null ? new SnapshotContents(null, new Dictionary<string, long>()) : await SqliteSnapshot.ReadAsync(snapshot, ct);
        var files = snapshot is null ? await OnServerAsync(ct) : await SqliteSnapshot.FilesAsync(snapshot, ct);
        DiskRoom.Ask(Path.GetDirectoryName(target)!, files.Sum(f => f.Size) + (snapshot is null ? 0 : new FileInfo(snapshot).Length));
        var head = new SetHead(SetHead.OurProduct, SetHead.OurFormat, version, settings.IsSqlite ? SetHead.Sqlite : SetHead.SqlServer, contents.Schema, clock.UtcNow());
        File.Delete(target + Unfinished);   // what a killed backup left
        try
        {
            MadeSet made;
            await using (var file = new FileStream(target + Unfinished, Private()))
            {
                made = await WriteAsync(file, key, head, snapshot, contents.Rows, files, ct);
                file.Flush(flushToDisk: true);
                made = made with { Size = file.Length };
            }

            File.Move(target + Unfinished, target);
            FolderOnDisk.Flush(Path.GetDirectoryName(target)!);
            return made;
        }
        finally
        {
            File.Delete(target + Unfinished);   // gone already when the set is whole
        }
    }

    private void RefuseBadPlace(string target)
    {
        var folder = Path.GetDirectoryName(target);
        if (folder is null || !Directory.Exists(folder))
        {
            throw new BackupRefusal($"There is no folder {folder}. Nothing was written.");
        }

        if (Path.Exists(target))
        {
            throw new BackupRefusal($"{target} is there already, and a set is never overwritten. Name another file.");
        }

        if ((folder + Path.DirectorySeparatorChar).StartsWith(dataFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new BackupRefusal("A set inside the data folder would be lost together with it. Name another place.");
        }
    }

    private async Task<MadeSet> WriteAsync(
        Stream file, BackupKey? key, SetHead head, string? snapshot, IReadOnlyDictionary<string, long> rows, IReadOnlyList<SnapshotFile> files, CancellationToken ct)
    {
        using var set = new SetWriter(file, key, head.MadeAt);
        await set.BeginAsync(head, ct);
        if (snapshot is not null)
        {
            await using var content = File.OpenRead(snapshot);
            await set.AddAsync(SetNames.Database, content, ct);
        }

        var taken = 0;
        var (gone, faults) = (new List<string>(), new List<string>());
        foreach (var known in files)
        {
            if (TryOpen(known.StorageName) is not { } content)
            {
                gone.Add(known.StorageName);
                if (await IsKnownAsync(known.Id, ct))
                {
                    faults.Add($"File {known.Id} is not in the store.");
                }

                continue;
            }

            await using (content)
            {
                taken++;
                if (await set.AddAsync(SetNames.OfFile(known.StorageName), content, ct) != known.Sha256)
                {
                    faults.Add($"File {known.Id} is not as it came: its bytes have changed in the store.");
                }
            }
        }

        await set.FinishAsync(rows, gone, ct);
        return new MadeSet(0, taken, gone, faults);
    }

    private Stream? TryOpen(string storageName)
    {
        try
        {
            return store.OpenRead(storageName);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private async Task<bool> IsKnownAsync(long id, CancellationToken ct) =>
        settings.IsSqlite ? await SqliteSnapshot.KnowsAsync(settings.SqliteFile, id, ct) : await db.Files.AnyAsync(f => f.Id == id, ct);

    private Task<List<SnapshotFile>> OnServerAsync(CancellationToken ct) =>
        db.Files.AsNoTracking().OrderBy(f => f.Id).Select(f => new SnapshotFile(f.Id, f.StorageName, f.Size, f.Sha256)).ToListAsync(ct);

    /// <summary>Everything about everybody stands in it: nobody but its owner reads the file.</summary>
    private static FileStreamOptions Private()
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 256 * 1024 };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return how;
    }
}
