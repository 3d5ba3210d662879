using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Tests.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Demand;

public sealed class RequisitionWalks : MachineTests<Requisition, RequisitionState, RequisitionTrigger, RequisitionFacts>
{
    protected override Requisition New(Random random) => A.Requisition().Draft();

    // The walks fire as the system, whose number is 0.
    protected override RequisitionFacts Facts(Random random) => new(
        random.Next(5) == 0 ? A.Noon.AddDays(100) : A.Noon,
        random.Next(2),
        random.Next(3),
        random.Next(3) == 0 ? null : new PlanPosition(random.Next(4), random.Next(900_000_00), 0, 0, 0, 0),
        random.Next(2),
        random.Next(3) > 0,
        random.Next(3) > 0 ? [0] : [5],
        []);
}

public sealed class OpeningWalks : MachineTests<Opening, OpeningState, OpeningTrigger, OpeningFacts>
{
    protected override Opening New(Random random) => new(Actor.System, A.Noon, 1);

    protected override OpeningFacts Facts(Random random) => new(random.Next(3) == 0);
}
