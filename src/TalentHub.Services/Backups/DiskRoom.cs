namespace TalentHub.Services.Backups;

/// <summary>Says before anything is written whether there is room for it.</summary>
public static class DiskRoom
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Left free, so that whoever shares the disk can go on.</summary>
    private const long Margin = 50 * Megabyte;

    /// <exception cref="BackupRefusal">There is not.</exception>
    public static void Ask(string folder, long needed) => Ask(folder, needed, new DriveInfo(folder).AvailableFreeSpace);

    /// <param name="free">Bytes that the disk has left.</param>
    /// <exception cref="BackupRefusal">There is not.</exception>
    public static void Ask(string folder, long needed, long free)
    {
        if (free < needed + Margin)
        {
            throw new BackupRefusal($"There is not enough room in {folder}: {Whole(needed + Margin)} MB are needed, {free / Megabyte} MB are free. Nothing was written.");
        }
    }

    private static long Whole(long bytes) => (bytes + Megabyte - 1) / Megabyte;
}
