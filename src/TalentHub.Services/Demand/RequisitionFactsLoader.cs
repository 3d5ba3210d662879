using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Screening;

namespace TalentHub.Services.Demand;

/// <summary>What must be known to judge the moves of requests: the same for a button and for the move itself, in batch for lists.</summary>
public sealed class RequisitionFactsLoader(TalentHubDb db, HeadcountPlans plans, TimeProvider clock) : IService
{
    /// <summary>A live offer keeps a job from being closed as well.</summary>
    public static readonly ApplicationState[] KeepsOpen = [.. ApplicationFlow.Undecided, ApplicationState.OfferStage];

    public async Task<RequisitionFacts> LoadAsync(Requisition requisition, CancellationToken ct) => (await LoadAsync([requisition], ct))[requisition.Id];

    /// <summary>Facts by the request's key.</summary>
    public async Task<Dictionary<long, RequisitionFacts>> LoadAsync(IReadOnlyList<Requisition> requisitions, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        var now = clock.UtcNow();
        var ids = requisitions.Select(r => r.Id).ToList();
        var seats = (await db.Openings.Where(o => ids.Contains(o.RequisitionId)).GroupBy(o => new { o.RequisitionId, o.State })
            .Select(g => new { g.Key.RequisitionId, g.Key.State, Count = g.Count() }).ToListAsync(ct)).ToLookup(s => s.RequisitionId);
        var undecided = await UndecidedAsync(ids, ct);
        var planned = await PlannedAsync(ids, ct);
        var waiting = (await WaitingAsync(requisitions, ct)).ToLookup(w => w.Subject, w => w.Approver);
        var departments = await db.Departments.AsNoTracking().Select(d => new { d.Id, d.ParentId, d.HeadId }).ToDictionaryAsync(d => d.Id, ct);

        var facts = new Dictionary<long, RequisitionFacts>();
        var positions = await plans.PositionsAsync([.. requisitions.Select(r => r.DepartmentId)], [.. requisitions.Select(r => r.PlanYear(now))], null, ct);
        foreach (var requisition in requisitions)
        {
            var plan = positions.GetValueOrDefault((requisition.DepartmentId, requisition.PlanYear(now)))?.Without(requisition);
            var heads = new List<long>();
            for (long? at = requisition.DepartmentId; at is { } id && departments.TryGetValue(id, out var department) && heads.Count < 10; at = department.ParentId)
            {
                heads.Add(department.HeadId ?? 0);
            }

            facts[requisition.Id] = new RequisitionFacts(
                now,
                seats[requisition.Id].Where(s => OpeningFlow.Unfilled.Contains(s.State)).Sum(s => s.Count),
                seats[requisition.Id].Where(s => s.State == OpeningState.Filled).Sum(s => s.Count),
                plan?.SeatsLeft,
                plan?.BudgetLeft,
                undecided.GetValueOrDefault(requisition.Id),
                planned.Contains(requisition.Id),
                [.. waiting[requisition.Id]],
                [.. heads.Where(h => h > 0)]);
        }

        return facts;
    }

    private async Task<Dictionary<long, int>> UndecidedAsync(List<long> ids, CancellationToken ct) =>
        await db.Applications
            .Where(a => ids.Contains(a.RequisitionId) && KeepsOpen.Contains(a.State)).GroupBy(a => a.RequisitionId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    private async Task<HashSet<long>> PlannedAsync(List<long> ids, CancellationToken ct) =>
        db.Model.FindEntityType(typeof(InterviewPlan)) is null ? [.. ids] : await db.Set<InterviewPlan>()
            .Where(p => ids.Contains(p.RequisitionId) && p.Rounds.Any()).Select(p => p.RequisitionId).ToHashSetAsync(ct);

    /// <summary>Who has not said yes in the first step that is not done, for requests in approval.</summary>
    private async Task<List<(long Subject, long Approver)>> WaitingAsync(IReadOnlyList<Requisition> requisitions, CancellationToken ct)
    {
        var ids = requisitions.Where(r => r.State == RequisitionState.InApproval && r.Approval is null).Select(r => r.Id).ToList();
        var known = requisitions.Where(r => r is { State: RequisitionState.InApproval, Approval: not null }).Select(r => (r.Id, Run: r.Approval!)).ToList();
        if (ids.Count > 0)
        {
            known.AddRange((await db.Requisitions.AsNoTracking().AsSplitQuery().Where(r => ids.Contains(r.Id)).Include(r => r.Approval).ToListAsync(ct))
                .Where(r => r.Approval is not null).Select(r => (r.Id, r.Approval!)));
        }

        return [.. known.Where(k => k.Run.Current is not null)
            .SelectMany(k => k.Run.Current!.Votes.Where(v => v.ApprovedAt is null).Select(v => (k.Id, v.ApproverId)))];
    }
}
