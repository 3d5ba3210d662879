using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;
using static TalentHub.Domain.Screening.ApplicationState;

namespace TalentHub.Domain.Tests.Screening;

public sealed class ApplicationTests
{
    private static readonly ApplicationFacts Clear = A.ClearFacts();
    private static readonly Reason Experience = new("experience", null);

    [Fact]
    public void A_candidate_applies_only_with_consent_to_a_version_of_the_notice()
    {
        var refusal = Assert.Throws<DomainException>(() =>
            new JobApplication(Actor.Visitor, A.Noon, 1, 1, Source.CareersSite));

        Assert.Equal("Consent", refusal.Field);
        Assert.Equal(Received, new JobApplication(Actor.Visitor, A.Noon, 1, 1, Source.CareersSite, noticeVersionId: 1, consentAt: A.Noon).State);
    }

    [Fact]
    public void The_referrer_does_not_review_the_person_they_referred()
    {
        var recruiter = A.Person(Role.Recruiter);
        var application = A.Application(referrerId: recruiter.PersonId);

        var refusal = Assert.Throws<MoveRefused>(() => application.StartReview(Clear, recruiter, A.Noon));

        Assert.Equal(["You referred this person; someone else reviews the application."], refusal.Reasons);
    }

    [Fact]
    public void Shortlisting_waits_until_every_must_have_carries_a_mark()
    {
        var recruiter = A.Person(Role.Recruiter);
        var application = A.Application().Until(InReview);

        var refusal = Assert.Throws<MoveRefused>(() => application.Shortlist(Clear with { CriteriaTotal = 3, CriteriaMarked = 1 }, recruiter, A.Noon));
        application.Shortlist(Clear with { CriteriaTotal = 3, CriteriaMarked = 3 }, recruiter, A.Noon);

        Assert.Equal(["2 of 3 must-haves are not marked yet."], refusal.Reasons);
        Assert.Equal(Shortlisted, application.State);
    }

    [Fact]
    public void A_must_have_that_is_not_met_asks_for_a_reason_and_then_lets_go_on()
    {
        var recruiter = A.Person(Role.Recruiter);
        var application = A.Application().Until(InReview);
        var facts = Clear with { CriteriaTotal = 1, CriteriaMarked = 1, CriteriaNotMet = 1 };

        Assert.Equal(Answer.AskReason, Assert.Throws<MoveRefused>(() => application.Shortlist(facts, recruiter, A.Noon)).Answer);
        application.Shortlist(facts, recruiter, A.Noon, "Strong in everything else.");

        Assert.Equal(Shortlisted, application.State);
    }

    [Fact]
    public void The_first_mark_starts_the_review_and_a_second_one_replaces_the_first()
    {
        var recruiter = A.Person(Role.Recruiter);
        var application = A.Application();

        application.Mark(Clear, recruiter, A.Noon, 7, MarkValue.NoEvidence, null);
        application.Mark(Clear, recruiter, A.Noon, 7, MarkValue.Met, "trained a 70B model");

        Assert.Equal(InReview, application.State);
        var mark = Assert.Single(application.Marks);
        Assert.Equal((MarkValue.Met, "trained a 70B model"), (mark.Value, mark.Passage));
    }

    [Fact]
    public void A_hiring_manager_of_another_job_screens_nothing_here()
    {
        var manager = A.Person(Role.Employee, Relation.HiringManager);
        var application = A.Application();

        Assert.Equal(Answer.Blocked, application.Can(ApplicationTrigger.StartReview, Clear, manager).Answer);
        Assert.Equal(Answer.Allowed, application.Can(ApplicationTrigger.StartReview, Clear with { HiringManagerId = manager.PersonId }, manager).Answer);
        Assert.Throws<DomainException>(() => A.Application().Until(InReview).Mark(Clear, manager, A.Noon, 1, MarkValue.Met, null));
    }

    [Fact]
    public void A_rejection_needs_a_reason_from_the_list()
    {
        var refusal = Assert.Throws<DomainException>(() => A.Application().Reject(Clear, A.Person(Role.Recruiter), A.Noon, "Just no"));

        Assert.Equal("ReasonCode", refusal.Field);
    }

    [Fact]
    public void Nobody_is_rejected_while_an_offer_lives()
    {
        var application = A.Application().Until(OfferStage);

        var refusal = Assert.Throws<MoveRefused>(() => application.Reject(Clear with { OfferLives = true }, A.Person(Role.Recruiter), A.Noon, Experience));

        Assert.Equal(["An offer has not ended yet; end it first."], refusal.Reasons);
    }

    [Fact]
    public void After_interviews_the_hiring_manager_proposes_and_the_recruiter_sends()
    {
        var manager = A.Person(Role.Employee, Relation.HiringManager);
        var recruiter = A.Person(Role.Recruiter);
        var facts = Clear with { HiringManagerId = manager.PersonId };
        var application = A.Application().Until(Interviewing);

        Assert.Throws<MoveRefused>(() => application.Reject(facts, manager, A.Noon, Experience));
        application.ProposeRejection(facts, manager, A.Noon, "experience", null);
        application.Reject(facts, recruiter, A.Noon, Experience);

        Assert.Equal(Rejected, application.State);
        Assert.Equal(manager.PersonId, application.Proposal!.ProposedBy);
    }

