using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;

namespace TalentHub.Services.Approvals;

/// <summary>What a chain is looked up for.</summary>
/// <param name="AnnualCost">In minor units of the company's currency.</param>
public sealed record ChainQuestion(ApprovalKind Kind, long DepartmentId, int Level, long AnnualCost, long RequestedBy);

/// <summary>Finds the company's fitting chain and puts people into its steps.</summary>
public sealed class ApprovalChains(TalentHubDb db) : IService
{
    /// <summary>The steps with their people. Empty when no chain fits: starting a run then says so.</summary>
    public async Task<IReadOnlyList<ApprovalStepPlan>> ForAsync(ChainQuestion question, CancellationToken ct)
    {
        using var system = db.ReadingAsSystem();
        var departments = await LineAsync(question.DepartmentId, ct);
        var ids = departments.ConvertAll(d => d.Id);
        var policies = await db.ApprovalPolicies.AsNoTracking().Where(p => p.Kind == question.Kind && !p.IsRetired).ToListAsync(ct);
        var policy = policies.Where(p => p.Fits(question.Kind, ids, question.Level, question.AnnualCost))
            .OrderByDescending(p => p.Conditions).ThenByDescending(p => p.Id).FirstOrDefault();
        if (policy is null)
        {
            return [];
        }

        var steps = new List<ApprovalStepPlan>();
        foreach (var step in policy.Steps.OrderBy(s => s.Order))
        {
            steps.Add(new ApprovalStepPlan(step.Label, step.Need, step.Count, await PeopleAsync(step, departments, question.RequestedBy, ct)));
        }

        return steps;
    }

    /// <summary>The department and those above it, nearest first.</summary>
    public async Task<List<Department>> LineAsync(long departmentId, CancellationToken ct)
    {
        var all = await db.Departments.AsNoTracking().ToDictionaryAsync(d => d.Id, ct);
        var line = new List<Department>();
        for (long? id = departmentId; id is { } at && all.TryGetValue(at, out var department) && !line.Contains(department); id = department.ParentId)
        {
            line.Add(department);
        }

        return line;
    }

    private async Task<IReadOnlyList<long>> PeopleAsync(PolicyStep step, List<Department> line, long requestedBy, CancellationToken ct) => step.Who switch
    {
        // Somebody must be able to say yes to the head of the whole company as well: the executives.
        ApproverIs.DepartmentHead => line.Select(d => d.HeadId).FirstOrDefault(h => h is not null && h != requestedBy) is { } head
            ? [head]
            : await HoldersAsync(Role.Executive, ct),
        ApproverIs.RequesterManager => await ManagerAsync(requestedBy, ct) is { } manager ? [manager] : await HoldersAsync(Role.Executive, ct),
        ApproverIs.Role => await HoldersAsync(step.Role!.Value, ct),
        ApproverIs.Person => [step.PersonId!.Value],
    };

    private async Task<IReadOnlyList<long>> HoldersAsync(Role role, CancellationToken ct) => await (
        from grant in db.RoleGrants
        where grant.Role == role && db.Users.Any(a => a.PersonId == grant.PersonId && !a.IsDisabled)
        orderby grant.PersonId
        select grant.PersonId).ToListAsync(ct);

    private Task<long?> ManagerAsync(long personId, CancellationToken ct) => db.Employments
        .Where(e => e.PersonId == personId && EmploymentFlow.Employed.Contains(e.State))
        .OrderByDescending(e => e.StartsOn).Select(e => e.ManagerId).FirstOrDefaultAsync(ct);
}
