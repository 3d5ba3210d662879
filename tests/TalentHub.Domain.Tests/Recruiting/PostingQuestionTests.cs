using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Recruiting;

public sealed class PostingQuestionTests
{
    private static readonly Bilingual Prompt = new("How many years?", "几年？");
    private static readonly PostingQuestion Choice = new(
        "start", QuestionType.Choice, false, Prompt, [new Bilingual("Now", "马上"), new Bilingual("Later", "以后")], flags: ["1"]);

    [Fact]
    public void A_required_question_left_empty_says_so_at_its_field()
    {
        var refusal = Assert.Throws<DomainException>(() => A.YesNo().Answer("  ", "Answers[visa]"));

        Assert.Equal("Answers[visa]", refusal.Field);
    }

    [Fact]
    public void An_optional_question_may_be_left_empty() => Assert.Null(Choice.Answer(null, "x"));

    [Fact]
    public void A_knock_out_answer_marks_and_does_nothing_else()
    {
        Assert.True(A.YesNo(flags: "no").Answer("no", "x")!.IsFlagged);
        Assert.False(A.YesNo(flags: "no").Answer("yes", "x")!.IsFlagged);
        Assert.True(Choice.Answer("1", "x")!.IsFlagged);
        Assert.True(new PostingQuestion("years", QuestionType.Number, true, Prompt, flagBelow: 3).Answer("2.5", "x")!.IsFlagged);
    }

    [Fact]
    public void A_chosen_answer_keeps_its_words_in_both_languages() => Assert.Equal("以后", Choice.Answer("1", "x")!.Shown!.Zh);

    [Theory]
    [InlineData(QuestionType.YesNo, "maybe")]
    [InlineData(QuestionType.Number, "three")]
    [InlineData(QuestionType.Number, "1e400")]
    public void What_is_no_answer_is_refused(QuestionType type, string typed) =>
        Assert.Throws<DomainException>(() => new PostingQuestion("q", type, true, Prompt).Answer(typed, "x"));

    [Theory]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("Now")]
    public void A_choice_outside_the_list_is_refused(string typed) => Assert.Throws<DomainException>(() => Choice.Answer(typed, "x"));

    [Fact]
    public void Text_has_its_length_by_type()
    {
        Assert.Throws<DomainException>(() => new PostingQuestion("q", QuestionType.Text, true, Prompt).Answer(new string('x', 301), "x"));
        Assert.Equal(301, new PostingQuestion("q", QuestionType.LongText, true, Prompt).Answer(new string('x', 301), "x")!.Value.Length);
    }

    [Fact]
    public void A_choice_needs_answers_and_a_knock_out_answer_is_one_of_them()
    {
        Assert.Throws<DomainException>(() => new PostingQuestion("q", QuestionType.Choice, true, Prompt, [new Bilingual("One", "一")]));
        Assert.Throws<DomainException>(() => A.YesNo(flags: "perhaps"));
    }
}
