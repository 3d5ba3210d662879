using Microsoft.EntityFrameworkCore;
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
        return items.Where(w => (w.AssigneeId == me || (w.Queue != null && queues.Contains(w.Queue))) && (w.ShownFrom == null || w.ShownFrom <= now)
            && (w.ShownUntil == null || w.ShownUntil > now));
    }

    /// <summary>
    /// Puts what waits at a record in the place of what waited there before: what is the same keeps its row and age. Every save does this for what moved; a service calls it where
    /// something else changed for whom a record waits. The caller saves.
    /// </summary>
    public static async Task PutWorkAsync(this TalentHubDb db, IStateful subject, IReadOnlyList<WorkItem> wanted, CancellationToken ct)
    {
        var (machine, id) = (subject.Workflow.Name, subject.Id);
        foreach (var item in wanted)
        {
            item.Standing(subject.StateName);
        }

        var present = await db.WorkItems.Where(w => w.Machine == machine && w.SubjectId == id).ToListAsync(ct);
        present.AddRange(db.WorkItems.Local.Where(w => w.Machine == machine && w.SubjectId == id && !present.Contains(w)));
        foreach (var (item, before) in wanted.SelectMany(_ => present, (item, before) => (item, before)))
        {
            item.GoesOn(before);
        }

        db.WorkItems.RemoveRange(present.Where(p => !wanted.Any(p.IsSame)));
        db.WorkItems.AddRange(wanted.Where(w => !present.Any(p => p.IsSame(w))));
    }
}
