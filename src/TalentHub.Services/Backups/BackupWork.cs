namespace TalentHub.Services.Backups;

/// <summary>
/// The folder in which a copy of the database lies while a set is made: in the data folder, protected like the database itself. What a kill left there holds people who may have been
/// erased since, so the next backup and the next scrub remove it.
/// </summary>
public sealed class BackupWork : IDisposable
{
    public const string FolderName = "backup.work";

    private readonly FileStream held;

    private BackupWork(FileStream held, string folder) => (this.held, Folder) = (held, folder);

    /// <summary>Empty.</summary>
    public string Folder { get; }

    /// <exception cref="BackupRefusal">Another backup runs.</exception>
    public static BackupWork Begin(string dataFolder)
    {
        var mine = FolderLock.TakeAlone(dataFolder, FolderLock.Backup) ?? throw new BackupRefusal("Another backup of this installation is running. Wait until it has ended.");
        var work = new BackupWork(mine, Path.Combine(dataFolder, FolderName));
        work.Clear();
        Directory.CreateDirectory(work.Folder);
        return work;
    }

    /// <summary>Removes what a killed backup left. False while one runs.</summary>
    public static bool ClearLeft(string dataFolder)
    {
        if (!Directory.Exists(Path.Combine(dataFolder, FolderName)))
        {
            return true;
        }

        if (FolderLock.TakeAlone(dataFolder, FolderLock.Backup) is not { } mine)
        {
            return false;
        }

        new BackupWork(mine, Path.Combine(dataFolder, FolderName)).Dispose();
        return true;
    }

    public void Dispose()
    {
        Clear();
        held.Dispose();
    }

    private void Clear()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
