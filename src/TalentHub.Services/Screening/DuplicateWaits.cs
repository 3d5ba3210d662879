using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Access;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Screening;

/// <summary>Two records that may be one person wait for whoever resolves duplicates; where one is known from confidential jobs alone, for HR, who sees both.</summary>
public sealed class DuplicateWaits : IWaits<DuplicatePair>
{
    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(DuplicatePair subject, TalentHubDb db, CancellationToken ct)
    {
        if (subject.State != DuplicateState.Suspected)
        {
            return [];
        }

        long[] both = [subject.FirstId, subject.SecondId];
        var known = await db.People.CountAsync(
            p => both.Contains(p.Id)
                && (db.Employments.Any(e => e.PersonId == p.Id) || db.Applications.Any(a => a.PersonId == p.Id && db.JobScopes.Any(j => j.Id == a.RequisitionId && !j.IsConfidential))), ct);
        var name = await db.People.AsNoTracking().Where(p => p.Id == subject.FirstId).Select(p => p.Name).SingleAsync(ct);
        return
        [
            new WorkItem(
                DuplicateFlow.Table.Name, subject.Id, WorkKind.Decide, null, Queues.For(Capability.ResolveDuplicates, known < both.Length),
                new Sentence("Two records may be one person, {name}: look at them", ("name", name.InBoth())),
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/candidates/duplicates/{subject.Id}"), subject.StateSince,
                DuplicateFlow.Table.DueAt(subject.State, subject.StateSince)),
        ];
    }
}
