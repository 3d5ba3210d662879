using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Flow;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Flow;

/// <summary>
/// Measures how long subjects stay in each state: median and ninetieth percentile (nearest rank) of the stays that ended in the last year. Stays under a minute
/// are accidental moves and left out (K2).
/// </summary>
public sealed class MeasureDwell(TalentHubDb db, TimeProvider clock) : IJob, IService
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    public string Name => "dwell";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var since = now.AddYears(-1);
        foreach (var machine in Machines.All.Select(m => m.Name))
        {
            var stays = new Dictionary<string, List<double>>(StringComparer.Ordinal);
            var rows = db.Transitions.AsNoTracking()
                .Where(t => t.Machine == machine && t.At >= since && t.From != null && t.Since != null && t.From != t.To)
                .Select(t => new { t.From, t.Since, t.At }).AsAsyncEnumerable();
            await foreach (var row in rows.WithCancellation(ct))
            {
                var stay = row.At - row.Since!.Value;
                if (stay >= Shortest)
                {
                    (stays.TryGetValue(row.From!, out var list) ? list : stays[row.From!] = []).Add(stay.TotalHours);
                }
            }

            await WriteAsync(machine, stays, now, ct);
        }
    }

    private async Task WriteAsync(string machine, Dictionary<string, List<double>> stays, DateTime now, CancellationToken ct)
    {
        var kept = await db.StateDwells.Where(d => d.Machine == machine).ToDictionaryAsync(d => d.State, ct);
        foreach (var (state, hours) in stays)
        {
            hours.Sort();
            if (!kept.TryGetValue(state, out var dwell))
            {
                db.StateDwells.Add(dwell = new StateDwell { Machine = machine, State = state });
            }

            dwell.MedianHours = Rank(hours, 0.5);
            dwell.NinetyPercentHours = Rank(hours, 0.9);
            dwell.Stays = hours.Count;
            dwell.At = now;
        }

        db.StateDwells.RemoveRange(kept.Values.Where(d => !stays.ContainsKey(d.State)));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private static double Rank(List<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
