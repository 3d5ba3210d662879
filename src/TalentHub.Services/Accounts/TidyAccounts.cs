using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Accounts;

/// <summary>Takes away what no longer opens anything: ended sessions, old links, forgotten counters.</summary>
public sealed class TidyAccounts(TalentHubDb db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan LinkMemory = TimeSpan.FromDays(30);
    private static readonly TimeSpan CountMemory = TimeSpan.FromDays(2);

    public string Name => "tidy-accounts";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var idle = now - Sessions.IdleLimit;
        var oldLinks = now - LinkMemory;
        var oldCounts = now - CountMemory;
        await db.Sessions.Where(s => s.EndsAt <= now || s.LastSeenAt <= idle).ExecuteDeleteAsync(ct);
        await db.AccountLinks.Where(l => l.ExpiresAt <= oldLinks).ExecuteDeleteAsync(ct);
        await db.GuessCounts.Where(c => c.LastAt <= oldCounts).ExecuteDeleteAsync(ct);
    }
}