    [Fact]
    public void Restoring_returns_to_the_exact_earlier_state_and_says_which_move_it_undoes()
    {
        var recruiter = A.Person(Role.Recruiter);
        var application = A.Application().Until(Interviewing);
        application.TakeTransitions();
        application.Reject(Clear, recruiter, A.Noon, Experience);
        var ended = Assert.Single(application.TakeTransitions());

        application.Restore(Clear, recruiter, A.Noon, "A mistake", ended);

        Assert.Equal(Interviewing, application.State);
        Assert.Null(application.RejectionReason);
        Assert.Contains(application.TakeEvents(), e => e is ApplicationRestored { WasRejected: true });
    }

    [Theory]
    [InlineData(13, false, true)]
    [InlineData(15, false, false)]
    [InlineData(15, true, true)]
    public void An_end_is_taken_back_within_fourteen_days_or_while_the_job_is_open(int days, bool open, bool possible)
    {
        var application = A.Application().Until(Rejected);

        var verdict = application.Can(ApplicationTrigger.Restore, Clear with { RequisitionOpen = open, Now = A.Noon.AddDays(days) }, A.Person(Role.HR));

        Assert.Equal(possible, verdict.IsPossible);
    }

    [Fact]
    public void A_declined_offer_ends_the_application_and_an_expired_one_brings_it_back_to_the_decision()
    {
        var declined = A.Application().Until(OfferStage);
        var expired = A.Application().Until(OfferStage);

        declined.OfferEnded(Clear, Actor.System, A.Noon, candidateSaidNo: true);
        expired.OfferEnded(Clear, Actor.System, A.Noon, candidateSaidNo: false);

        Assert.Equal((Withdrawn, OfferStage), (declined.State, declined.EndedFrom));
        Assert.Equal(Deciding, expired.State);
    }

    [Fact]
    public void Someone_who_accepted_and_then_reneged_is_not_simply_restored()
    {
        var application = A.Application().Until(ReadyToHire);
        application.OfferEnded(Clear, Actor.System, A.Noon, candidateSaidNo: true);

        Assert.Equal(Answer.Blocked, application.Can(ApplicationTrigger.Restore, Clear, A.Person(Role.HR)).Answer);
    }

    [Fact]
    public void A_candidate_withdraws_only_their_own_application()
    {
        var application = A.Application(personId: 5);

        Assert.Throws<MoveRefused>(() => application.Withdraw(Clear, Actor.Candidate(6), A.Noon, null));
        application.Withdraw(Clear, Actor.Candidate(5), A.Noon, null);

        Assert.Equal(Withdrawn, application.State);
    }

    [Fact]
    public void A_hold_keeps_the_state_stops_moves_forward_and_resuming_returns_to_where_it_was()
    {
        var recruiter = A.Person(Role.Recruiter);
        var application = A.Application().Until(InReview);

        application.PutOnHold(Clear, recruiter, A.Noon.AddDays(1), "Waits for a visa", new DateOnly(2026, 4, 1));

        Assert.Equal((InReview, A.Noon), (application.State, application.StateSince));
        Assert.Contains("on hold", Assert.Throws<MoveRefused>(() => application.Shortlist(Clear, recruiter, A.Noon)).Reasons[0], StringComparison.Ordinal);

        application.Resume(Clear, recruiter, A.Noon.AddDays(2));
        application.Shortlist(Clear, recruiter, A.Noon.AddDays(2));

        Assert.Equal(Shortlisted, application.State);
    }

    [Fact]
    public void A_transfer_ends_here_and_goes_on_there_with_the_same_words()
    {
        var recruiter = A.Person(Role.Recruiter);
        var application = A.Application(personId: 5, requisitionId: 1);

        Assert.Throws<MoveRefused>(() => application.Transfer(Clear with { TargetOpen = false }, recruiter, A.Noon, 2, "Fits better there"));
        var next = application.Transfer(Clear with { TargetOpen = true }, recruiter, A.Noon, 2, "Fits better there");

        Assert.Equal(Transferred, application.State);
        Assert.Equal((5, 2, Received), (next.PersonId, next.RequisitionId, next.State));
    }

    [Fact]
    public void To_interview_needs_a_plan_and_an_ungraded_assessment_needs_a_reason()
    {
        var recruiter = A.Person(Role.Recruiter);
        var application = A.Application().Until(Assessing);

        Assert.Equal(Answer.Blocked, application.Can(ApplicationTrigger.ToInterview, Clear with { HasInterviewPlan = false }, recruiter).Answer);
        Assert.Equal(Answer.AskReason, application.Can(ApplicationTrigger.ToInterview, Clear, recruiter).Answer);
        application.GradeAssessment(Clear, recruiter, "Solid.");
        Assert.Equal(Answer.Allowed, application.Can(ApplicationTrigger.ToInterview, Clear, recruiter).Answer);
    }

    [Fact]
    public void A_candidate_reads_of_a_rejection_only_when_its_message_has_left()
    {
        var application = A.Application().Until(Interviewing);
        application.Until(Rejected);

        Assert.Equal(CandidateStage.Interviews, application.ForCandidate(false, A.Noon.AddMinutes(10)));
        Assert.Equal(CandidateStage.Closed, application.ForCandidate(false, A.Noon.AddMinutes(31)));
        Assert.Equal(CandidateStage.FinalDecision, A.Application().Until(OfferStage).ForCandidate(false, A.Noon));
    }
}
