using TalentHub.Data;
using TalentHub.Domain.Demand;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Demand;

/// <summary>A new recruiter finds in Today what waited for the former one.</summary>
public sealed class HandOverWork(IEnumerable<IWaits<Requisition>> waits) : IReaction<RequisitionHandedOver>
{
    public async Task ReactAsync(RequisitionHandedOver happened, TalentHubDb db, CancellationToken ct)
    {
        var requisition = happened.Requisition;
        var wanted = new List<Domain.Workflows.WorkItem>();
        foreach (var who in waits)
        {
            wanted.AddRange(await who.WaitingAsync(requisition, db, ct));
        }

        await db.PutWorkAsync(requisition, wanted, ct);
    }
}
