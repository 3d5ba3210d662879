using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Tests.Workflows;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Recruiting;

public sealed class PostingWalks : MachineTests<Posting, PostingState, PostingTrigger, PostingFacts>
{
    protected override Posting New(Random random) => A.Posting(A.Person(Role.Recruiter), opensOn: random.Next(2) == 0 ? null : DateOnly.FromDateTime(A.Noon).AddDays(random.Next(-1, 2)));

    protected override PostingFacts Facts(Random random) => new(random.Next(5) > 0, random.Next(5) == 0, DateOnly.FromDateTime(A.Noon));
}

public sealed class PostingTests
{
    private static readonly Actor Recruiter = A.Person(Role.Recruiter);
    private static readonly Actor HR = A.Person(Role.HR);
    private static readonly DateOnly Today = DateOnly.FromDateTime(A.Noon);

    [Fact]
    public void A_draft_without_text_pay_or_closing_date_says_all_three_at_once()
    {
        var posting = new Posting(Recruiter, A.Noon, 42, PostingKind.External, new Bilingual("Engineer", null));

        var refusal = Assert.Throws<MoveRefused>(() => posting.Submit(Recruiter, A.Noon, A.OpenRequest));

        Assert.Equal(
            [
                "Write what the job is, what one does and what one brings, in at least one language.",
                "A language has a title but no text, or a text but no title.",
                "Give a salary range, or say why there is none.",
                "Set a closing date that is still to come.",
            ],
            refusal.Reasons);
    }

    [Fact]
    public void One_language_is_enough_when_it_is_whole()
    {
        var posting = A.Posting(Recruiter);
        posting.Write(Recruiter, new Bilingual(null, "机器学习工程师"), new PostingText(PostingWords.None, A.PostingText().Zh));

        posting.Submit(Recruiter, A.Noon, A.OpenRequest);

        Assert.Equal(PostingState.InReview, posting.State);
    }

    [Fact]
    public void A_waived_salary_range_carries_its_reason_and_is_enough()
    {
        var posting = A.Posting(Recruiter);
        posting.Pay(Recruiter, null, null, "Set by the works council in April.");

        posting.Submit(Recruiter, A.Noon, A.OpenRequest);

        Assert.Null(posting.SalaryMin);
        Assert.Equal(PostingState.InReview, posting.State);
    }

    [Fact]
    public void Whoever_wrote_any_of_it_may_not_approve_it()
    {
        var author = A.Person(Role.HR);
        var corrector = A.Person(Role.HR);
        var posting = A.Posting(author);
        posting.Write(corrector, posting.Title, posting.Text);
        posting.Submit(author, A.Noon, A.OpenRequest);

        Assert.Equal(["Whoever wrote a posting may not approve it."], Assert.Throws<MoveRefused>(() => posting.Approve(author, A.Noon, A.OpenRequest)).Reasons);
        Assert.Throws<MoveRefused>(() => posting.Approve(corrector, A.Noon, A.OpenRequest));
        posting.Approve(HR, A.Noon, A.OpenRequest);
        Assert.Equal(PostingState.Live, posting.State);
    }

    [Fact]
    public void A_recruiter_does_not_review()
    {
        var posting = A.Posting(A.Person(Role.Recruiter)).InReview();

        Assert.Equal(Answer.NotHeld, posting.Can(PostingTrigger.Approve, A.OpenRequest, Recruiter).Answer);
    }

    [Fact]
    public void Approved_before_its_first_day_it_waits_and_goes_live_on_that_day_only()
    {
        var posting = A.Posting(Recruiter, opensOn: Today.AddDays(2)).InReview();
        posting.Approve(HR, A.Noon, A.OpenRequest);
        Assert.Equal(PostingState.Scheduled, posting.State);

        Assert.Equal(["Its first day has not come."], Assert.Throws<MoveRefused>(() => posting.GoLive(Actor.System, A.Noon, A.OpenRequest)).Reasons);
        posting.GoLive(Actor.System, A.Noon.AddDays(2), A.OpenRequest with { Today = Today.AddDays(2) });

        Assert.Equal(PostingState.Live, posting.State);
        Assert.Single(posting.TakeEvents().OfType<PostingWentLive>());
    }

    [Fact]
    public void Nothing_goes_live_while_its_request_is_not_open_or_on_hold()
    {
        var posting = A.Posting(Recruiter).InReview();

        var refusal = Assert.Throws<MoveRefused>(() => posting.Approve(HR, A.Noon, A.OpenRequest with { RequisitionIsOpen = false, RequisitionIsHeld = true }));

        Assert.Equal(["The request behind it is not open.", "The request behind it is on hold."], refusal.Reasons);
    }

    [Fact]
    public void A_confidential_request_has_no_public_posting()
    {
        var posting = A.Posting(Recruiter);

        Assert.Throws<MoveRefused>(() => posting.Submit(Recruiter, A.Noon, A.OpenRequest with { IsConfidential = true }));
    }

    [Fact]
    public void Referred_back_it_keeps_a_comment_for_each_field_until_it_is_sent_again()
    {
        var posting = A.Posting(Recruiter).InReview();

        posting.ReferBack(HR, A.Noon, A.OpenRequest, [new ReviewComment("Title", "Say the level."), new ReviewComment("Offering", "Nothing about leave.")]);

        Assert.Equal(["Title", "Offering"], posting.Comments.Select(c => c.Field));
        Assert.Equal("Say the level.\nNothing about leave.", posting.TakeTransitions()[^1].Reason);
        posting.Submit(Recruiter, A.Noon, A.OpenRequest);
        Assert.Empty(posting.Comments);
    }

