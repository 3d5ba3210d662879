using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Interviews;

public sealed class InterviewTests
{
    private static readonly InterviewFacts Fine = new();
    private readonly Actor recruiter = A.Person(Role.Recruiter);
    private readonly Actor interviewer = A.Person(Role.Employee, Relation.Interviewer);

    [Fact]
    public void A_booking_is_refused_with_the_reason_when_the_referrer_would_interview()
    {
        var interview = A.Interview();

        var refusal = Assert.Throws<MoveRefused>(() =>
            interview.Book(Fine with { ReferrerOnPanel = true }, recruiter, A.Noon, A.Slot(interviewer.PersonId)));

        Assert.Equal(["Who referred the candidate does not interview them."], refusal.Reasons);
        Assert.Equal(InterviewState.ToSchedule, interview.State);
    }

    [Fact]
    public void A_clash_and_a_full_week_are_both_said_and_pass_with_a_reason()
    {
        var interview = A.Interview();
        var busy = Fine with { Clashing = "Li Wei", OverLimit = "Li Wei" };

        var refusal = Assert.Throws<MoveRefused>(() => interview.Book(busy, recruiter, A.Noon, A.Slot(interviewer.PersonId)));
        interview.Book(busy, recruiter, A.Noon, A.Slot(interviewer.PersonId), "Nobody else knows the topic.");

        Assert.Contains("Li Wei has another interview at that time.", refusal.Reasons);
        Assert.Contains("Li Wei would hold more than 6 interviews in that week.", refusal.Reasons);
        Assert.Equal(InterviewState.Scheduled, interview.State);
    }

    [Fact]
    public void A_time_in_the_past_cannot_be_booked() =>
        Assert.Throws<DomainException>(() => A.Interview().Book(Fine, recruiter, A.Noon.AddDays(2), A.Slot(interviewer.PersonId)));

    [Fact]
    public void Moving_raises_the_sequence_asks_everyone_again_and_keeps_the_identity()
    {
        var interview = A.Interview().Booked(interviewer.PersonId);
        var uid = interview.CalendarUid;
        interview.Confirm(Fine, interviewer, A.Noon);

        interview.MoveTo(Fine, recruiter, A.Noon, A.Slot(interviewer.PersonId, 55), "The room is taken.");

        Assert.Equal(1, interview.Sequence);
        Assert.Equal(uid, interview.CalendarUid);
        Assert.All(interview.Panel, p => Assert.Null(p.ConfirmedAt));
        Assert.Equal(2, interview.Panel.Count);
    }

    [Fact]
    public void Those_who_left_the_panel_are_named_so_that_their_calendars_drop_it()
    {
        var interview = A.Interview().Booked(51, 52);
        interview.TakeEvents();

        interview.MoveTo(Fine, recruiter, A.Noon, A.Slot(52, 53), "Li Wei is ill.");

        Assert.Equal([51], Assert.IsType<InterviewMoved>(Assert.Single(interview.TakeEvents())).Left);
    }

    [Fact]
    public void It_is_confirmed_when_the_last_of_those_invited_says_yes()
    {
        var interview = A.Interview().Booked(interviewer.PersonId);

        interview.Confirm(Fine, interviewer, A.Noon);
        Assert.Equal(InterviewState.Scheduled, interview.State);

        interview.Confirm(Fine, Actor.Candidate(7), A.Noon);
        Assert.Equal(InterviewState.Confirmed, interview.State);
    }

    [Fact]
    public void Someone_who_is_not_invited_can_neither_confirm_nor_answer_for_another()
    {
        var interview = A.Interview().Booked(interviewer.PersonId);
        var stranger = A.Person(Role.Employee, Relation.Interviewer);

        Assert.Throws<MoveRefused>(() => interview.Confirm(Fine, stranger, A.Noon));
        Assert.Throws<DomainException>(() => interview.Confirm(Fine, interviewer, A.Noon, onBehalfOf: 7));
    }

    [Fact]
    public void A_recruiter_records_the_candidates_yes()
    {
        var interview = A.Interview().Booked(interviewer.PersonId);

        interview.Confirm(Fine, recruiter, A.Noon, onBehalfOf: 7);

        Assert.NotNull(interview.CandidateConfirmedAt);
    }

