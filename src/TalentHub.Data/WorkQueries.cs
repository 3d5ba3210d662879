using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;

namespace TalentHub.Data;

public static class WorkQueries
{
    /// <summary>What waits for this person now: by name, or in a queue whose capability they hold.</summary>
    public static IQueryable<WorkItem> WaitingFor(this IQueryable<WorkItem> items, Actor actor, DateTime now)
    {
        var me = actor.PersonId;
        var queues = actor.Rights.List().Select(c => (Capability?)c).ToList();
        return items.Where(w => (w.AssigneeId == me || (w.Queue != null && queues.Contains(w.Queue))) && (w.ShownFrom == null || w.ShownFrom <= now));
    }
}
