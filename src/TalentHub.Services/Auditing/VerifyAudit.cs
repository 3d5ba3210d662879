using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Auditing;

namespace TalentHub.Services.Auditing;

/// <summary>Walks the whole chain and names, by number, whatever is not as it was sealed. Read-only.</summary>
public sealed class VerifyAudit(TalentHubDb db, AuditKeeper keeper, TimeProvider clock) : IService
{
    private const int Batch = 1000;

    /// <summary>The sealer comes every few seconds; later than this it does not run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>How many links were walked.</summary>
    public long Walked { get; private set; }

    /// <summary>A line for each thing that is wrong.</summary>
    /// <param name="known">An end that was written down elsewhere, <c>1042:9f86d0…</c>: the chain must have passed it.</param>
    public async IAsyncEnumerable<string> FindingsAsync(string? known, [EnumeratorCancellation] CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var (before, sequence, passed) = (AuditChain.Start, 0L, known is null);
        while (await db.AuditSeals.AsNoTracking().Where(s => s.Sequence > sequence).OrderBy(s => s.Sequence).Take(Batch).ToListAsync(ct) is { Count: > 0 } links)
        {
            var entries = await EntriesAsync([.. links.Select(l => l.EntryId)], ct);
            foreach (var link in links)
            {
                if (link.Sequence != sequence + 1)
                {
                    yield return Line($"{Range(sequence + 1, link.Sequence - 1)}: missing from the chain.");
                }

                if (Judge(link, before, entries) is { } says)
                {
                    yield return Line($"{link.Sequence}: {says}");
                }

                passed |= known == AuditChain.End(link.Sequence, link.Hash);
                (before, sequence) = (link.Hash, link.Sequence);
                Walked++;
            }
        }

        if (await EndAsync(sequence, before, ct) is { } end)
        {
            yield return end;
        }

        if (!passed)
        {
            yield return Line($"The chain never ended at {known}: it was rewritten, or cut before it.");
        }

        foreach (var stray in await StraysAsync(ct))
        {
            yield return stray;
        }
    }

    private static string? Judge(AuditSeal link, byte[] before, Dictionary<long, AuditEntry?> entries)
    {
        if (!entries.TryGetValue(link.EntryId, out var entry))
        {
            return Line($"entry {link.EntryId} was deleted.");
        }

        return entry is null || !AuditChain.Link(before, link.Sequence, entry).AsSpan().SequenceEqual(link.Hash) ? Line($"entry {link.EntryId} is not as it was sealed.")
            : entry.TextIsWhole ? null
            : Line($"the text of entry {link.EntryId} is not the one that was written.");
    }

    /// <summary>The head against the last link.</summary>
    private async Task<string?> EndAsync(long sequence, byte[] hash, CancellationToken ct)
    {
        if (await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(ct) is not { } head)
        {
            return sequence == 0 ? null : Line($"{sequence}: the chain has no seal at its end.");
        }

        var said = keeper.Opened(head);
        return said is null ? Line($"{sequence}: the seal at the end is not this installation's.")
            : said == AuditChain.End(sequence, hash) ? null
            : head.Sequence > sequence ? Line($"{Range(sequence + 1, head.Sequence)}: cut off the end.")
            : Line($"{sequence}: the end of the chain is not the one that was sealed.");
    }

    /// <summary>Entries that no link knows: put in behind the sealer's back, or waiting for a sealer that does not run.</summary>
    private async Task<List<string>> StraysAsync(CancellationToken ct)
    {
        var through = await db.AuditHeads.Select(h => (long?)h.SealedThrough).SingleOrDefaultAsync(ct) ?? 0;
        var late = clock.UtcNow() - Patience;
        var strays = await db.AuditEntries.AsNoTracking().Where(e => (e.Id <= through || e.At < late) && !db.AuditSeals.Any(s => s.EntryId == e.Id)).OrderBy(e => e.Id).Take(Batch)
            .Select(e => e.Id).ToListAsync(ct);
        return strays.ConvertAll(id => Line($"entry {id} is in no link: it was put in later, or the sealer does not run."));
    }

    /// <summary>By number; null for one that cannot even be read, because a word in it is none of ours.</summary>
    private async Task<Dictionary<long, AuditEntry?>> EntriesAsync(long[] ids, CancellationToken ct)
    {
        try
        {
            return (await db.AuditEntries.AsNoTracking().Where(e => ids.Contains(e.Id)).ToListAsync(ct)).ToDictionary(e => e.Id, e => (AuditEntry?)e);
        }
        catch (Exception unread) when (unread is InvalidOperationException or FormatException or ArgumentException or InvalidCastException)
        {
            var entries = new Dictionary<long, AuditEntry?>();
            foreach (var id in ids)
            {
                try
                {
                    if (await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is { } entry)
                    {
                        entries[id] = entry;
                    }
                }
                catch (Exception one) when (one is InvalidOperationException or FormatException or ArgumentException or InvalidCastException)
                {
                    entries[id] = null;
                }
            }

            return entries;
        }
    }

    private static string Range(long from, long to) => from == to ? Line($"{from}") : Line($"{from}–{to}");

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
