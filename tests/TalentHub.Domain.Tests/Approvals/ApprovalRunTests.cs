using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Approvals;

public sealed class ApprovalRunTests
{
    private static readonly Actor Asker = A.Person();
    private static readonly Actor One = A.Person();
    private static readonly Actor Two = A.Person();
    private static readonly Actor Three = A.Person();

    [Theory]
    [InlineData(ApprovalNeed.One, 1, 1)]
    [InlineData(ApprovalNeed.All, 1, 3)]
    [InlineData(ApprovalNeed.Several, 2, 2)]
    [InlineData(ApprovalNeed.Several, 9, 3)]
    public void A_step_is_done_when_one_all_or_N_of_its_people_said_yes(ApprovalNeed need, int count, int yeses)
    {
        var run = Run(Step(need, count, One, Two, Three));

        var approvers = new[] { One, Two, Three };
        for (var i = 0; i < yeses; i++)
        {
            Assert.False(run.IsComplete);
            Assert.Equal(i == yeses - 1, run.WouldComplete(approvers[i].PersonId));
            run.Approve(approvers[i], A.Noon, null);
        }

        Assert.True(run.IsComplete);
    }

    [Fact]
    public void Nobody_approves_twice_and_nobody_before_their_turn()
    {
        var run = Run(Step(ApprovalNeed.All, 1, One, Two), Step(ApprovalNeed.One, 1, Three));
        run.Approve(One, A.Noon, null);

        Assert.Throws<DomainException>(() => run.Approve(One, A.Noon, null));
        Assert.Throws<DomainException>(() => run.Approve(Three, A.Noon, null));
        run.Approve(Two, A.Noon, "Agreed.");

        Assert.True(run.WaitsFor(Three.PersonId));
    }

    [Fact]
    public void The_person_who_asked_is_left_out_of_every_step_and_a_step_of_them_alone_is_refused()
    {
        var run = Run(Step(ApprovalNeed.All, 1, Asker, One));

        Assert.Equal([One.PersonId], run.Steps[0].Votes.Select(v => v.ApproverId));
        Assert.Throws<DomainException>(() => run.Approve(Asker, A.Noon, null));
        Assert.Throws<DomainException>(() => run.Approve(One with { OnBehalfOf = Asker.PersonId }, A.Noon, null));
        Assert.Throws<DomainException>(() => Run(Step(ApprovalNeed.One, 1, Asker)));
        Assert.Throws<DomainException>(() => Run());
    }

    [Fact]
    public void A_delegate_says_yes_in_the_place_of_the_approver()
    {
        var run = Run(Step(ApprovalNeed.One, 1, One));

        run.Approve(Two with { OnBehalfOf = One.PersonId }, A.Noon, null);

        Assert.True(run.IsComplete);
    }

    private static ApprovalRun Run(params ApprovalStepPlan[] steps) => new("requisition", 1, Asker.PersonId, A.Noon, steps);

    private static ApprovalStepPlan Step(ApprovalNeed need, int count, params Actor[] people) => new(new Bilingual("Step", "环节"), need, count, [.. people.Select(p => p.PersonId)]);
}