    [Fact]
    public void Declining_sends_it_back_to_be_scheduled()
    {
        var interview = A.Interview().Booked(interviewer.PersonId);

        interview.Decline(Fine, Actor.Candidate(7), A.Noon, "I travel that day.");

        Assert.Equal(InterviewState.ToSchedule, interview.State);
        Assert.Equal(1, interview.Sequence);
    }

    [Fact]
    public void A_candidate_cannot_record_that_somebody_did_not_come()
    {
        var interview = A.Interview().Booked(interviewer.PersonId);

        var refusal = Assert.Throws<MoveRefused>(() =>
            interview.RecordNoShow(Fine with { HasStarted = true }, Actor.Candidate(7), A.Noon, NoShowSide.Interviewer, null));

        Assert.Equal(["The interviewer or the recruiter records this."], refusal.Reasons);
    }

    [Fact]
    public void It_is_complete_only_when_no_scorecard_is_missing_and_says_whether_it_was_the_last_one()
    {
        var interview = A.Interview().Booked(interviewer.PersonId);
        interview.End(Fine with { HasEnded = true }, Actor.System, A.Noon.AddDays(2));
        interview.TakeEvents();

        Assert.Throws<MoveRefused>(() => interview.AllIn(Fine with { MissingCards = 1 }, Actor.System, A.Noon.AddDays(2)));
        interview.AllIn(Fine with { LastRequired = true }, Actor.System, A.Noon.AddDays(2));

        Assert.True(Assert.IsType<InterviewFeedbackComplete>(Assert.Single(interview.TakeEvents())).AllRequired);
    }

    [Theory]
    [InlineData("http://meet.example.com")]
    [InlineData("javascript:alert(1)")]
    public void A_link_to_a_call_starts_with_https(string link) =>
        Assert.Throws<DomainException>(() => new Slot(A.Noon, 60, "Asia/Shanghai", [1], null, link));

    [Fact]
    public void A_slot_needs_somewhere_someone_and_a_known_zone()
    {
        Assert.Throws<DomainException>(() => new Slot(A.Noon, 60, "Asia/Shanghai", [1], null, null));
        Assert.Throws<DomainException>(() => new Slot(A.Noon, 60, "Asia/Shanghai", [], "Room 1", null));
        Assert.Throws<DomainException>(() => new Slot(A.Noon, 60, "Mars/Olympus", [1], "Room 1", null));
        Assert.Throws<DomainException>(() => new Slot(A.Noon, 5, "Asia/Shanghai", [1], "Room 1", null));
    }
}

public sealed class InterviewPlanTests
{
    [Fact]
    public void Rounds_are_ordered_and_can_change_places()
    {
        var plan = A.InterviewPlan(1, A.Round("First"), A.Round("Second"));

        plan.AddRound(A.Round("Third"));

        Assert.Equal(["First", "Second", "Third"], plan.Ordered.Select(r => r.Name.En));
    }

    [Fact]
    public void A_round_with_interviews_cannot_be_removed()
    {
        var plan = A.InterviewPlan();

        Assert.Throws<DomainException>(() => plan.RemoveRound(plan.Rounds[0].Id, isUsed: true, A.Noon));
        plan.RemoveRound(plan.Rounds[0].Id, isUsed: false, A.Noon);

        Assert.Empty(plan.Ordered);
    }

    [Fact]
    public void A_removed_round_comes_back_to_its_place_for_fourteen_days()
    {
        var plan = A.InterviewPlan(1, A.Round("Only"));
        plan.RemoveRound(0, isUsed: false, A.Noon);
        plan.AddRound(A.Round("Later"));

        Assert.Throws<DomainException>(() => plan.PutBack(0, A.Noon.AddDays(15)));
        plan.PutBack(0, A.Noon.AddDays(13));

        Assert.Equal(["Only", "Later"], plan.Ordered.Select(r => r.Name.En));
        Assert.Equal([1, 2], plan.Ordered.Select(r => r.Order));
    }

    [Fact]
    public void An_attribute_describes_all_four_points() =>
        Assert.Throws<DomainException>(() => RatedAttribute.Of("coding", new Bilingual("Coding", "编程"), null, [new Bilingual("No", "否")]));

    [Fact]
    public void An_attribute_stands_once_in_a_round() =>
        Assert.Throws<DomainException>(() => A.InterviewPlan(1, A.Round(attributes: ["coding", "coding"])));
}
