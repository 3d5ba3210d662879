using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Demand;

public sealed class RequisitionTests
{
    private static readonly Actor Manager = A.Person(Role.Employee, Relation.HiringManager, Relation.DepartmentHead, Relation.Approver);
    private static readonly Actor Head = A.Person(Role.Employee, Relation.DepartmentHead);
    private static readonly Actor Finance = A.Person(Role.Finance);
    private static readonly Actor Hr = A.Person(Role.HR);

    [Fact]
    public void The_requester_may_not_approve_their_own_requisition_whatever_they_hold()
    {
        var requisition = A.Requisition().RequestedBy(Manager).InApproval(Head);

        var refusal = Assert.Throws<MoveRefused>(() => requisition.Approve(A.RequisitionFacts(Manager.PersonId), Manager, A.Noon));

        Assert.Equal(["The person who asked for a hire may not approve it."], refusal.Reasons);
    }

    [Fact]
    public void A_delegate_may_not_approve_in_the_requesters_name()
    {
        var requisition = A.Requisition().RequestedBy(Manager).InApproval(Head);
        var delegated = Finance with { OnBehalfOf = Manager.PersonId };

        Assert.Throws<MoveRefused>(() => requisition.Approve(A.RequisitionFacts(Manager.PersonId), delegated, A.Noon));
    }

    [Fact]
    public void Two_steps_approve_in_order_and_the_last_one_approves_the_request()
    {
        var requisition = A.Requisition().RequestedBy(Manager).InApproval(Head, Finance);

        requisition.Approve(A.RequisitionFacts(Head.PersonId), Head, A.Noon);
        Assert.Equal(RequisitionState.InApproval, requisition.State);
        requisition.Approve(A.RequisitionFacts(Finance.PersonId), Finance, A.Noon);

        Assert.Equal(RequisitionState.Approved, requisition.State);
        Assert.Contains(requisition.TakeEvents(), e => e is RequisitionApproved);
    }

    [Fact]
    public void Approving_before_ones_turn_is_refused()
    {
        var requisition = A.Requisition().RequestedBy(Manager).InApproval(Head, Finance);

        var refusal = Assert.Throws<MoveRefused>(() => requisition.Approve(A.RequisitionFacts(Head.PersonId), Finance, A.Noon));

        Assert.Equal(["It waits for somebody else's approval."], refusal.Reasons);
    }

    [Fact]
    public void A_request_over_plan_is_possible_with_a_reason_and_says_what_is_left()
    {
        var requisition = A.Requisition().RequestedBy(Manager).Draft();
        var facts = A.RequisitionFacts() with { Plan = new PlanPosition(1, 1, 0, 0, 0, 0) };

        var verdict = requisition.Can(RequisitionTrigger.Submit, facts, Manager);
        var refusal = Assert.Throws<MoveRefused>(() => requisition.Submit(facts, Manager, A.Noon, []));

        Assert.Equal(Answer.AskReason, verdict.Answer);
        Assert.Equal(
            ["This goes over the department's plan: seats left 1, asked for 2.", "The yearly cost is more than the department's plan has left."],
            verdict.Findings.Select(f => f.ToString()));
        Assert.Equal("Reason", refusal.Field);
        Assert.Equal(RequisitionState.Draft, requisition.State);
    }

    [Fact]
    public void A_chain_without_anyone_but_the_requester_is_refused()
    {
        var builder = A.Requisition().RequestedBy(Manager);

        Assert.Throws<DomainException>(() => builder.InApproval(Manager));
    }

    [Fact]
    public void An_unfinished_draft_is_told_everything_that_is_missing_at_once()
    {
        var requisition = A.Requisition().RequestedBy(Manager)
            .With(t => t with { AnnualCost = new Money(0, "USD"), MustHaves = [], TargetStart = null }).Draft();

        var verdict = requisition.Can(RequisitionTrigger.Submit, A.RequisitionFacts(), Manager);

        Assert.Equal(Answer.Blocked, verdict.Answer);
        Assert.Equal(3, verdict.Findings.Count);
    }

    [Fact]
    public void A_stranger_with_the_right_to_file_may_not_send_anothers_request()
    {
        var requisition = A.Requisition().RequestedBy(Manager).Draft();
        var stranger = A.Person(Role.Employee, Relation.Manager);

        Assert.Equal(Answer.Blocked, requisition.Can(RequisitionTrigger.Submit, A.RequisitionFacts(), stranger).Answer);
        Assert.Throws<DomainException>(() => requisition.Write(stranger, TermsOf(requisition)));
    }

    [Fact]
    public void Sending_back_asks_for_a_comment()
    {
        var requisition = A.Requisition().RequestedBy(Manager).InApproval(Head);

        Assert.Throws<MoveRefused>(() => requisition.SendBack(A.RequisitionFacts(Head.PersonId), Head, A.Noon, null));
        requisition.SendBack(A.RequisitionFacts(Head.PersonId), Head, A.Noon, "One seat is enough.");

        Assert.Equal(RequisitionState.ChangesRequested, requisition.State);
        requisition.Write(Manager, TermsOf(requisition) with { Seats = 1 });
        Assert.Equal(1, requisition.Seats);
    }

