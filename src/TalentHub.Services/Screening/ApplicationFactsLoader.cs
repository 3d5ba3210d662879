using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Screening;

namespace TalentHub.Services.Screening;

/// <summary>
/// Loads what the application machine must know, one application or a board full, with the same few questions to the database. Reads as the system: the
/// facts decide, and only their sentences are shown. A fact that cannot matter in a state is not looked up there.
/// </summary>
public sealed class ApplicationFactsLoader(TalentHubDb db, TimeProvider clock) : IService
{
    private static readonly OfferState[] Out = [OfferState.Extended, OfferState.InNegotiation, OfferState.Accepted];

    public async Task<ApplicationFacts> LoadAsync(JobApplication application, CancellationToken ct) =>
        (await LoadAsync([application], ct))[application.Id];

    /// <summary>The same with the job to which it would be transferred.</summary>
    public async Task<ApplicationFacts> LoadForTransferAsync(JobApplication application, long targetRequisitionId, CancellationToken ct)
    {
        var facts = await LoadAsync(application, ct);
        using (db.ReadingAsSystem())
        {
            var target = await db.Set<Requisition>().AsNoTracking().Where(r => r.Id == targetRequisitionId)
                .Select(r => new
                {
                    Open = r.State == RequisitionState.Open,
                    Runs = db.Applications.Any(a => a.PersonId == application.PersonId && a.RequisitionId == r.Id && a.EndedAt == null),
                })
                .SingleOrDefaultAsync(ct);
            return facts with { TargetOpen = target?.Open ?? false, AlreadyAtTarget = target?.Runs ?? false };
        }
    }

    public async Task<IReadOnlyDictionary<long, ApplicationFacts>> LoadAsync(IReadOnlyCollection<JobApplication> applications, CancellationToken ct)
    {
        if (applications.Count == 0)
        {
            return new Dictionary<long, ApplicationFacts>();
        }

        using (db.ReadingAsSystem())
        {
            var now = clock.UtcNow();
            var jobs = await JobsAsync([.. applications.Select(a => a.RequisitionId).Distinct()], ct);
            var own = await OwnAsync([.. applications.Select(a => a.Id)], ct);
            var talks = await TalksAsync(In(applications, ApplicationState.Interviewing, ApplicationState.Deciding), ct);
            var offers = await OffersAsync(In(applications, ApplicationState.OfferStage, ApplicationState.ReadyToHire), ct);
            return applications.ToDictionary(
                a => a.Id,
                a => Join(now, jobs[a.RequisitionId], own.GetValueOrDefault(a.Id), talks.GetValueOrDefault(a.Id), offers.GetValueOrDefault(a.Id) ?? []));
        }
    }

    private static List<long> In(IReadOnlyCollection<JobApplication> applications, ApplicationState one, ApplicationState other) =>
        [.. applications.Where(a => a.State == one || a.State == other).Select(a => a.Id)];

    private static ApplicationFacts Join(DateTime now, JobFacts job, OwnFacts? own, TalkFacts? talks, List<OfferFact> offers) => new()
    {
        Now = now,
        HiringManagerId = job.HiringManagerId,
        RecruiterId = job.RecruiterId ?? 0,
        RequisitionOpen = job.Open,
        RequisitionHeld = job.Held,
        CriteriaTotal = job.Criteria,
        HasInterviewPlan = job.HasPlan,
        OpenSeats = job.OpenSeats,
        CriteriaMarked = own?.Marked ?? 0,
        CriteriaNotMet = own?.NotMet ?? 0,
        RequiredInterviewsOpen = talks?.RequiredOpen ?? 0,
        DecidedHire = talks?.DecidedHire ?? false,
        OfferLives = offers.Exists(o => OfferFlow.Live.Contains(o.State)),
        OfferIsOut = offers.Exists(o => Out.Contains(o.State)),
        OfferAccepted = offers.Exists(o => o.State == OfferState.Accepted),
        StartDateReached = offers.Find(o => o.State == OfferState.Accepted)?.StartsOn is { } day && day <= Clock.DayIn(now, job.Zone),
        OtherActiveApplications = own?.Others ?? 0,
        AnotherForThisJob = own?.Again ?? false,
    };

    private Task<Dictionary<long, JobFacts>> JobsAsync(IReadOnlyList<long> ids, CancellationToken ct) =>
        db.Set<Requisition>().AsNoTracking().Where(r => ids.Contains(r.Id))
            .Select(r => new JobFacts(
                r.Id,
                r.HiringManagerId,
                r.RecruiterId,
                r.State == RequisitionState.Open,
                r.Hold != null,
                db.Criteria.Count(c => c.RequisitionId == r.Id),
                db.Set<InterviewPlan>().Any(p => p.RequisitionId == r.Id && p.Rounds.Any()),
                db.Set<Opening>().Count(o => o.RequisitionId == r.Id && o.State == OpeningState.Open),
                db.Locations.Where(l => l.Id == r.LocationId).Select(l => l.Zone).FirstOrDefault()))
            .ToDictionaryAsync(j => j.Id, ct);

    private Task<Dictionary<long, OwnFacts>> OwnAsync(IReadOnlyList<long> ids, CancellationToken ct) =>
        db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new OwnFacts(
                a.Id,
                a.State == ApplicationState.InReview ? a.Marks.Count(m => m.CriterionId > 0) : 0,
                a.State == ApplicationState.InReview ? a.Marks.Count(m => m.Value == MarkValue.NotMet) : 0,
                a.EndedAt == null ? db.Applications.Count(o => o.PersonId == a.PersonId && o.Id != a.Id && o.EndedAt == null) : 0,
                a.EndedAt != null && db.Applications.Any(o => o.PersonId == a.PersonId && o.RequisitionId == a.RequisitionId && o.EndedAt == null)))
            .ToDictionaryAsync(o => o.Id, ct);

    private async Task<Dictionary<long, TalkFacts>> TalksAsync(List<long> ids, CancellationToken ct) => ids.Count == 0
        ? []
        : await db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new TalkFacts(
                a.Id,
                db.Set<InterviewPlan>().Where(p => p.RequisitionId == a.RequisitionId).SelectMany(p => p.Rounds)
                    .Count(r => r.IsRequired && !db.Set<Interview>().Any(i => i.ApplicationId == a.Id && i.RoundId == r.Id && i.State == InterviewState.FeedbackComplete)),
                db.Set<HiringDecision>().Any(d => d.ApplicationId == a.Id && d.State == DecisionState.Hire)))
            .ToDictionaryAsync(t => t.Id, ct);

    private async Task<Dictionary<long, List<OfferFact>>> OffersAsync(List<long> ids, CancellationToken ct) => ids.Count == 0
        ? []
        : (await db.Set<Offer>().AsNoTracking().Where(o => ids.Contains(o.ApplicationId))
            .Select(o => new OfferFact(o.ApplicationId, o.State, o.Versions.OrderByDescending(v => v.Number).Select(v => (DateOnly?)v.StartsOn).FirstOrDefault()))
            .ToListAsync(ct))
            .GroupBy(o => o.ApplicationId).ToDictionary(g => g.Key, g => g.ToList());

    private sealed record JobFacts(
        long Id, long HiringManagerId, long? RecruiterId, bool Open, bool Held, int Criteria, bool HasPlan, int OpenSeats, string? Zone);

    private sealed record OwnFacts(long Id, int Marked, int NotMet, int Others, bool Again);

    private sealed record TalkFacts(long Id, int RequiredOpen, bool DecidedHire);

    private sealed record OfferFact(long ApplicationId, OfferState State, DateOnly? StartsOn);
}
