using System.Runtime.InteropServices;
using System.Text;

namespace TalentHub.Services.Operations;

/// <summary>
/// Forces what a folder lists to the disk: a new or renamed file is durable only when its folder is. The framework opens no folder, so the system is asked. On Windows the file system
/// keeps a journal of names and there is nothing to do.
/// </summary>
public static class FolderOnDisk
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">The folder cannot be written to the disk.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(Encoding.UTF8.GetBytes(Path.GetFullPath(folder) + '\0'), ReadOnly);
        if (handle < 0)
        {
            throw new IOException($"The folder {folder} cannot be opened (error {Marshal.GetLastPInvokeError()}).");
        }

        try
        {
            if (Synchronise(handle) != 0)
            {
                throw new IOException($"The folder {folder} cannot be written to the disk (error {Marshal.GetLastPInvokeError()}).");
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Synchronise(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
