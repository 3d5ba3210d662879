using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;

namespace TalentHub.Services.Seeding;

/// <summary>The chains of the sample company with their people, as <see cref="Approvals.ApprovalChains"/> would find them at the time.</summary>
internal static class SampleChains
{
    /// <summary>From this level on, an executive says yes as well.</summary>
    public const int SeniorLevel = 6;

    private static Bilingual HeadStep => new("Department head", "部门负责人");

    private static Bilingual HrStep => new("HR", "HR 伙伴");

    private static Bilingual FinanceStep => new("Finance", "财务");

    private static Bilingual ExecutiveStep => new("Executive", "高管");

    private static Bilingual PayStep => new("Compensation", "薪酬");

    /// <summary>The shipped chains cover all requests; these go before them for senior roles.</summary>
    public static IReadOnlyList<ApprovalPolicy> Senior() =>
    [
        new(ApprovalKind.Requisition, new Bilingual("Senior requisitions", "高职级用人需求"), null, SeniorLevel, null,
        [
            new PolicyStep(1, HeadStep, ApproverIs.DepartmentHead, null, null),
            new PolicyStep(2, HrStep, ApproverIs.Role, Role.HR, null),
            new PolicyStep(3, ExecutiveStep, ApproverIs.Role, Role.Executive, null),
        ]),
        new(ApprovalKind.Offer, new Bilingual("Senior offers", "高职级录用通知"), null, SeniorLevel, null,
        [
            new PolicyStep(1, HeadStep, ApproverIs.DepartmentHead, null, null),
            new PolicyStep(2, PayStep, ApproverIs.Role, Role.CompensationOwner, null),
            new PolicyStep(3, FinanceStep, ApproverIs.Role, Role.Finance, null),
        ]),
    ];

    public static List<ApprovalStepPlan> Requisition(SampleWorld world, SampleDepartmentRow department, int level, StaffMember requester)
    {
        List<ApprovalStepPlan> steps =
        [
            new(HeadStep, ApprovalNeed.One, 1, [HeadFor(world, department, requester).Id]),
            new(HrStep, ApprovalNeed.One, 1, [.. world.With(Role.HR).Select(s => s.Id)]),
        ];
        if (level >= SeniorLevel)
        {
            steps.Add(new ApprovalStepPlan(ExecutiveStep, ApprovalNeed.One, 1, [.. world.With(Role.Executive).Select(s => s.Id)]));
        }

        return steps;
    }

    public static List<ApprovalStepPlan> Offer(SampleWorld world, SampleDepartmentRow department, int level, StaffMember author, bool isException)
    {
        var owners = new ApprovalStepPlan(PayStep, ApprovalNeed.One, 1, [.. world.With(Role.CompensationOwner).Select(s => s.Id)]);
        List<ApprovalStepPlan> steps = [new(HeadStep, ApprovalNeed.One, 1, [HeadFor(world, department, author).Id])];
        if (level >= SeniorLevel)
        {
            steps.Add(owners);
        }

        steps.Add(new ApprovalStepPlan(FinanceStep, ApprovalNeed.One, 1, [.. world.With(Role.Finance).Select(s => s.Id)]));
        if (isException)
        {
            steps.Add(owners with { Label = new Bilingual("Exception to the band", "薪酬带宽例外") });
        }

        return steps;
    }

    /// <summary>The nearest head who did not ask.</summary>
    public static StaffMember HeadFor(SampleWorld world, SampleDepartmentRow department, StaffMember requester)
    {
        for (var at = department; at is not null; at = at.Parent)
        {
            if (at.Head is { } head && head != requester)
            {
                return head;
            }
        }

        return world.With(Role.Executive).First(e => e != requester);
    }
}