    [Fact]
    public void An_approved_request_cannot_be_rewritten()
    {
        var requisition = A.Requisition().RequestedBy(Manager).Approved();

        Assert.Throws<DomainException>(() => requisition.Write(Manager, TermsOf(requisition)));
    }

    [Fact]
    public void Closing_is_refused_while_candidates_are_undecided_and_says_how_many()
    {
        var requisition = A.Requisition().Open();

        var refusal = Assert.Throws<MoveRefused>(() => requisition.CloseUnfilled(A.RequisitionFacts() with { Undecided = 3 }, Hr, A.Noon, "Priorities changed."));

        Assert.Equal(["Candidates still undecided: 3."], refusal.Reasons);
    }

    [Fact]
    public void An_evergreen_job_opens_without_a_seat_and_takes_seats_that_somebody_else_approved()
    {
        var requisition = A.Requisition().RequestedBy(Manager).With(t => t with { IsEvergreen = true, Seats = 0, AnnualCost = new Money(0, "USD") }).Open();
        requisition.TakeEvents();
        requisition.AskForSeats(A.RequisitionFacts(), Manager, A.Noon, 2, 400_000_00, [new(new Bilingual("HR", "HR"), Domain.Approvals.ApprovalNeed.One, 1, [Hr.PersonId])]);

        var own = Assert.Throws<MoveRefused>(() => requisition.GrantSeats(A.RequisitionFacts(Manager.PersonId), Manager, A.Noon));
        Assert.Contains("The person who asked for seats may not approve them.", own.Reasons);
        Assert.Equal((0, RequisitionState.Open), (requisition.Seats, requisition.State));
        requisition.GrantSeats(A.RequisitionFacts(Hr.PersonId), Hr, A.Noon);

        Assert.Equal((2, 400_000_00L, (SeatRequest?)null), (requisition.Seats, requisition.AnnualCost.MinorUnits, requisition.SeatRequest));
        Assert.Contains(requisition.TakeEvents(), e => e is SeatsGranted { Seats: 2 });
        Assert.Equal(
            ["It is evergreen: it stays open for further seats until HR closes it."],
            requisition.Can(RequisitionTrigger.Fill, A.RequisitionFacts() with { SeatsUnfilled = 0, SeatsFilled = 2 }, Actor.System).Findings.Select(f => f.ToString()));
    }

    [Fact]
    public void A_job_that_is_not_evergreen_needs_a_seat_and_takes_no_further_ones()
    {
        Assert.Equal("Seats", Assert.Throws<DomainException>(() => A.Requisition().With(t => t with { Seats = 0 }).Draft()).Field);
        var requisition = A.Requisition().RequestedBy(Manager).Open();

        var refusal = Assert.Throws<MoveRefused>(() => requisition.AskForSeats(A.RequisitionFacts(), Manager, A.Noon, 1, 0, []));

        Assert.Equal(["Only an evergreen job takes further seats; file a new request."], refusal.Reasons);
    }

    [Fact]
    public void Further_seats_over_the_plan_ask_for_a_reason()
    {
        var requisition = A.Requisition().RequestedBy(Manager).With(t => t with { IsEvergreen = true }).Open();
        var facts = A.RequisitionFacts() with { Plan = new PlanPosition(3, 1_000_000_00, 0, 0, 0, 0) };

        var refusal = Assert.Throws<MoveRefused>(() => requisition.AskForSeats(facts, Manager, A.Noon, 2, 0, []));

        Assert.Contains("This goes over the department's plan: seats left 3, asked for 4.", refusal.Reasons);
    }

    [Fact]
    public void Undoing_a_closing_returns_to_the_exact_state_with_its_hold_and_says_why_not_after_the_window()
    {
        var requisition = A.Requisition().Open();
        requisition.PutOnHold(A.RequisitionFacts(), Hr, A.Noon, "Budget talks", new DateOnly(2026, 4, 1));
        var hold = requisition.Hold;
        requisition.CloseUnfilled(A.RequisitionFacts(), Hr, A.Noon, "Priorities changed.");
        var last = requisition.TakeTransitions()[^1];
        Assert.Null(requisition.Hold);

        var late = Assert.Throws<MoveRefused>(() => requisition.Undo(A.RequisitionFacts() with { Now = A.Noon.AddDays(15) }, Hr, A.Noon.AddDays(15), last));
        Assert.Equal(["It ended more than 14 days ago, so it can no longer be undone."], late.Reasons);
        requisition.Undo(A.RequisitionFacts() with { Now = A.Noon.AddDays(13) }, Hr, A.Noon.AddDays(13), last);

        Assert.Equal((RequisitionState.Open, hold), (requisition.State, requisition.Hold));
    }

