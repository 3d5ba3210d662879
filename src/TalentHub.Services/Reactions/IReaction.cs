using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Reactions;

/// <summary>"When this happens, do that": small, named for what it does, inside the transaction of what happened. Touches rows only; the save writes them.</summary>
public interface IReaction<in TEvent>
    where TEvent : IDomainEvent
{
    Task ReactAsync(TEvent happened, TalentHubDb db, CancellationToken ct);
}

/// <summary>Says what waits for whom at a subject, recomputed after each of its moves.</summary>
public interface IWaits<in TSubject>
    where TSubject : IStateful
{
    Task<IReadOnlyList<WorkItem>> WaitingAsync(TSubject subject, TalentHubDb db, CancellationToken ct);
}
