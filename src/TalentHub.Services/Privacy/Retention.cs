using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Domain.People;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Screening;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Privacy;

/// <summary>
/// Erases whose clocks have run out. A clock stops while anything about the person runs or a legal hold names them; whoever is considered again starts anew, because the last end counts.
/// </summary>
public sealed class Retention(TalentHubDb db, ErasePerson erase, TimeProvider clock) : IJob, IService
{
    public string Name => "retention";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public Task RunAsync(CancellationToken ct) => RunAsync(isDry: false, ct);

    /// <param name="isDry">Only says what would be erased.</param>
    /// <returns>The run; of a dry one only what it would have found.</returns>
    public async Task<RetentionRun> RunAsync(bool isDry, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var now = clock.UtcNow();
        var due = await DueAsync(now, ct);
        var people = await db.People.CountAsync(p => p.ErasedAt == null, ct);
        var today = await db.ErasedPeople.CountAsync(e => e.Cause == ErasureCause.Retention && e.ErasedAt > now.AddDays(-1), ct);
        var run = new RetentionRun(now, people, due.Count, today);
        if (isDry || due.Count == 0)
        {
            return run;
        }

        // Somebody looked at no fewer than these within a day and said yes.
        var since = now.AddDays(-1);
        var isReleased = await db.RetentionRuns.AnyAsync(r => r.ReleasedAt > since && r.Due >= due.Count, ct);
        db.RetentionRuns.Add(run);
        await db.SaveChangesAsync(ct);
        if (run.IsStopped && !isReleased)
        {
            return run;
        }

        var erased = 0;
        foreach (var person in due)
        {
            try
            {
                await erase.EraseAsync(person, ErasureCause.Retention, Actor.System, ct);
                erased++;
            }
            catch (DomainException)
            {
                // Considered again, or held, since the look: its clock stands still.
                db.ChangeTracker.Clear();
            }
        }

        var kept = await db.RetentionRuns.SingleAsync(r => r.Id == run.Id, ct);
        kept.Took(erased);
        await db.SaveChangesAsync(ct);
        return kept;
    }

    /// <summary>Whose every clock has run out, by number.</summary>
    public async Task<IReadOnlyList<long>> DueAsync(DateTime now, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var rules = await db.RetentionRules.AsNoTracking().ToListAsync(ct);
        if (rules.Count == 0)
        {
            return [];
        }

        // No clock is shorter than the shortest rule: what ended later is not looked at.
        var latest = now.AddMonths(-rules.Min(r => r.Months));
        var latestDay = DateOnly.FromDateTime(latest);
        var still = db.People.AsNoTracking().Where(p => p.ErasedAt == null && p.MergedIntoId == null
            && !db.Applications.Any(a => a.PersonId == p.Id && (a.EndedAt == null || a.EndedAt > latest))
            && !db.Employments.Any(e => e.PersonId == p.Id && ((e.State != EmploymentState.Ended && e.State != EmploymentState.NeverStarted) || e.EndsOn > latestDay))
            && !db.Offers.Any(o => o.PersonId == p.Id && o.State != OfferState.Accepted && OfferFlow.Live.Contains(o.State))
            && !db.LegalHolds.Any(h => h.PersonId == p.Id && h.LiftedAt == null));
        var ends = await (
            from p in still
            join a in db.Applications.AsNoTracking() on p.Id equals a.PersonId
            join r in db.Requisitions.AsNoTracking() on a.RequisitionId equals r.Id
            join l in db.Locations.AsNoTracking() on r.LocationId equals l.Id
            where a.State != ApplicationState.Transferred && a.State != ApplicationState.Hired
            select new End(p.Id, RetentionKind.Application, l.Country, a.State, a.EndedAt!.Value)).ToListAsync(ct);
        var works = await (
            from p in still
            join e in db.Employments.AsNoTracking() on p.Id equals e.PersonId
            join l in db.Locations.AsNoTracking() on e.LocationId equals l.Id
            select new End(p.Id, RetentionKind.Employment, l.Country, null, e.EndsOn == null ? e.StateSince : e.EndsOn.Value.ToDateTime(TimeOnly.MinValue))).ToListAsync(ct);
        return [.. ends.Concat(works).GroupBy(e => e.PersonId).Where(of => of.All(e => IsOver(e, rules, now))).Select(of => of.Key).Order()];
    }

    private static bool IsOver(End end, List<RetentionRule> rules, DateTime now) =>
        RetentionRule.For(rules, end.Kind, end.Country, end.Outcome) is { } rule && end.At.AddMonths(rule.Months) <= now;

    private sealed record End(long PersonId, RetentionKind Kind, string Country, ApplicationState? Outcome, DateTime At);
}
