using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Interviews;

public sealed class DecisionTests
{
    private readonly Actor manager = A.Person(Role.Employee, Relation.HiringManager);
    private readonly Actor hr = A.Person(Role.HR);
    private readonly DecisionFacts fine;

    public DecisionTests() => fine = new DecisionFacts(manager.PersonId, Yes: 2, No: 1);

    [Fact]
    public void The_debrief_waits_for_cards_and_rounds_and_names_them()
    {
        var decision = A.Decision();

        var refusal = Assert.Throws<MoveRefused>(() => decision.OpenDebrief(
            fine with { MissingCards = 1, MissingFrom = "Li Wei", MissingRounds = "Systems" }, manager, A.Noon));

        Assert.Equal(["Scorecards are missing from Li Wei.", "Required rounds are not complete: Systems."], refusal.Reasons);
    }

    [Fact]
    public void A_hire_takes_the_hiring_managers_signature_and_then_hrs()
    {
        var decision = Opened();

        Assert.Throws<MoveRefused>(() => decision.Hire(fine, hr, A.Noon));
        var signature = decision.SignHire(fine, manager, A.Noon, "Strong on evaluation.");
        Assert.Equal(DecisionState.Open, decision.State);
        decision.Hire(fine with { SignedBy = signature.SignerId }, hr, A.Noon);

        Assert.Equal(DecisionState.Hire, decision.State);
        Assert.Equal(manager.PersonId, signature.SignerId);
        Assert.Contains(decision.TakeEvents(), e => e is DecisionHire);
    }

    [Fact]
    public void The_same_person_never_signs_twice_even_with_both_rights()
    {
        var both = A.Person(Role.HR, Relation.HiringManager);
        var decision = Opened();
        var facts = fine with { HiringManagerId = both.PersonId };
        decision.SignHire(facts, both, A.Noon, null);

        var refusal = Assert.Throws<MoveRefused>(() => decision.Hire(facts with { SignedBy = both.PersonId }, both, A.Noon));

        Assert.Equal(["The same person cannot sign twice."], refusal.Reasons);
    }

    [Fact]
    public void Another_jobs_hiring_manager_does_not_sign()
    {
        var other = A.Person(Role.Employee, Relation.HiringManager);

        var refusal = Assert.Throws<MoveRefused>(() => Opened().SignHire(fine, other, A.Noon, null));

        Assert.Equal(["The job's hiring manager decides."], refusal.Reasons);
    }

    [Fact]
    public void Hiring_against_most_cards_needs_a_written_reason()
    {
        var decision = Opened();
        var against = fine with { Yes = 1, No = 2 };

        var refusal = Assert.Throws<MoveRefused>(() => decision.SignHire(against, manager, A.Noon, null));
        decision.SignHire(against, manager, A.Noon, "The two had asked about another field.");

        Assert.Equal("Most scorecards say no: 2 of 3.", refusal.Reasons[0]);
        Assert.Equal("The two had asked about another field.", decision.Reason);
    }

    [Fact]
    public void Saying_no_against_most_cards_needs_words_and_not_only_a_code()
    {
        var decision = Opened();

        Assert.Throws<MoveRefused>(() => decision.NoHire(fine, manager, A.Noon, null));
        Assert.Throws<DomainException>(() => Opened().NoHire(fine, manager, A.Noon, new Reason("skills", null)));
        decision.NoHire(fine, manager, A.Noon, "The role needs more experience with clusters.");

        Assert.Equal(DecisionState.NoHire, decision.State);
    }

    [Fact]
    public void A_signature_can_be_taken_back_until_hr_has_signed()
    {
        var decision = Opened();
        var signature = decision.SignHire(fine, manager, A.Noon, null);

        decision.WithdrawSignature(fine with { SignedBy = manager.PersonId }, manager, A.Noon, signature);

        Assert.False(signature.Stands);
    }

    [Fact]
    public void More_signal_names_its_question_and_waits_again_once_planned()
    {
        var decision = Opened();

        Assert.Throws<DomainException>(() => decision.AskMore(fine, manager, A.Noon, " "));
        decision.AskMore(fine, manager, A.Noon, "Can she lead?");
        decision.Plan(Actor.System, A.Noon);

        Assert.Equal(DecisionState.Blocked, decision.State);
        Assert.Equal("Can she lead?", decision.OpenQuestion);
    }

    [Fact]
    public void A_no_can_be_reconsidered_with_a_reason()
    {
        var decision = Opened();
        decision.NoHire(fine, manager, A.Noon, "Not now.");

        Assert.Throws<MoveRefused>(() => decision.Reconsider(fine, hr, A.Noon, null));
        decision.Reconsider(fine, hr, A.Noon, "A reference came in.");

        Assert.Equal(DecisionState.Open, decision.State);
    }

    [Fact]
    public void Without_an_open_seat_nobody_is_hired() =>
        Assert.Throws<MoveRefused>(() => Opened().SignHire(fine with { SeatIsOpen = false }, manager, A.Noon, null));

    private HiringDecision Opened()
    {
        var decision = A.Decision();
        decision.OpenDebrief(fine, manager, A.Noon);
        return decision;
    }
}
