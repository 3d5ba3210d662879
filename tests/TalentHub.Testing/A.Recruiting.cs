using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;

namespace TalentHub.Testing;

public static partial class A
{
    /// <summary>The request is open, nothing stands against it, and it is the day of <see cref="Noon"/>.</summary>
    public static PostingFacts OpenRequest => new(RequisitionIsOpen: true, RequisitionIsHeld: false, DateOnly.FromDateTime(Noon));

    /// <summary>A complete posting as a recruiter leaves it: a draft.</summary>
    public static Posting Posting(Actor? author = null, long requisitionId = 42, DateOnly? opensOn = null, DateOnly? closesOn = null, params PostingQuestion[] questions)
    {
        author ??= Person(Role.Recruiter);
        var posting = new Posting(author, Noon, requisitionId, PostingKind.External, new Bilingual("Machine-learning engineer", "机器学习工程师"));
        posting.Write(author, posting.Title, PostingText());
        posting.Pay(author, Money.Of(480_000, "CNY"), Money.Of(720_000, "CNY"), null);
        posting.Ask(author, questions);
        posting.Runs(author, opensOn, closesOn ?? DateOnly.FromDateTime(Noon).AddDays(30));
        return posting;
    }

    public static PostingText PostingText() => new(
        new PostingWords("You train large models.", "- Train models\n- Measure them", "- Python\n- PyTorch", "- Compute of your own"),
        new PostingWords("训练大模型。", "- 训练模型\n- 衡量效果", "- Python\n- PyTorch", "- 自己的算力"));

    public static Posting InReview(this Posting posting)
    {
        posting.Submit(Actor.System, Noon, OpenRequest);
        return posting;
    }

    public static Posting Live(this Posting posting)
    {
        posting.InReview().Approve(Actor.System, Noon, OpenRequest);
        return posting;
    }

    public static PostingQuestion YesNo(string code = "visa", bool required = true, params string[] flags) =>
        new(code, QuestionType.YesNo, required, new Bilingual("May you work in this country?", "您可以在当地工作吗？"), flags: [.. flags]);
}
