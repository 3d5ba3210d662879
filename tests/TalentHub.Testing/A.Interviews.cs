using TalentHub.Domain.Access;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;

namespace TalentHub.Testing;

public static partial class A
{
    public static RatedAttribute Attribute(string code, bool isRequired = true) => RatedAttribute.Of(
        code,
        new Bilingual(char.ToUpperInvariant(code[0]) + code[1..], "考察：" + code),
        new Bilingual("What we look for", "我们看重什么"),
        [new("Not at all", "完全没有"), new("A little", "一点"), new("Well", "良好"), new("Outstanding", "出色")],
        isRequired);

    public static RoundDraft Round(string name = "Coding", bool isRequired = true, IReadOnlyList<long>? interviewers = null, params string[] attributes) => new(
        new Bilingual(name, name + "（面试）"),
        new Bilingual("Can they do the work?", "能否胜任？"),
        60,
        isRequired,
        interviewers ?? [],
        [new KitQuestion(new Bilingual("Tell me about a model you trained.", "讲讲您训练过的模型。"), new Bilingual("Concrete numbers", "有具体数字"))],
        [.. (attributes.Length == 0 ? ["coding", "communication"] : attributes).Select(a => Attribute(a))]);

    public static InterviewPlan InterviewPlan(long requisitionId = 1, params RoundDraft[] rounds)
    {
        var plan = new InterviewPlan(requisitionId, Noon);
        foreach (var round in rounds.Length == 0 ? [Round()] : rounds)
        {
            plan.AddRound(round);
        }

        return plan;
    }

    /// <summary>An interview of application 1 (candidate 7) that has no time yet.</summary>
    public static Interview Interview(params string[] attributes) =>
        new(Actor.System, Noon, 1, 1, 7, InterviewPlan(1, Round(attributes: attributes)).Rounds[0]);

    /// <summary>Tomorrow at noon UTC, one hour, the candidate in Shanghai.</summary>
    public static Slot Slot(params long[] interviewers) =>
        new(Noon.AddDays(1), 60, "Asia/Shanghai", interviewers, null, "https://meet.example.com/room");

    public static Interview Booked(this Interview interview, params long[] interviewers)
    {
        interview.Book(new InterviewFacts(), Actor.System, Noon, Slot(interviewers));
        return interview;
    }

    public static Scorecard Scorecard(long interviewerId, params string[] attributes) => new(Actor.System, Noon, Interview(attributes), interviewerId);

    public static HiringDecision Decision() => new(Actor.System, Noon, 1, 1, 7);
}
