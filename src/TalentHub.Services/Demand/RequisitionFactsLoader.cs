using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Screening;

namespace TalentHub.Services.Demand;

/// <summary>
/// What must be known to judge the moves of requests: the same for a button and for the move itself, in batch for lists. Two commands, and one more where
/// something is in approval.
/// </summary>
public sealed class RequisitionFactsLoader(TalentHubDb db, HeadcountPlans plans, ChainProgress chains, TimeProvider clock) : IService
{
    /// <summary>Applications that keep a job from being closed: those without a decision, and those with a live offer.</summary>
    public static readonly ApplicationState[] KeepsOpen = [.. ApplicationFlow.Undecided, ApplicationState.OfferStage];

    private static readonly CompiledQuery<Func<TalentHubDb, long[], IAsyncEnumerable<Counts>>> CountsOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long[] ids) =>
        from r in db.Requisitions.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking()
        where ids.Contains(r.Id)
        select new Counts(
            r.Id,
            db.Openings.Count(o => o.RequisitionId == r.Id && OpeningFlow.Unfilled.Contains(o.State)),
            db.Openings.Count(o => o.RequisitionId == r.Id && o.State == OpeningState.Filled),
            db.Applications.Count(a => a.RequisitionId == r.Id && KeepsOpen.Contains(a.State)),
            db.InterviewPlans.Any(p => p.RequisitionId == r.Id && p.Rounds.Any()),
            db.DepartmentLines.Where(l => l.DepartmentId == r.DepartmentId).Join(db.Departments, l => l.AboveId, d => d.Id, (_, d) => d.HeadId).ToList())));

    public async Task<RequisitionFacts> LoadAsync(Requisition requisition, CancellationToken ct, IReadOnlyList<ChainVote>? votes = null) =>
        (await LoadAsync([requisition], ct, votes))[requisition.Id];

    /// <summary>A chain of it is running: for the request, or for further seats.</summary>
    public static bool WaitsForChain(Requisition requisition) => requisition.State == RequisitionState.InApproval || requisition.SeatRequest is not null;

    /// <summary>Facts by the request's key.</summary>
    /// <param name="votes">The votes of their chains, where they were read before.</param>
    public async Task<Dictionary<long, RequisitionFacts>> LoadAsync(IReadOnlyList<Requisition> requisitions, CancellationToken ct, IReadOnlyList<ChainVote>? votes = null)
    {
        var now = clock.UtcNow();
        var counts = await CountsOf.For(db)(db, [.. requisitions.Select(r => r.Id)]).ToDictionaryAsync(c => c.Id, cancellationToken: ct);
        var positions = await plans.PositionsAsync([.. requisitions.Select(r => r.DepartmentId)], [.. requisitions.Select(r => r.PlanYear(now))], null, ct);
        votes ??= await chains.VotesAsync([.. requisitions.Where(WaitsForChain).Select(r => r.Id)], ct);

        return requisitions.ToDictionary(r => r.Id, r => new RequisitionFacts(
            now,
            counts[r.Id].Unfilled,
            counts[r.Id].Filled,
            positions.GetValueOrDefault((r.DepartmentId, r.PlanYear(now)))?.Without(r),
            counts[r.Id].Undecided,
            counts[r.Id].HasPlan,
            WaitsForChain(r) ? ChainProgress.WaitingIn(votes.Where(v => v.RequisitionId == r.Id)) : [],
            [.. counts[r.Id].Heads.OfType<long>()]));
    }

    private sealed record Counts(long Id, int Unfilled, int Filled, int Undecided, bool HasPlan, List<long?> Heads);
}
