using System.Text;

namespace TalentHub.Services.Backups;

/// <summary>Lists of the erased that come together at a restore: the one of the data folder, and one that was kept elsewhere.</summary>
public static class ErasedLists
{
    /// <summary>Writes every line once, to the disk. Lines that a kill cut off are taken along: whoever reads the list leaves them out.</summary>
    /// <param name="lists">Null or missing: nothing comes from there.</param>
    public static async Task MergeAsync(string into, IReadOnlyList<string?> lists, CancellationToken ct)
    {
        var lines = new List<string>();
        foreach (var list in lists.Where(File.Exists))
        {
            lines.AddRange(await File.ReadAllLinesAsync(list!, ct));
        }

        if (lines.Count == 0)
        {
            return;
        }

        await using var file = new FileStream(into, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await file.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Distinct(StringComparer.Ordinal).Select(l => l + "\n"))), ct);
        file.Flush(flushToDisk: true);
    }
}
