using System.Reflection;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Tests.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Interviews;

public sealed class InterviewWalks : MachineTests<Interview, InterviewState, InterviewTrigger, InterviewFacts>
{
    protected override Interview New(Random random) => A.Interview();

    protected override InterviewFacts Facts(Random random) => new(
        ApplicationInterviews: random.Next(8) > 0, Clashing: random.Next(4) == 0 ? "Li Wei" : null, HasStarted: random.Next(2) == 0,
        HasEnded: random.Next(2) == 0, MissingCards: random.Next(2));
}

public sealed class ScorecardWalks : MachineTests<Scorecard, ScorecardState, ScorecardTrigger, ScorecardFacts>
{
    private static readonly MethodInfo Keep = typeof(Scorecard).GetMethod("Keep", BindingFlags.NonPublic | BindingFlags.Instance)!;

    // The walker acts as the system, so the card is the system's and is already filled in.
    protected override Scorecard New(Random random)
    {
        var card = A.Scorecard(Actor.System.PersonId, "coding");
        Keep.Invoke(card, [new[] { new Rating("coding", Recommendation.Yes, null) }, Recommendation.Yes, null]);
        return card;
    }

    protected override ScorecardFacts Facts(Random random) => new(HasStarted: random.Next(3) > 0, DebriefOpen: random.Next(2) == 0);
}

public sealed class DecisionWalks : MachineTests<HiringDecision, DecisionState, DecisionTrigger, DecisionFacts>
{
    protected override HiringDecision New(Random random) => A.Decision();

    protected override DecisionFacts Facts(Random random) => new(
        MissingCards: random.Next(3) == 0 ? 1 : 0, MissingFrom: "Li Wei", Yes: random.Next(3), No: random.Next(3),
        SignedBy: random.Next(3) switch { 0 => null, 1 => 0, _ => 5 });
}
