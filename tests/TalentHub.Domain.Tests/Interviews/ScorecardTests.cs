using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Interviews;

public sealed class ScorecardTests
{
    private static readonly ScorecardFacts Fine = new();
    private readonly Actor interviewer = A.Person(Role.Employee, Relation.Interviewer);
    private readonly Actor recruiter = A.Person(Role.Recruiter);

    [Fact]
    public void Only_its_own_interviewer_begins_a_card()
    {
        var card = A.Scorecard(interviewer.PersonId);
        var colleague = A.Person(Role.Employee, Relation.Interviewer);

        var refusal = Assert.Throws<MoveRefused>(() => card.StartWriting(Fine, colleague, A.Noon));

        Assert.Equal(["Only the interviewer writes this scorecard."], refusal.Reasons);
    }

    [Fact]
    public void Nobody_rates_before_the_interview_has_begun()
    {
        var card = A.Scorecard(interviewer.PersonId);

        var refusal = Assert.Throws<MoveRefused>(() => card.StartWriting(Fine with { HasStarted = false }, interviewer, A.Noon));

        Assert.Equal(["The interview has not begun yet."], refusal.Reasons);
    }

    [Fact]
    public void A_card_says_everything_that_is_missing_at_once()
    {
        var card = Begun("coding", "communication");
        card.Write(interviewer, [new Rating("coding", Recommendation.StrongYes, " ")], null, null);

        var refusal = Assert.Throws<MoveRefused>(() => card.Submit(Fine, interviewer, A.Noon));

        Assert.Equal(
            ["Still to rate: Communication.", "A 1 or a 4 needs what you saw or heard: Coding.", "Give your overall recommendation."], refusal.Reasons);
    }

    [Fact]
    public void An_optional_attribute_may_stay_unrated_and_the_middle_needs_no_evidence()
    {
        var interview = new Interview(
            Actor.System, A.Noon, 1, 1, 7,
            A.InterviewPlan(1, A.Round() with { Attributes = [A.Attribute("coding"), A.Attribute("writing", isRequired: false)] }).Rounds[0]);
        var card = new Scorecard(Actor.System, A.Noon, interview, interviewer.PersonId);
        card.StartWriting(Fine, interviewer, A.Noon);
        card.Write(interviewer, [new Rating("coding", Recommendation.Yes, null)], Recommendation.Yes, null);

        card.Submit(Fine, interviewer, A.Noon);

        Assert.Equal(ScorecardState.Submitted, card.State);
    }

    [Fact]
    public void Amending_keeps_how_it_read_before()
    {
        var card = Submitted(Recommendation.No);

        card.Amend(Fine, interviewer, A.Noon);
        card.Write(interviewer, [new Rating("coding", Recommendation.Yes, null)], Recommendation.Yes, "On reflection");
        card.Submit(Fine, interviewer, A.Noon.AddHours(1));

        var before = Assert.Single(card.Versions);
        Assert.Equal(Recommendation.No, before.Overall);
        Assert.Equal(Recommendation.No, Assert.Single(before.Ratings).Score);
        Assert.Equal(Recommendation.Yes, card.Overall);
    }

    [Fact]
    public void After_the_debrief_has_opened_a_card_stays_as_it_is()
    {
        var card = Submitted(Recommendation.Yes);

        Assert.Throws<MoveRefused>(() => card.Amend(Fine with { DebriefOpen = true }, interviewer, A.Noon));
        card.Lock(Actor.System, A.Noon);

        Assert.Equal(ScorecardState.Locked, card.State);
        Assert.Throws<MoveRefused>(() => card.Amend(Fine, interviewer, A.Noon));
        Assert.Throws<DomainException>(() => card.Write(interviewer, [], null, null));
    }

    [Fact]
    public void A_handed_in_card_is_not_written_over()
    {
        var card = Submitted(Recommendation.Yes);

        Assert.Throws<DomainException>(() => card.Write(interviewer, [], Recommendation.No, null));
    }

    [Fact]
    public void Waiving_asks_for_a_reason_and_an_interviewer_cannot_waive_their_own_work()
    {
        var card = A.Scorecard(interviewer.PersonId);

        Assert.Throws<MoveRefused>(() => card.Waive(Fine, interviewer, A.Noon, "No time."));
        Assert.Throws<MoveRefused>(() => card.Waive(Fine, recruiter, A.Noon, null));
        card.Waive(Fine, recruiter, A.Noon, "He left the company.");

        Assert.Equal(ScorecardState.Waived, card.State);
    }

    [Fact]
    public void What_is_not_on_the_card_cannot_be_rated() =>
        Assert.Throws<DomainException>(() => Begun("coding").Write(interviewer, [new Rating("charm", Recommendation.Yes, null)], null, null));

    [Fact]
    public void A_rating_outside_the_scale_is_refused() =>
        Assert.Throws<DomainException>(() => Begun("coding").Write(interviewer, [new Rating("coding", (Recommendation)7, null)], null, null));

    private Scorecard Begun(params string[] attributes)
    {
        var card = A.Scorecard(interviewer.PersonId, attributes);
        card.StartWriting(Fine, interviewer, A.Noon);
        return card;
    }

    private Scorecard Submitted(Recommendation score)
    {
        var card = Begun("coding");
        card.Write(interviewer, [new Rating("coding", score, null)], score, null);
        card.Submit(Fine, interviewer, A.Noon);
        return card;
    }
}
