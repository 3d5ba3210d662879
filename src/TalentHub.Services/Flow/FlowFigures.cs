using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Flow;

/// <summary>What Flow shows of one state.</summary>
/// <param name="MedianHours">Null until enough stays have ended.</param>
/// <param name="Overdue">How many of them stand there for longer than they should.</param>
public sealed record StateFigures(int Count, double? MedianHours, double? NinetyPercentHours, int Overdue = 0);

/// <summary>The figures of all machines for one viewer.</summary>
/// <param name="Moves">How many went along an arrow in the period: machine, from, to.</param>
public sealed record LineFigures(
    IReadOnlyDictionary<(string Machine, string State), StateFigures> States, IReadOnlyDictionary<(string Machine, string From, string To), int> Moves)
{
    public StateFigures Of(string machine, string state) => States.GetValueOrDefault((machine, state)) ?? new StateFigures(0, null, null);

    /// <summary>Of those that left a state in the period, the share that took this arrow; null when nobody left.</summary>
    public double? Share(string machine, string from, string to)
    {
        var left = Moves.Where(m => m.Key.Machine == machine && m.Key.From == from).Sum(m => m.Value);
        return left == 0 ? null : Moves.GetValueOrDefault((machine, from, to)) / (double)left;
    }
}

/// <summary>
/// Reads the counters for what the viewer may see: everybody's for those who see all jobs, else only one's own jobs'. What may not be seen is not counted either.
/// The shared figures are kept for a few seconds.
/// </summary>
public sealed class FlowFigures(TalentHubDb db, IMemoryCache cache, TimeProvider clock) : IService
{
    /// <summary>Conversion looks back this far.</summary>
    public const int Days = 90;

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    /// <summary>Fewer ended stays than this tell nothing.</summary>
    private const int FewestStays = 5;

    public async Task<LineFigures> ForAsync(Actor viewer, CancellationToken ct)
    {
        var seesAll = viewer.May(Capability.SeeAllRequisitions);
        var key = seesAll ? $"flow:{viewer.May(Capability.SeeAllOffers)}" : $"flow:{viewer.PersonId}";
        return await cache.GetOrCreateAsync(key, entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Kept;
            return ReadAsync(viewer, seesAll, ct);
        }) ?? throw new InvalidOperationException("Figures were not read.");
    }

    private async Task<LineFigures> ReadAsync(Actor viewer, bool seesAll, CancellationToken ct)
    {
        var counts = db.StateCounts.AsNoTracking();
        var days = db.FlowDays.AsNoTracking();
        if (!seesAll)
        {
            // Through the visibility of jobs: only those of which the viewer sees the requisition.
            var mine = db.Requisitions.Select(r => r.Id);
            counts = counts.Where(c => mine.Contains(c.RequisitionId));
            days = days.Where(d => mine.Contains(d.RequisitionId));
        }

        var now = clock.UtcNow();
        var late = seesAll ? db.WorkItems.AsNoTracking() : db.WorkItems.AsNoTracking().WaitingFor(viewer, now);

        // A talk has a time and no limit: once it is over, its scorecards are what waits.
        var overdue = (await late.Where(w => w.DueAt < now && w.Kind != WorkKind.Meet).Select(w => new { w.Machine, w.State, w.SubjectId }).Distinct()
            .GroupBy(w => new { w.Machine, w.State }).Select(g => new { g.Key.Machine, g.Key.State, Count = g.Count() }).ToListAsync(ct))
            .ToDictionary(w => (w.Machine, w.State), w => w.Count);
        var since = DateOnly.FromDateTime(now).AddDays(-Days);
        var numbers = await counts.GroupBy(c => new { c.Machine, c.State }).Select(g => new { g.Key.Machine, g.Key.State, Count = g.Sum(c => c.Count) }).ToListAsync(ct);
        var moves = await days.Where(d => d.Day >= since).GroupBy(d => new { d.Machine, d.From, d.To })
            .Select(g => new { g.Key.Machine, g.Key.From, g.Key.To, Moves = g.Sum(d => d.Moves) }).ToListAsync(ct);
        var dwells = await db.StateDwells.AsNoTracking().Where(d => d.Stays >= FewestStays).ToDictionaryAsync(d => (d.Machine, d.State), ct);

        // A state through which everybody has passed, and where nobody stands now, still tells how long one stays there.
        var counted = numbers.ToDictionary(n => (n.Machine, n.State), n => n.Count);
        var states = counted.Keys.Union(dwells.Keys).ToDictionary(
            at => at,
            at => new StateFigures(counted.GetValueOrDefault(at), dwells.GetValueOrDefault(at)?.MedianHours, dwells.GetValueOrDefault(at)?.NinetyPercentHours, overdue.GetValueOrDefault(at)));
        return new LineFigures(states, moves.ToDictionary(m => (m.Machine, m.From, m.To), m => m.Moves));
    }
}
