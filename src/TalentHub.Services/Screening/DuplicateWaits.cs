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
    public Task<IReadOnlyList<WorkItem>> WaitingAsync(DuplicatePair subject, TalentHubDb db, CancellationToken ct) => Task.FromResult<IReadOnlyList<WorkItem>>(
        subject.State == DuplicateState.Suspected
            ? [new WorkItem(
                DuplicateFlow.Table.Name, subject.Id, WorkKind.Decide, null, Capability.ResolveDuplicates, "Two records may be one person: look at them",
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/candidates/duplicates/{subject.Id}"), subject.StateSince,
                DuplicateFlow.Table.DueAt(subject.State, subject.StateSince))]
            : []);
}
