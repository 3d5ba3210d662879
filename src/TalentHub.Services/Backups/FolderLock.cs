namespace TalentHub.Services.Backups;

/// <summary>Locks in the data folder that the system frees when their holder is killed.</summary>
public static class FolderLock
{
    /// <summary>Held by whoever makes a backup.</summary>
    public const string Backup = "backup.lock";

    /// <summary>Held, together, by all who serve from this folder.</summary>
    public const string Running = "running.lock";

    /// <summary>Held by whoever brings the schema up to date.</summary>
    public const string Start = "start.lock";

    public static readonly IReadOnlyList<string> All = [Backup, Running, Start];

    /// <summary>Null when somebody else holds it.</summary>
    public static FileStream? TakeAlone(string folder, string name) => Take(folder, name, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Null when somebody holds it alone.</summary>
    public static FileStream? TakeTogether(string folder, string name) => Take(folder, name, FileAccess.Read, FileShare.Read);

    private static FileStream? Take(string folder, string name, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(Path.Combine(folder, name), FileMode.OpenOrCreate, access, share);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
