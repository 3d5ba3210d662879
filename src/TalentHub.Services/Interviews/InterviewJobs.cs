using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Interviews;

/// <summary>An interview whose end has passed is over: its scorecards are handed out.</summary>
public sealed class EndInterviews(TalentHubDb db, InterviewFactsLoader facts, TimeProvider clock) : IJob
{
    private const int AtOnce = 200;

    public string Name => "end-interviews";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        foreach (var id in await db.Interviews.Where(i => InterviewFlow.Ahead.Contains(i.State) && i.EndsAt <= now)
                     .OrderBy(i => i.EndsAt).Select(i => i.Id).Take(AtOnce).ToListAsync(ct))
        {
            await db.InTransactionAsync(
                async () =>
                {
                    // Read again: another instance may have been faster.
                    if (await db.Interviews.SingleAsync(i => i.Id == id, ct) is { EndsAt: { } end } interview
                        && end <= now && Array.IndexOf(InterviewFlow.Ahead, interview.State) >= 0)
                    {
                        interview.End(await facts.LoadAsync(interview, null, ct), Actor.System, now);
                        await db.SaveChangesAsync(ct);
                    }
                },
                ct);
        }
    }
}

/// <summary>A day before an interview, everyone invited is reminded once.</summary>
public sealed class RemindOfInterviews(TalentHubDb db, InterviewMail mail, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Before = TimeSpan.FromHours(24);

    public string Name => "remind-of-interviews";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var due = now + Before;

        // Someone booked within the last day has just been told: no reminder for what is as near as its invitation.
        foreach (var interview in await db.Interviews
                     .Where(i => InterviewFlow.Ahead.Contains(i.State) && i.RemindedAt == null && i.StartsAt > now && i.StartsAt <= due).ToListAsync(ct))
        {
            if (interview.StateSince <= now - TimeSpan.FromHours(2))
            {
                await mail.RemindAsync(interview, ct);
            }

            interview.Reminded(now);
            await db.SaveChangesAsync(ct);
        }
    }
}

/// <summary>From a day after the interview on, once a day, those whose scorecard is missing are reminded, until it is in.</summary>
public sealed class RemindOfScorecards(TalentHubDb db, InterviewMail mail, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(24);

    public string Name => "remind-of-scorecards";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var since = now - Pause;
        var due = await (from c in db.Scorecards
                         join i in db.Interviews on c.InterviewId equals i.Id
                         where ScorecardFlow.Missing.Contains(c.State) && i.EndsAt <= since && (c.RemindedAt == null || c.RemindedAt <= since)
                         select c.Id).ToListAsync(ct);
        foreach (var id in due)
        {
            await db.InTransactionAsync(() => RemindAsync(id, now, ct), ct);
        }
    }

    private async Task RemindAsync(long id, DateTime now, CancellationToken ct)
    {
        var card = await db.Scorecards.AsNoTracking().SingleAsync(c => c.Id == id, ct);
        var interview = await db.Interviews.SingleAsync(i => i.Id == card.InterviewId, ct);
        await mail.RemindOfScorecardAsync(interview, card.InterviewerId, ct);
        await db.SaveChangesAsync(ct);

        // Not a change of the card: whoever writes in it meanwhile must not be told that someone else was faster.
        await db.Scorecards.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.RemindedAt, now), ct);
    }
}