    [Fact]
    public void Paused_by_a_hold_it_is_remembered_as_such_and_not_when_a_person_paused_it()
    {
        var held = A.Posting(Recruiter).Live();
        held.Pause(Actor.System, A.Noon, A.OpenRequest with { RequisitionIsHeld = true }, "The request is on hold.");
        var paused = A.Posting(Recruiter).Live();
        paused.Pause(Recruiter, A.Noon, A.OpenRequest, "Too many applications.");

        Assert.True(held.PausedByHold);
        Assert.False(paused.PausedByHold);
        Assert.Throws<MoveRefused>(() => held.Resume(Recruiter, A.Noon, A.OpenRequest with { RequisitionIsHeld = true }));
        held.Resume(Actor.System, A.Noon, A.OpenRequest);
        Assert.Equal(PostingState.Live, held.State);
    }

    [Fact]
    public void Pausing_asks_why()
    {
        var posting = A.Posting(Recruiter).Live();

        Assert.Equal(Answer.AskReason, Assert.Throws<MoveRefused>(() => posting.Pause(Recruiter, A.Noon, A.OpenRequest, null)).Answer);
    }

    [Fact]
    public void Reopened_it_is_a_draft_again_without_its_past_closing_date()
    {
        var posting = A.Posting(Recruiter, closesOn: Today).Live();
        posting.Close(Actor.System, A.Noon.AddDays(1), A.OpenRequest);
        posting.Reopen(Recruiter, A.Noon.AddDays(3), A.OpenRequest with { Today = Today.AddDays(3) }, "Nobody fitted.");

        Assert.Equal(PostingState.Draft, posting.State);
        Assert.Null(posting.ClosesOn);
        Assert.Null(posting.LiveSince);
    }

    [Fact]
    public void What_the_public_reads_is_not_rewritten_behind_the_reviewer()
    {
        var posting = A.Posting(Recruiter).Live();

        Assert.Throws<DomainException>(() => posting.Write(Recruiter, posting.Title, posting.Text));
        Assert.Throws<DomainException>(() => posting.Pay(Recruiter, null, null, "secret"));
    }

    [Theory]
    [InlineData("PST-12", 12L)]
    [InlineData("pst-7", 7L)]
    [InlineData("REQ-12", null)]
    [InlineData("PST--12", null)]
    [InlineData("PST-99999999999999999999", null)]
    public void A_number_is_its_prefix_and_its_key(string number, long? id) => Assert.Equal(id, Posting.IdOf(number));

    [Fact]
    public void An_address_is_made_of_the_English_title() =>
        Assert.Equal("senior-ml-engineer-llm", new Posting(Recruiter, A.Noon, 1, PostingKind.External, new Bilingual("Senior ML engineer (LLM)", "高级")).Slug);

    [Fact]
    public void A_closing_is_undone_to_where_it_stood_inside_its_window_and_not_after_it()
    {
        var posting = A.Posting(Recruiter, closesOn: Today.AddDays(40)).Live();
        posting.Pause(Recruiter, A.Noon, A.OpenRequest, "Too many applications.");
        posting.Close(Recruiter, A.Noon, A.OpenRequest);
        var closing = posting.TakeTransitions()[^1];

        Assert.Equal(
            ["It ended more than 14 days ago, so it can no longer be undone."],
            Assert.Throws<MoveRefused>(() => posting.Restore(Recruiter, A.Noon.AddDays(15), A.OpenRequest with { Today = Today.AddDays(15) }, closing)).Reasons);
        Assert.Equal(Answer.NotHeld, Assert.Throws<MoveRefused>(() => posting.Restore(A.Person(Role.Employee), A.Noon, A.OpenRequest, closing)).Answer);
        posting.Restore(Recruiter, A.Noon.AddDays(14), A.OpenRequest with { Today = Today.AddDays(14) }, closing);

        Assert.Equal(PostingState.Paused, posting.State);
    }

    [Fact]
    public void A_posting_whose_closing_date_has_passed_is_not_taken_back()
    {
        var posting = A.Posting(Recruiter, closesOn: Today).Live();
        posting.Close(Actor.System, A.Noon.AddDays(1), A.OpenRequest);
        var closing = posting.TakeTransitions()[^1];

        Assert.Equal(
            ["Its closing date has passed; reopen it as a draft instead."],
            Assert.Throws<MoveRefused>(() => posting.Restore(Recruiter, A.Noon.AddDays(1), A.OpenRequest with { Today = Today.AddDays(1) }, closing)).Reasons);
    }

    [Fact]
    public void When_the_end_of_its_request_is_undone_it_stands_where_it_stood()
    {
        var posting = A.Posting(Recruiter).Live();
        posting.Close(Actor.System, A.Noon, A.OpenRequest, "The request has ended.");
        var closing = posting.TakeTransitions()[^1];

        posting.Restore(Actor.System, A.Noon, A.OpenRequest, closing);

        Assert.Equal(PostingState.Live, posting.State);
    }
}
