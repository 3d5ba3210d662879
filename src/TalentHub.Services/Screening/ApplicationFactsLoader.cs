using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.Screening;

namespace TalentHub.Services.Screening;

/// <summary>
/// Loads what the application machine must know, one application or a board full, with the same few questions to the database. Reads as the system: the
/// facts decide, and only their sentences are shown. A fact that cannot matter in a state is not looked up there.
/// </summary>
public sealed class ApplicationFactsLoader(TalentHubDb db, TimeProvider clock) : IService
{
    private static readonly OfferState[] Out = [OfferState.Extended, OfferState.InNegotiation, OfferState.Accepted];

    private static readonly CompiledQuery<Func<TalentHubDb, long[], IAsyncEnumerable<JobFacts>>> JobsOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long[] ids) =>
        from r in db.Requisitions.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking()
        where ids.Contains(r.Id)
        join l in db.Locations on r.LocationId equals l.Id
        select new JobFacts
        {
            Id = r.Id,
            HiringManagerId = r.HiringManagerId,
            RecruiterId = r.RecruiterId,
            Open = r.State == RequisitionState.Open,
            Held = r.Hold != null,
            Criteria = db.Criteria.Count(c => c.RequisitionId == r.Id),
            HasPlan = db.InterviewPlans.Any(p => p.RequisitionId == r.Id && p.Rounds.Any()),
            OpenSeats = db.Openings.Count(o => o.RequisitionId == r.Id && o.State == OpeningState.Open),
            Zone = l.Zone,
        }));

    private static readonly CompiledQuery<Func<TalentHubDb, long[], IAsyncEnumerable<OwnFacts>>> OwnOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long[] ids) =>
        db.Applications.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new OwnFacts
            {
                Id = a.Id,
                RequisitionId = a.RequisitionId,
                Marked = a.State == ApplicationState.InReview ? a.Marks.Count(m => m.CriterionId > 0) : 0,
                NotMet = a.State == ApplicationState.InReview ? a.Marks.Count(m => m.Value == MarkValue.NotMet) : 0,
                RequiredOpen = a.State == ApplicationState.Interviewing
                    ? db.InterviewPlans.Where(p => p.RequisitionId == a.RequisitionId).SelectMany(p => p.Rounds)
                        .Count(r => r.IsRequired && !db.Interviews.Any(i => i.ApplicationId == a.Id && i.RoundId == r.Id && i.State == InterviewState.FeedbackComplete))
                    : 0,
                DecidedHire = (a.State == ApplicationState.Deciding || a.State == ApplicationState.Interviewing)
                    && db.Set<HiringDecision>().Any(d => d.ApplicationId == a.Id && d.State == DecisionState.Hire),
                OfferLives = (a.State == ApplicationState.OfferStage || a.State == ApplicationState.ReadyToHire)
                    && db.Offers.Any(o => o.ApplicationId == a.Id && OfferFlow.Live.Contains(o.State)),
                OfferIsOut = (a.State == ApplicationState.OfferStage || a.State == ApplicationState.ReadyToHire)
                    && db.Offers.Any(o => o.ApplicationId == a.Id && Out.Contains(o.State)),
                OfferAccepted = (a.State == ApplicationState.OfferStage || a.State == ApplicationState.ReadyToHire)
                    && db.Offers.Any(o => o.ApplicationId == a.Id && o.State == OfferState.Accepted),
                StartsOn = a.State == ApplicationState.ReadyToHire

                    // The plan's day counts: HR may have moved what the offer said.
                    ? db.OnboardingPlans.Where(p => p.ApplicationId == a.Id && OnboardingFlow.Running.Contains(p.State)).Select(p => (DateOnly?)p.StartsOn).FirstOrDefault()
                    ?? db.Offers.Where(o => o.ApplicationId == a.Id && o.State == OfferState.Accepted)
                        .SelectMany(o => o.Versions).OrderByDescending(v => v.Number).Select(v => (DateOnly?)v.StartsOn).FirstOrDefault()
                    : null,
                Others = a.EndedAt == null ? db.Applications.Count(o => o.PersonId == a.PersonId && o.Id != a.Id && o.EndedAt == null) : 0,
                IsErased = a.EndedAt != null && db.People.Any(p => p.Id == a.PersonId && p.ErasedAt != null),
                Again = a.EndedAt != null && db.Applications.Any(o => o.PersonId == a.PersonId && o.RequisitionId == a.RequisitionId && o.EndedAt == null),
            })));

    public async Task<ApplicationFacts> LoadAsync(JobApplication application, CancellationToken ct) =>
        (await LoadAsync([application], ct))[application.Id];

    /// <summary>The same with the job to which it would be transferred.</summary>
    public async Task<ApplicationFacts> LoadForTransferAsync(JobApplication application, long targetRequisitionId, CancellationToken ct)
    {
        var facts = await LoadAsync(application, ct);
        using (db.ReadingAsSystem())
        {
            var target = await db.Requisitions.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking().Where(r => r.Id == targetRequisitionId)
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

        var now = clock.UtcNow();
        var jobs = await JobsOf.For(db)(db, [.. applications.Select(a => a.RequisitionId).Distinct()]).ToDictionaryAsync(j => j.Id, cancellationToken: ct);
        var own = await OwnOf.For(db)(db, [.. applications.Select(a => a.Id)]).ToDictionaryAsync(o => o.Id, cancellationToken: ct);
        return applications.ToDictionary(a => a.Id, a => Join(now, jobs[a.RequisitionId], own.GetValueOrDefault(a.Id)));
    }

    private static ApplicationFacts Join(DateTime now, JobFacts job, OwnFacts? own) => new()
    {
        Now = now,
        HiringManagerId = job.HiringManagerId,
        RecruiterId = job.RecruiterId ?? 0,
        Zone = job.Zone,
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
        PersonIsErased = own?.IsErased ?? false,
    };

    private sealed class JobFacts
    {
        public long Id { get; init; }

        public long HiringManagerId { get; init; }

        public long? RecruiterId { get; init; }

        public bool Open { get; init; }

        public bool Held { get; init; }

        public int Criteria { get; init; }

        public bool HasPlan { get; init; }

        public int OpenSeats { get; init; }

        public string? Zone { get; init; }
    }

    private sealed class OwnFacts
    {
        public long Id { get; init; }

        public long RequisitionId { get; init; }

        public int Marked { get; init; }

        public int NotMet { get; init; }

        public int RequiredOpen { get; init; }

        public bool DecidedHire { get; init; }

        public bool OfferLives { get; init; }

        public bool OfferIsOut { get; init; }

        public bool OfferAccepted { get; init; }

        public DateOnly? StartsOn { get; init; }

        public int Others { get; init; }

        public bool Again { get; init; }

        public bool IsErased { get; init; }
    }
}
