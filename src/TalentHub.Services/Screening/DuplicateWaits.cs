using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Screening;

/// <summary>Two records that may be one person wait for whoever resolves duplicates.</summary>
public sealed class DuplicateWaits : IWaits<DuplicatePair>
{
    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(DuplicatePair subject, TalentHubDb db, CancellationToken ct)
    {
        if (subject.State != DuplicateState.Suspected)
        {
            return [];
        }

        var name = await db.People.AsNoTracking().Where(p => p.Id == subject.FirstId).Select(p => p.Name).SingleAsync(ct);
        return
        [
            new WorkItem(
                DuplicateFlow.Table.Name, subject.Id, WorkKind.Decide, null, Capability.ResolveDuplicates,
                new Sentence("Two records may be one person, {name}: look at them", ("name", name.Display)),
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/candidates/duplicates/{subject.Id}"), subject.StateSince,
                DuplicateFlow.Table.DueAt(subject.State, subject.StateSince)),
        ];
    }
}
