using TalentHub.Domain.Access;

namespace TalentHub.Domain.Demand;

/// <summary>What must be known beyond the request itself to judge its moves; loaded by one set of queries, in batch for lists.</summary>
/// <param name="Now">The instant of the question, for windows.</param>
/// <param name="SeatsUnfilled">Its seats that are neither filled nor cancelled.</param>
/// <param name="SeatsFilled">Its seats on which somebody works.</param>
/// <param name="Plan">Its department's plan for its year, this request left out. Null: no plan.</param>
/// <param name="Undecided">Its active applications without a decision.</param>
/// <param name="HasInterviewPlan">Its rounds are set.</param>
/// <param name="CurrentApprovers">Those for whom the present step of its chain waits.</param>
/// <param name="DepartmentHeads">The heads of its department and of those above.</param>
/// <param name="SeatsAsked">Further seats that are about to be asked for; 0 otherwise.</param>
/// <param name="CostAsked">Their yearly cost, in minor units.</param>
public sealed record RequisitionFacts(
    DateTime Now,
    int SeatsUnfilled,
    int SeatsFilled,
    PlanPosition? Plan,
    int Undecided,
    bool HasInterviewPlan,
    IReadOnlyList<long> CurrentApprovers,
    IReadOnlyList<long> DepartmentHeads,
    int SeatsAsked = 0,
    long CostAsked = 0)
{
    public bool WaitsFor(Actor who) => CurrentApprovers.Contains(who.OnBehalfOf ?? who.PersonId);
}