    [Fact]
    public void Who_cancelled_their_own_request_takes_it_back_and_a_stranger_does_not()
    {
        var requisition = A.Requisition().RequestedBy(Manager).InApproval(Head);
        requisition.Cancel(A.RequisitionFacts(), Manager, A.Noon);
        var last = requisition.TakeTransitions()[^1];

        Assert.Throws<MoveRefused>(() => requisition.Undo(A.RequisitionFacts(), A.Person(Role.Employee, Relation.Manager), A.Noon, last));
        requisition.Undo(A.RequisitionFacts(), Manager, A.Noon, last);

        Assert.Equal(RequisitionState.InApproval, requisition.State);
    }

    [Fact]
    public void Opening_needs_an_interview_plan_and_a_recruiter()
    {
        var requisition = A.Requisition().Approved();
        var recruiter = A.Person(Role.Recruiter);

        Assert.Throws<MoveRefused>(() => requisition.Open(A.RequisitionFacts() with { HasInterviewPlan = false }, recruiter, A.Noon, recruiter.PersonId));
        var refusal = Assert.Throws<DomainException>(() => A.Requisition().Approved().Open(A.RequisitionFacts(), recruiter, A.Noon, null));

        Assert.Equal("RecruiterId", refusal.Field);
    }

    [Fact]
    public void A_hold_stands_beside_the_state_and_resuming_returns_to_where_it_was()
    {
        var requisition = A.Requisition().Open();
        var since = requisition.StateSince;

        requisition.PutOnHold(A.RequisitionFacts(), Hr, A.Noon.AddDays(1), "Budget talks", new DateOnly(2026, 4, 1));
        Assert.Equal((RequisitionState.Open, since), (requisition.State, requisition.StateSince));
        Assert.NotNull(requisition.Hold);
        requisition.Resume(A.RequisitionFacts(), Hr, A.Noon.AddDays(2));

        Assert.Null(requisition.Hold);
        Assert.Equal(RequisitionState.Open, requisition.State);
    }

    [Fact]
    public void Only_the_departments_own_head_or_HR_pauses_it()
    {
        var requisition = A.Requisition().Open();
        var facts = A.RequisitionFacts() with { DepartmentHeads = [Head.PersonId] };
        var otherHead = A.Person(Role.Employee, Relation.DepartmentHead);

        Assert.Equal(Answer.Blocked, requisition.Can(RequisitionTrigger.PutOnHold, facts, otherHead).Answer);
        Assert.True(requisition.Can(RequisitionTrigger.PutOnHold, facts, Head).IsPossible);
    }

    [Fact]
    public void It_fills_itself_when_no_seat_is_left()
    {
        var requisition = A.Requisition().Open();
        var facts = A.RequisitionFacts() with { SeatsUnfilled = 0, SeatsFilled = 1 };

        Assert.Throws<MoveRefused>(() => requisition.Fill(A.RequisitionFacts(), Actor.System, A.Noon));
        requisition.Fill(facts, Actor.System, A.Noon);

        Assert.Equal(RequisitionState.Filled, requisition.State);
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void It_reopens_within_ninety_days_as_a_draft(int days, bool possible)
    {
        var requisition = A.Requisition().Open();
        requisition.CloseUnfilled(A.RequisitionFacts(), Hr, A.Noon, "Priorities changed.");

        Assert.Equal(possible, requisition.Can(RequisitionTrigger.Reopen, A.RequisitionFacts() with { Now = A.Noon.AddDays(days) }, Hr).IsPossible);
    }

    [Fact]
    public void A_closing_is_undone_to_the_exact_state_before()
    {
        var requisition = A.Requisition().Open();
        requisition.CloseUnfilled(A.RequisitionFacts(), Hr, A.Noon, "By mistake.");
        var last = requisition.TakeTransitions()[^1];

        requisition.Undo(A.RequisitionFacts(), Hr, A.Noon.AddDays(1), last);

        Assert.Equal(RequisitionState.Open, requisition.State);
        Assert.Contains(requisition.TakeEvents(), e => e is RequisitionRestored);
    }

    [Theory]
    [InlineData("REQ-1042", 1042L)]
    [InlineData("req-7", 7L)]
    [InlineData("REQ-", null)]
    [InlineData("REQ--3", null)]
    [InlineData("APP-3", null)]
    [InlineData(null, null)]
    public void A_number_is_the_prefix_and_the_key(string? number, long? key) => Assert.Equal(key, Requisition.KeyOf(number));

    private static RequisitionTerms TermsOf(Requisition r) => new(
        r.Title, r.RoleFamilyCode, r.LevelCode, r.LevelRank, r.DepartmentId, r.LocationId, r.Seats, r.ReasonCode, r.Why, r.AnnualCost, r.TargetStart,
        r.HiringManagerId, r.MustHaves, r.Skills, r.IsConfidential);
}
