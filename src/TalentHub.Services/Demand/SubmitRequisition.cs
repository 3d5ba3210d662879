using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Approvals;

namespace TalentHub.Services.Demand;

/// <summary>Sends a request for approval: the plan is checked, the fitting chain starts, its seats are numbered (<see cref="KeepSeats"/>).</summary>
public sealed class SubmitRequisition(TalentHubDb db, RequisitionFactsLoader facts, ApprovalChains chains, TimeProvider clock) : IService
{
    /// <summary>Who would have to say yes to it as it stands.</summary>
    public Task<IReadOnlyList<ApprovalStepPlan>> ChainAsync(Requisition requisition, CancellationToken ct) => chains.ForAsync(
        new ChainQuestion(
            ApprovalKind.Requisition, requisition.DepartmentId, requisition.LevelRank, requisition.AnnualCost.MinorUnits, requisition.RequestedBy),
        ct);

    /// <summary>Asks for further seats of an evergreen job: the chain that fits what it would cost with them.</summary>
    public Task AskForSeatsAsync(Requisition requisition, Actor by, int seats, long annualCost, Reason? reason, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var chain = await chains.ForAsync(
                new ChainQuestion(
                    ApprovalKind.Requisition, requisition.DepartmentId, requisition.LevelRank, requisition.AnnualCost.MinorUnits + annualCost, by.OnBehalfOf ?? by.PersonId),
                ct);
            requisition.AskForSeats(await facts.LoadAsync(requisition, ct), by, clock.UtcNow(), seats, annualCost, chain, reason);
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <param name="requisition">Saved before: the chain is kept under its number.</param>
    /// <exception cref="MoveRefused">Something is missing, or the plan warns and no reason was given.</exception>
    public Task SendAsync(Requisition requisition, Actor by, Reason? reason, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            requisition.Submit(await facts.LoadAsync(requisition, ct), by, clock.UtcNow(), await ChainAsync(requisition, ct), reason);
            await db.SaveChangesAsync(ct);
        },
        ct);
}
