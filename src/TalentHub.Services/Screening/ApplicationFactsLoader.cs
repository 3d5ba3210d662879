using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Screening;

namespace TalentHub.Services.Screening;

/// <summary>
/// Loads what the application machine must know, one application or a board full, with the same three questions to the database. Reads as the system: the
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
            return applications.ToDictionary(a => a.Id, a => Join(now, jobs[a.RequisitionId], own.GetValueOrDefault(a.Id)));
        }
    }

    private static ApplicationFacts Join(DateTime now, JobFacts job, OwnFacts? own) => new()
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
        RequiredInterviewsOpen = own?.RequiredOpen ?? 0,
        DecidedHire = own?.DecidedHire ?? false,
        OfferLives = own?.OfferLives ?? false,
        OfferIsOut = own?.OfferIsOut ?? false,
        OfferAccepted = own?.OfferAccepted ?? false,
        StartDateReached = own?.StartsOn is { } day && day <= Clock.DayIn(now, job.Zone),
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
                a.State == ApplicationState.Interviewing
                    ? db.Set<InterviewPlan>().Where(p => p.RequisitionId == a.RequisitionId).SelectMany(p => p.Rounds)
                        .Count(r => r.IsRequired && !db.Set<Interview>().Any(i => i.ApplicationId == a.Id && i.RoundId == r.Id && i.State == InterviewState.FeedbackComplete))
                    : 0,
                a.State == ApplicationState.Deciding && db.Set<HiringDecision>().Any(d => d.ApplicationId == a.Id && d.State == DecisionState.Hire),
                (a.State == ApplicationState.OfferStage || a.State == ApplicationState.ReadyToHire)
                    && db.Set<Offer>().Any(o => o.ApplicationId == a.Id && OfferFlow.Live.Contains(o.State)),
                (a.State == ApplicationState.OfferStage || a.State == ApplicationState.ReadyToHire)
                    && db.Set<Offer>().Any(o => o.ApplicationId == a.Id && Out.Contains(o.State)),
                (a.State == ApplicationState.OfferStage || a.State == ApplicationState.ReadyToHire)
                    && db.Set<Offer>().Any(o => o.ApplicationId == a.Id && o.State == OfferState.Accepted),
                a.State == ApplicationState.ReadyToHire
                    ? db.Set<Offer>().Where(o => o.ApplicationId == a.Id && o.State == OfferState.Accepted)
                        .SelectMany(o => o.Versions).OrderByDescending(v => v.Number).Select(v => (DateOnly?)v.StartsOn).FirstOrDefault()
                    : null,
                a.EndedAt == null ? db.Applications.Count(o => o.PersonId == a.PersonId && o.Id != a.Id && o.EndedAt == null) : 0,
                a.EndedAt != null && db.Applications.Any(o => o.PersonId == a.PersonId && o.RequisitionId == a.RequisitionId && o.EndedAt == null)))
            .ToDictionaryAsync(o => o.Id, ct);

    private sealed record JobFacts(
        long Id, long HiringManagerId, long? RecruiterId, bool Open, bool Held, int Criteria, bool HasPlan, int OpenSeats, string? Zone);

    private sealed record OwnFacts(
        long Id, int Marked, int NotMet, int RequiredOpen, bool DecidedHire, bool OfferLives, bool OfferIsOut, bool OfferAccepted, DateOnly? StartsOn, int Others, bool Again);
}
