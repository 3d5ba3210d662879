using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;

namespace TalentHub.Data.Saving;

/// <summary>What Services lend to the save: answers to events, and what waits for whom. They touch rows only.</summary>
public interface IReactions
{
    /// <summary>Answers one event. May change and add rows; the save goes on until nothing more happens.</summary>
    Task ReactAsync(IDomainEvent happened, TalentHubDb db, CancellationToken ct);

    /// <summary>All that waits for somebody at this subject now, or null when its machine has nobody waiting.</summary>
    Task<IReadOnlyList<WorkItem>?> WaitingAsync(IStateful subject, TalentHubDb db, CancellationToken ct);
}
