using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Services.Approvals;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Services.Approvals;

public sealed class ApprovalChainsTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private static readonly Bilingual Label = new("Step", "环节");

    [Fact]
    public async Task The_chain_with_the_most_conditions_is_taken_and_its_steps_get_their_people()
    {
        _ = factory.Services;
        var chief = await factory.PersonAsync(Role.Executive);
        var head = await factory.PersonAsync();
        var manager = await factory.PersonAsync();
        var asker = await factory.PersonAsync(managerId: manager.Id);
        var finance = new[] { (await factory.PersonAsync(Role.Finance)).Id, (await factory.PersonAsync(Role.Finance)).Id };
        var team = await factory.DbAsync(async db =>
        {
            var research = new Department("RES", new Bilingual("Research", "研究部"), factory.Company.DepartmentId, head.Id);
            db.Departments.Add(research);
            await db.SaveChangesAsync();
            var below = new Department("EVAL", new Bilingual("Evaluation", "评测组"), research.Id, null);
            db.Departments.Add(below);
            db.ApprovalPolicies.AddRange(
                new ApprovalPolicy(ApprovalKind.Requisition, Label, null, null, null, [new PolicyStep(1, Label, ApproverIs.RequesterManager, null, null)]),
                new ApprovalPolicy(ApprovalKind.Requisition, Label, null, null, 1_000_000_00, [new PolicyStep(1, Label, ApproverIs.Role, Role.Finance, null, ApprovalNeed.All)]),
                new ApprovalPolicy(ApprovalKind.Requisition, Label, research.Id, 6, null, [new PolicyStep(1, Label, ApproverIs.DepartmentHead, null, null), new PolicyStep(2, Label, ApproverIs.Person, null, chief.Id)]));
            await db.SaveChangesAsync();
            return below.Id;
        });

        Assert.Equal([[manager.Id]], await AskAsync(team, 5, 1, asker.Id));
        Assert.Equal([finance], await AskAsync(team, 5, 2_000_000_00, asker.Id));
        Assert.Equal([[head.Id], [chief.Id]], await AskAsync(team, 6, 2_000_000_00, asker.Id));

        // The head asks: the head above is asked; there is none, so the executives.
        Assert.Equal([[chief.Id], [chief.Id]], await AskAsync(team, 6, 1, head.Id));
        Assert.Equal([[chief.Id]], await AskAsync(team, 5, 1, head.Id));

        // Outside the department its chain does not count; offers have none at all.
        Assert.Equal([[manager.Id]], await AskAsync(factory.Company.DepartmentId, 6, 1, asker.Id));
        Assert.Empty(await AskAsync(team, 6, 1, asker.Id, ApprovalKind.Offer));
    }

    private async Task<long[][]> AskAsync(long department, int level, long cost, long asker, ApprovalKind kind = ApprovalKind.Requisition)
    {
        var steps = await factory.ServiceAsync<ApprovalChains, IReadOnlyList<ApprovalStepPlan>>(
            chains => chains.ForAsync(new ChainQuestion(kind, department, level, cost, asker), CancellationToken.None));
        return [.. steps.Select(s => s.Approvers.Order().ToArray())];
    }
}
