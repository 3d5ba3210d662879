using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Screening;
using TalentHub.Services.Calendar;

namespace TalentHub.Services.Interviews;

/// <summary>What the machine of interviews must know beyond the interview.</summary>
public sealed class InterviewFactsLoader(TalentHubDb db, Zones zones, TimeProvider clock) : IService
{
    /// <summary>Local hours between which people meet without being asked why.</summary>
    private static readonly (TimeSpan From, TimeSpan To) Hours = (TimeSpan.FromHours(8), TimeSpan.FromHours(20));

    /// <param name="slot">The time and people to be judged; null where none is proposed.</param>
    public async Task<InterviewFacts> LoadAsync(Interview interview, Slot? slot, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var application = await db.Applications.AsNoTracking().Where(a => a.Id == interview.ApplicationId)
            .Select(a => new { a.State, IsHeld = a.Hold != null, a.ReferrerId }).SingleAsync(ct);
        var now = clock.UtcNow();
        var facts = new InterviewFacts(
            ApplicationInterviews: application.State == ApplicationState.Interviewing && !application.IsHeld,
            HasStarted: interview.StartsAt <= now,
            HasEnded: interview.EndsAt <= now,
            MissingCards: interview.MissingCards,
            LastRequired: interview.State == InterviewState.AwaitingFeedback && await IsLastRequiredAsync(interview, ct));
        return slot is null ? facts : await WithSlotAsync(facts, interview, application.ReferrerId, slot, ct);
    }

    private async Task<InterviewFacts> WithSlotAsync(InterviewFacts facts, Interview interview, long? referrerId, Slot slot, CancellationToken ct)
    {
        var people = slot.InterviewerIds.ToList();
        var week = slot.StartsAt.Date.AddDays(-(((int)slot.StartsAt.DayOfWeek + 6) % 7));
        var (earliest, latest) = (week.AddDays(-1), week.AddDays(8));
        var others = await (from i in db.Interviews.AsNoTracking()
                            from m in i.Panel
                            where i.Id != interview.Id && InterviewFlow.InCalendar.Contains(i.State) && i.StartsAt >= earliest && i.StartsAt < latest && people.Contains(m.PersonId)
                            select new { m.PersonId, i.StartsAt, i.EndsAt }).ToListAsync(ct);
        var names = await db.NamesAsync([.. people, interview.PersonId], ct);
        var zoneOf = await zones.OfAsync(people, ct);
        var named = await db.InterviewPlans.AsNoTracking().Where(p => p.RequisitionId == interview.RequisitionId)
            .SelectMany(p => p.Rounds).Where(r => r.Id == interview.RoundId).Select(r => r.InterviewerIds).FirstOrDefaultAsync(ct) ?? [];

        return facts with
        {
            CandidateOnPanel = people.Contains(interview.PersonId),
            ReferrerOnPanel = referrerId is { } referrer && people.Contains(referrer),
            Clashing = NamesOf(people.Where(p => others.Exists(o => o.PersonId == p && o.StartsAt < slot.EndsAt && o.EndsAt > slot.StartsAt))),
            OverLimit = NamesOf(people.Where(p =>
                others.Count(o => o.PersonId == p && o.StartsAt >= week && o.StartsAt < week.AddDays(7)) >= InterviewFacts.WeeklyLimit)),
            OutsideHours = NamesOf([
                .. people.Where(p => IsOutside(slot, zoneOf.GetValueOrDefault(p, "UTC"))),
                .. IsOutside(slot, slot.CandidateZone) ? [interview.PersonId] : Array.Empty<long>()]),
            NotNamed = named.Count == 0 ? null : NamesOf(people.Where(p => !named.Contains(p))),
        };

        NameList? NamesOf(IEnumerable<long> ids) => NameList.Of(ids.Select(id => names.GetValueOrDefault(id)?.InBoth() ?? new Bilingual("?", "?")));
    }

    private static bool IsOutside(Slot slot, string zone)
    {
        var (start, end) = (Clock.LocalIn(slot.StartsAt, zone), Clock.LocalIn(slot.EndsAt, zone));
        return start.TimeOfDay < Hours.From || end.TimeOfDay > Hours.To || end.Date != start.Date;
    }

    /// <summary>Would every required round be complete, and nothing else be running, once this one is?</summary>
    private async Task<bool> IsLastRequiredAsync(Interview interview, CancellationToken ct)
    {
        var others = db.Interviews.Where(i => i.ApplicationId == interview.ApplicationId && i.Id != interview.Id);
        return !await db.Applications.AsNoTracking().Where(a => a.Id == interview.ApplicationId).AnyAsync(
            a => others.Any(o => InterviewFlow.Running.Contains(o.State))
                || db.InterviewPlans.Where(p => p.RequisitionId == a.RequisitionId).SelectMany(p => p.Rounds)
                    .Any(r => r.IsRequired && r.Id != interview.RoundId && !others.Any(o => o.RoundId == r.Id && o.State == InterviewState.FeedbackComplete)),
            ct);
    }
}
