using TalentHub.Services.Operations;
using TalentHub.Services.Privacy;

namespace TalentHub.Services.Backups;

/// <summary>
/// The data folder while a set is restored into it. Everything happens in a folder inside; when that is complete a mark is set, and only then its parts move into place, the database last.
/// A kill before the mark leaves a folder that the next restore clears; after it, the next restore or start ends the move. A start in between is refused.
/// </summary>
public sealed class RestorePlace : IDisposable
{
    private const string FolderName = "restore.part";
    private const string CompleteMark = "restore.complete";

    /// <summary>What an empty data folder may hold: locks, the list of the erased, what a mount point brings along.</summary>
    private static readonly HashSet<string> Empty = [.. FolderLock.All, ErasedList.FileName, FolderName, BackupWork.FolderName, "lost+found"];

    private readonly string dataFolder;
    private readonly List<FileStream> locks;

    private RestorePlace(string dataFolder, List<FileStream> locks) => (this.dataFolder, this.locks) = (dataFolder, locks);

    /// <summary>Where the set is taken out and made ready; empty at first.</summary>
    public string Folder => Path.Combine(dataFolder, FolderName);

    /// <exception cref="BackupRefusal">Something is there already, or somebody serves from this folder.</exception>
    public static RestorePlace Enter(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var place = new RestorePlace(dataFolder, []);
        try
        {
            place.Lock();
            if (IsComplete(dataFolder))
            {
                throw new BackupRefusal("An earlier restore into this folder is complete but for its last step. Start TalentHub: it takes that step.");
            }

            place.RefuseFilled();
            place.Clear();
            Directory.CreateDirectory(place.Folder);
            return place;
        }
        catch
        {
            place.Release();
            throw;
        }
    }

    /// <summary>At a start: ends the move of a complete restore.</summary>
    /// <exception cref="BackupRefusal">A restore is on its way, or was broken off.</exception>
    public static void SeeTo(string dataFolder)
    {
        if (!Directory.Exists(Path.Combine(dataFolder, FolderName)))
        {
            return;
        }

        if (!IsComplete(dataFolder))
        {
            throw new BackupRefusal("A restore into this data folder is running or was broken off. Wait for it, or run restore again: it begins anew.");
        }

        Place(dataFolder);
    }

    /// <summary>What was made ready becomes the installation.</summary>
    public void Accept()
    {
        using (var mark = new FileStream(Path.Combine(Folder, CompleteMark), FileMode.Create, FileAccess.Write))
        {
            mark.Flush(flushToDisk: true);
        }

        FolderOnDisk.Flush(Folder);
        Place(dataFolder);
    }

    /// <summary>Leaves nothing of a restore that did not come to its end.</summary>
    public void Dispose()
    {
        if (!IsComplete(dataFolder))
        {
            Clear();
        }

        Release();
    }

    private static bool IsComplete(string dataFolder) => File.Exists(Path.Combine(dataFolder, FolderName, CompleteMark));

    private static void Place(string dataFolder)
    {
        var from = Path.Combine(dataFolder, FolderName);
        if (Directory.Exists(Path.Combine(from, SetNames.Files)))
        {
            var files = Path.Combine(dataFolder, SetNames.Files);
            if (Directory.Exists(files))
            {
                Directory.Delete(files, recursive: true);   // folders without a file: looked at before
            }

            Directory.Move(Path.Combine(from, SetNames.Files), files);
        }

        foreach (var name in new[] { ErasedList.FileName, SetNames.Database })
        {
            if (File.Exists(Path.Combine(from, name)))
            {
                File.Move(Path.Combine(from, name), Path.Combine(dataFolder, name), overwrite: true);
            }
        }

        FolderOnDisk.Flush(dataFolder);
        Directory.Delete(from, recursive: true);
    }

    private void Lock()
    {
        foreach (var name in new[] { FolderLock.Running, FolderLock.Start })
        {
            locks.Add(FolderLock.TakeAlone(dataFolder, name)
                ?? throw new BackupRefusal($"TalentHub is running on {dataFolder}. Nothing was restored; stop it, or name another data folder (TALENTHUB_DATA)."));
        }
    }

    private void RefuseFilled()
    {
        var filled = Directory.EnumerateFileSystemEntries(dataFolder).FirstOrDefault(entry => !Empty.Contains(Path.GetFileName(entry)) && !HoldsNothing(entry));
        if (filled is not null)
        {
            throw new BackupRefusal($"{dataFolder} is not empty ({Path.GetFileName(filled)}), and a restore overwrites nothing. Name an empty data folder (TALENTHUB_DATA), or move away what is there.");
        }
    }

    private static bool HoldsNothing(string entry) => Directory.Exists(entry) && !Directory.EnumerateFiles(entry, "*", SearchOption.AllDirectories).Any();

    private void Clear()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private void Release() => locks.ForEach(one => one.Dispose());
}
