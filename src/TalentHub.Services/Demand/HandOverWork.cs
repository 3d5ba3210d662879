using Microsoft.EntityFrameworkCore;
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

        wanted.ForEach(item => item.Standing(requisition.State.ToString()));
        var present = await db.WorkItems.Where(w => w.Machine == RequisitionFlow.Table.Name && w.SubjectId == requisition.Id).ToListAsync(ct);
        db.WorkItems.RemoveRange(present.Where(p => !wanted.Exists(p.IsSame)));
        db.WorkItems.AddRange(wanted.Where(w => !present.Exists(p => p.IsSame(w))));
    }
}
