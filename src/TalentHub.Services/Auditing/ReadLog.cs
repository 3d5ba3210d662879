using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalentHub.Data;
using TalentHub.Data.Observability;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;

namespace TalentHub.Services.Auditing;

/// <summary>The queue is full and stays so: what may only be shown to those who are written down is not shown.</summary>
public sealed class AuditQueueFull() : Exception("The audit queue is full");

/// <summary>
/// Looks wait here, at most <see cref="Capacity"/> of them, until they are written in batches within a second. One look for each reader, record and ten minutes: the second costs a
/// question to a table in memory.
/// </summary>
public sealed partial class ReadLog(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReadLog> logger) : IDisposable
{
    public const int Capacity = 8192;

    /// <summary>One entry for each reader, record and this long.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int Batch = 500;
    private const int MostRemembered = 50_000;

    private readonly Channel<AuditEntry> queue = Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly ConcurrentDictionary<Look, long> seen = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly List<AuditEntry> unwritten = [];

    /// <summary>How long a reader waits for room before the page is refused.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Looks that are not written yet.</summary>
    public int Waiting => queue.Reader.Count + unwritten.Count;

    /// <summary>Was it looked at by this reader within the window?</summary>
    public bool IsKnown(Look look) => seen.TryGetValue(look, out var at) && clock.GetUtcNow().Ticks - at < Window.Ticks;

    /// <exception cref="AuditQueueFull">No room within <see cref="Patience"/>.</exception>
    public async ValueTask AddAsync(AuditEntry entry, Look? look, CancellationToken ct)
    {
        if (!queue.Writer.TryWrite(entry))
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Patience);
            try
            {
                await queue.Writer.WriteAsync(entry, patience.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                Full(logger, Capacity);
                Signals.LooksRefused.Add(1);
                throw new AuditQueueFull();
            }
        }

        if (look is not null)
        {
            Remember(look);
        }
    }

    /// <summary>Writes all that waits. What could not be written waits on and comes first the next time.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        await writing.WaitAsync(ct);
        try
        {
            while (true)
            {
                while (unwritten.Count < Batch && queue.Reader.TryRead(out var entry))
                {
                    unwritten.Add(entry);
                }

                if (unwritten.Count == 0)
                {
                    return;
                }

                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
                var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
                db.AuditEntries.AddRange(unwritten);
                await db.SaveChangesAsync(ct);
                unwritten.Clear();
            }
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();

    /// <summary>Forgetting one too early writes an entry too many, never one too few.</summary>
    private void Remember(Look look)
    {
        var now = clock.GetUtcNow().Ticks;
        seen[look] = now;
        if (seen.Count > MostRemembered)
        {
            foreach (var old in seen.Where(s => now - s.Value >= Window.Ticks).ToList())
            {
                seen.TryRemove(old);
            }

            if (seen.Count > MostRemembered)
            {
                seen.Clear();
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Capacity} looks wait to be written to the audit log; a page is refused")]
    private static partial void Full(ILogger logger, int capacity);
}

/// <summary>What makes two looks the same one.</summary>
public sealed record Look(long ReaderId, AuditAction Action, RecordKind Record, long? RecordId, string? Detail);

/// <summary>Writes down who looks, in the name of whoever acts in this scope.</summary>
public sealed class Looks(ReadLog log, CurrentActor actor, IAuditOrigin origin, TimeProvider clock) : IService
{
    /// <summary>Once for each reader, record and ten minutes.</summary>
    /// <exception cref="AuditQueueFull">It could not be written down: the page must not be shown.</exception>
    public ValueTask NoteAsync(AuditNote note, CancellationToken ct)
    {
        var look = new Look(actor.Link?.PersonId ?? actor.Value.PersonId, note.Action, note.Record, note.RecordId, note.Detail);
        return log.IsKnown(look) ? default : log.AddAsync(new AuditEntry(origin.Now(), note, clock.UtcNow()), look, ct);
    }

    /// <summary>Each time: a wrong password, a wrong code.</summary>
    /// <param name="accountId">Which account was tried.</param>
    public ValueTask TriedAsync(AuditNote note, long? accountId, CancellationToken ct) =>
        log.AddAsync(new AuditEntry(origin.Now() with { AccountId = accountId }, note with { Result = AuditResult.Refused }, clock.UtcNow()), look: null, ct);
}
