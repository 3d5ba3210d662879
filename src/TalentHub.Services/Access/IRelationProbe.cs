using TalentHub.Data;
using TalentHub.Domain.Access;

namespace TalentHub.Services.Access;

/// <summary>Knows from the records whether a person stands in a relation (has reports, has interviews, …). One a relation and stage; any yes counts.</summary>
public interface IRelationProbe
{
    Relation Relation { get; }

    Task<bool> HoldsAsync(long personId, TalentHubDb db, CancellationToken ct);
}
