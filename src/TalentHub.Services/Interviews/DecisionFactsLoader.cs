using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Screening;

namespace TalentHub.Services.Interviews;

/// <summary>What the machine of decisions must know beyond the decision: cards, rounds, signature, seat.</summary>
public sealed class DecisionFactsLoader(TalentHubDb db) : IService
{
    private static readonly InterviewState[] Held = [InterviewState.AwaitingFeedback, InterviewState.FeedbackComplete];

    /// <param name="interviews">The application's interviews, where the caller has read them already.</param>
    public async Task<DecisionFacts> LoadAsync(HiringDecision decision, CancellationToken ct, IReadOnlyList<Interview>? interviews = null)
    {
        using var reading = db.ReadingAsSystem();
        var known = await db.Applications.AsNoTracking().Where(a => a.Id == decision.ApplicationId)
            .Select(a => new
            {
                a.State,
                IsHeld = a.Hold != null,
                ManagerId = db.Requisitions.Where(r => r.Id == a.RequisitionId).Select(r => r.HiringManagerId).First(),
                SeatIsOpen = db.Openings.Any(o => o.RequisitionId == a.RequisitionId && o.State == OpeningState.Open),
                SignedBy = db.Signatures.Where(s => s.Machine == DecisionFlow.Table.Name && s.SubjectId == decision.Id && s.WithdrawnAt == null)
                    .OrderByDescending(s => s.Id).Select(s => (long?)s.SignerId).FirstOrDefault(),
                Yes = db.Scorecards.Count(c => c.ApplicationId == a.Id && ScorecardFlow.In.Contains(c.State)
                    && (c.Overall == Recommendation.Yes || c.Overall == Recommendation.StrongYes)),
                No = db.Scorecards.Count(c => c.ApplicationId == a.Id && ScorecardFlow.In.Contains(c.State)
                    && (c.Overall == Recommendation.No || c.Overall == Recommendation.StrongNo)),
            })
            .SingleAsync(ct);
        interviews ??= await db.Interviews.AsNoTracking().Where(i => i.ApplicationId == decision.ApplicationId).ToListAsync(ct);
        var (missing, rounds) = await MissingAsync(interviews, decision.RequisitionId, ct);
        return new DecisionFacts(
            HiringManagerId: known.ManagerId,
            ApplicationDecides: known.State == ApplicationState.Deciding && !known.IsHeld,
            MissingCards: missing.Count,
            MissingFrom: NameList.Of(missing),
            MissingRounds: NameList.Of(rounds),
            Yes: known.Yes,
            No: known.No,
            SignedBy: known.SignedBy,
            SeatIsOpen: known.SeatIsOpen);
    }

    /// <summary>The hiring manager's signature under a hire, while it stands.</summary>
    public Task<Domain.Workflows.Signature?> SignatureAsync(long decisionId, CancellationToken ct) =>
        db.Signatures.Where(s => s.Machine == DecisionFlow.Table.Name && s.SubjectId == decisionId && s.WithdrawnAt == null)
            .OrderByDescending(s => s.Id).FirstOrDefaultAsync(ct);

    /// <summary>Required rounds without complete feedback, by application; those with none are left out. For the board and for the application's own machine.</summary>
    public async Task<IReadOnlyDictionary<long, int>> OpenRoundsAsync(IReadOnlyCollection<long> applicationIds, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var open = await (from a in db.Applications.AsNoTracking()
                          join p in db.InterviewPlans on a.RequisitionId equals p.RequisitionId
                          from r in p.Rounds
                          where applicationIds.Contains(a.Id) && r.IsRequired
                              && !db.Interviews.Any(i => i.ApplicationId == a.Id && i.RoundId == r.Id && i.State == InterviewState.FeedbackComplete)
                          group r by a.Id into rounds
                          select new { rounds.Key, Count = rounds.Count() }).ToListAsync(ct);
        return open.ToDictionary(o => o.Key, o => o.Count);
    }

    private async Task<(List<Bilingual> People, List<Bilingual> Rounds)> MissingAsync(IReadOnlyList<Interview> interviews, long requisitionId, CancellationToken ct)
    {
        var owing = interviews.Where(i => Held.Contains(i.State)).SelectMany(i => i.Panel.Where(m => m.CardInAt is null).Select(m => m.PersonId)).ToList();
        var names = owing.Count == 0
            ? []
            : await db.People.AsNoTracking().Where(p => owing.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        var required = await db.InterviewPlans.AsNoTracking().Where(p => p.RequisitionId == requisitionId)
            .SelectMany(p => p.Rounds).Where(r => r.IsRequired).Select(r => new { r.Id, r.Order, r.Name }).ToListAsync(ct);
        var rounds = required.Where(r => !interviews.Any(i => i.RoundId == r.Id && i.State == InterviewState.FeedbackComplete)).OrderBy(r => r.Order);
        return ([.. owing.Select(id => names.Find(n => n.Id == id)?.Name.InBoth() ?? new Bilingual("?", "?"))], [.. rounds.Select(r => r.Name)]);
    }
}
