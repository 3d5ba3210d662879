using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.People;

namespace TalentHub.Services.Access;

/// <summary>A manager has people reporting to them now.</summary>
public sealed class HasReports : IRelationProbe
{
    public Relation Relation => Relation.Manager;

    public Task<bool> HoldsAsync(long personId, TalentHubDb db, CancellationToken ct) =>
        db.Employments.AnyAsync(e => e.ManagerId == personId && EmploymentFlow.Employed.Contains(e.State), ct);
}

public sealed class HeadsDepartment : IRelationProbe
{
    public Relation Relation => Relation.DepartmentHead;

    public Task<bool> HoldsAsync(long personId, TalentHubDb db, CancellationToken ct) => db.Departments.AnyAsync(d => d.HeadId == personId, ct);
}
