using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;

namespace TalentHub.Testing;

public static partial class A
{
    /// <summary>A request for two machine-learning engineers, ready to be sent for approval.</summary>
    public static RequisitionBuilder Requisition() => new();

    /// <summary>Facts of a request that nothing stands against.</summary>
    public static RequisitionFacts RequisitionFacts(params long[] approvers) =>
        new(Noon, SeatsUnfilled: 2, SeatsFilled: 0, Plan: new PlanPosition(5, 1_000_000_00, 0, 0, 0, 0), Undecided: 0, HasInterviewPlan: true, approvers, []);

    public static Opening Opening() => new(Actor.System, Noon, 1);
}

/// <summary>Begins with a valid draft; each method walks it on by its own verbs.</summary>
public sealed class RequisitionBuilder
{
    private Actor requester = A.Person(Role.Employee, Relation.HiringManager);
    private RequisitionTerms terms = new(
        new Bilingual("Machine-learning engineer", "机器学习工程师"), "machine-learning-engineer", "L5", 5, 1, 1, 2, "new", "The evaluation team is two people short.",
        new Money(600_000_00, "USD"), new DateOnly(2026, 9, 1), 0, [new Bilingual("Has put a model into use.", "曾将模型投入使用。")], []);

    public RequisitionBuilder RequestedBy(Actor who)
    {
        requester = who;
        return this;
    }

    public RequisitionBuilder With(Func<RequisitionTerms, RequisitionTerms> change)
    {
        terms = change(terms);
        return this;
    }

    public Requisition Draft() =>
        new(requester, A.Noon, terms.HiringManagerId == 0 ? terms with { HiringManagerId = requester.PersonId } : terms);

    /// <summary>Waits for these people, one step each.</summary>
    public Requisition InApproval(params Actor[] approvers)
    {
        var requisition = Draft();
        requisition.Submit(A.RequisitionFacts(), requester, A.Noon, approvers.Select(a => new ApprovalStepPlan(new Bilingual("Step", "环节"), ApprovalNeed.One, 1, [a.PersonId])));
        return requisition;
    }

    public Requisition Approved()
    {
        var approver = A.Person(Role.HR);
        var requisition = InApproval(approver);
        requisition.Approve(A.RequisitionFacts(approver.PersonId), approver, A.Noon);
        return requisition;
    }

    public Requisition Open()
    {
        var requisition = Approved();
        var recruiter = A.Person(Role.Recruiter);
        requisition.Open(A.RequisitionFacts(), recruiter, A.Noon, recruiter.PersonId);
        return requisition;
    }
}
