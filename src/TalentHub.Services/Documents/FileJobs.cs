using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Documents;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Documents;

/// <summary>Asks again for files that a stopped or busy program left unread.</summary>
public sealed class ReadWaitingFiles(TalentHubDb db, ReadingDesk desk, TimeProvider clock) : IJob
{
    /// <summary>Younger ones are on the desk of the program that took them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string Name => "read-waiting-files";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.UtcNow() - Patience;
        var waiting = await db.Files.Where(f => f.ReadState == ReadState.Waiting && f.UploadedAt < before).OrderBy(f => f.Id).Select(f => f.Id).Take(200).ToListAsync(ct);
        waiting.ForEach(desk.Ask);
    }
}

/// <summary>Drops what was uploaded and never sent, a day after.</summary>
public sealed class DropUnsentFiles(TalentHubDb db, FileStore store, TimeProvider clock) : IJob
{
    public string Name => "drop-unsent-files";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var dropped = await db.Files.Where(f => f.PersonId == null && f.DropAt <= now).OrderBy(f => f.Id).Take(500).ToListAsync(ct);
        db.Files.RemoveRange(dropped);
        await db.SaveChangesAsync(ct);
        dropped.ForEach(f => store.Delete(f.StorageName));
    }
}

/// <summary>Removes bytes that no row knows: what a crash between the bytes and their row left.</summary>
public sealed class SweepFiles(TalentHubDb db, FileStore store, TimeProvider clock) : IJob
{
    private const int Batch = 500;

    public string Name => "sweep-files";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var names in store.NamesBefore(clock.UtcNow() - StoredFile.UnsentFor).Chunk(Batch))
        {
            var known = (await db.Files.Where(f => names.Contains(f.StorageName)).Select(f => f.StorageName).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
            foreach (var name in names.Where(n => !known.Contains(n)))
            {
                store.Delete(name);
            }
        }
    }
}
