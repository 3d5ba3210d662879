using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Approvals;

/// <summary>What a chain is for.</summary>
public enum ApprovalKind
{
    Requisition,
    Offer,
}

/// <summary>Who stands at a step, before it is known for which subject.</summary>
public enum ApproverIs
{
    /// <summary>The head of the subject's department; the parent department's when that is the requester.</summary>
    DepartmentHead,

    /// <summary>The requester's line manager.</summary>
    RequesterManager,

    /// <summary>Everyone with a role.</summary>
    Role,

    /// <summary>A named person.</summary>
    Person,
}

/// <summary>
/// A chain as the company sets it: for which requests (kind, department, level, yearly cost), and its steps. The fitting policy with the most
/// conditions wins; among equals the one made last.
/// </summary>
public sealed class ApprovalPolicy : Entity
{
    public const int MaximumSteps = 6;

    private readonly List<PolicyStep> steps = [];

    private ApprovalPolicy() => Name = new Bilingual("Chain", "审批链");

    public ApprovalPolicy(ApprovalKind kind, Bilingual name, long? departmentId, int? fromLevel, long? fromAnnualCost, IEnumerable<PolicyStep> steps)
    {
        Kind = kind;
        Name = name;
        DepartmentId = departmentId;
        FromLevel = fromLevel;
        FromAnnualCost = fromAnnualCost;
        this.steps.AddRange(steps);
        Require.That(this.steps.Count is > 0 and <= MaximumSteps, new Sentence("A chain has one to {maximum} steps.", ("maximum", MaximumSteps)));
    }

    public ApprovalKind Kind { get; private set; }

    public Bilingual Name { get; private set; }

    /// <summary>Only for this department and those below it; null for all.</summary>
    public long? DepartmentId { get; private set; }

    /// <summary>From this level's rank on; null for all.</summary>
    public int? FromLevel { get; private set; }

    /// <summary>From this yearly cost on, in minor units of the company's currency; null for all.</summary>
    public long? FromAnnualCost { get; private set; }

    public bool IsRetired { get; private set; }

    public IReadOnlyList<PolicyStep> Steps => steps;

    public int Conditions => (DepartmentId is null ? 0 : 1) + (FromLevel is null ? 0 : 1) + (FromAnnualCost is null ? 0 : 1);

    /// <param name="departments">The subject's department and its ancestors.</param>
    public bool Fits(ApprovalKind kind, IReadOnlyCollection<long> departments, int level, long annualCost) =>
        !IsRetired && Kind == kind
        && (DepartmentId is not { } department || departments.Contains(department))
        && (FromLevel is not { } from || level >= from)
        && (FromAnnualCost is not { } cost || annualCost >= cost);

    /// <summary>Running chains go on; new requests no longer take it.</summary>
    public void Retire() => IsRetired = true;
}

/// <summary>One step of a policy.</summary>
public sealed class PolicyStep
{
    private PolicyStep() => Label = new Bilingual("Approval", "审批");

    public PolicyStep(int order, Bilingual label, ApproverIs who, Role? role, long? personId, ApprovalNeed need = ApprovalNeed.One, int count = 1)
    {
        Require.That(who != ApproverIs.Role || role is not null, "Choose a role for this step.", "Role");
        Require.That(who != ApproverIs.Person || personId is not null, "Choose a person for this step.", "Person");
        Order = order;
        Label = label;
        Who = who;
        Role = role;
        PersonId = personId;
        Need = need;
        Count = count;
    }

    public long Id { get; private set; }

    public int Order { get; private set; }

    public Bilingual Label { get; private set; }

    public ApproverIs Who { get; private set; }

    public Role? Role { get; private set; }

    public long? PersonId { get; private set; }

    public ApprovalNeed Need { get; private set; }

    public int Count { get; private set; }
}
