using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Data.Setup;
using TalentHub.Services.Backups;
using TalentHub.Services.Documents;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Privacy;

/// <summary>
/// What follows an erasure's commit, safe to do twice: the erased stand in the list that restores look at, their files go, then the pages of the database that held their words.
/// </summary>
public sealed class FinishErasures(TalentHubDb db, FileStore store, ErasedList list, WriteGate gate, DatabaseSettings settings, TimeProvider clock) : IJob, IService
{
    /// <summary>Larger files are written anew at night only: nobody can write meanwhile.</summary>
    private const long SmallEnough = 512L * 1024 * 1024;

    private const int NightEnds = 5;

    /// <summary>A tombstone is made a moment before it is committed: what is younger than the last look and this is looked at again.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    public string Name => "finish-erasures";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken ct)
    {
        await CompleteListAsync(ct);
        await RemoveFilesAsync(ct);
        if (await db.ErasedPeople.AnyAsync(e => e.ScrubbedAt == null, ct) && await IsTimeAsync(ct))
        {
            await ScrubAsync(ct);
        }
    }

    /// <summary>Adds to the list whoever is erased and does not stand in it: a kill came between the commit and the line, or the disk was full.</summary>
    public async Task CompleteListAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var since = list.ComparedAt - Overlap ?? DateTime.MinValue;
        var erased = await db.ErasedPeople.AsNoTracking().Where(e => e.ErasedAt >= since).OrderBy(e => e.Id).ToListAsync(ct);
        await list.AddAsync(await list.LacksAsync(erased, ct), ct);
        list.ComparedAt = now;
    }

    /// <summary>Removes the bytes of every erased person; a stop in between leaves their names in the tombstone, for the next run.</summary>
    public async Task RemoveFilesAsync(CancellationToken ct)
    {
        // A list is stored as JSON: an empty one is two characters, whatever the database.
        var left = (await db.ErasedPeople.Where(e => e.ScrubbedAt == null).OrderBy(e => e.Id).ToListAsync(ct)).Where(e => e.FilesLeft.Count > 0).ToList();
        foreach (var erased in left)
        {
            erased.FilesLeft.ForEach(store.Delete);
            erased.FilesAreGone();
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>
    /// Writes the database file anew, so that free pages hold nothing of the erased, after what a killed backup left is gone; while one runs, the next run tries again. On SQL Server the server overwrites its free pages by itself (docs/privacy.md).
    /// </summary>
    public async Task ScrubAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (settings.IsSqlite && !(BackupWork.ClearLeft(Path.GetDirectoryName(settings.SqliteFile)!) && await SqliteScrub.RunAsync(settings.SqliteFile, gate, ct)))
        {
            return;
        }

        // Their files are gone by now, else the names would be lost with the mark.
        var done = (await db.ErasedPeople.Where(e => e.ScrubbedAt == null && e.ErasedAt <= now).ToListAsync(ct)).Where(e => e.FilesLeft.Count == 0).ToList();
        done.ForEach(e => e.Scrubbed(now));
        await db.SaveChangesAsync(ct);
    }

    private async Task<bool> IsTimeAsync(CancellationToken ct)
    {
        if (!settings.IsSqlite || new FileInfo(settings.SqliteFile).Length <= SmallEnough)
        {
            return true;
        }

        var zone = await db.Companies.OrderBy(c => c.Id).Select(c => c.Zone).FirstOrDefaultAsync(ct);
        return Clock.LocalIn(clock.UtcNow(), zone).Hour < NightEnds;
    }
}
