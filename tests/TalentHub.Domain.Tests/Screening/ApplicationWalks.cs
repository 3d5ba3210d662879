using TalentHub.Domain.Screening;
using TalentHub.Domain.Tests.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Screening;

public sealed class ApplicationWalks : MachineTests<JobApplication, ApplicationState, ApplicationTrigger, ApplicationFacts>
{
    protected override JobApplication New(Random random) => A.Application();

    protected override ApplicationFacts Facts(Random random)
    {
        bool Mostly() => random.Next(8) > 0;
        bool Rarely() => random.Next(8) == 0;
        return new ApplicationFacts
        {
            Now = A.Noon.AddDays(random.Next(30)),
            RequisitionOpen = Mostly(),
            RequisitionHeld = Rarely(),
            CriteriaTotal = 3,
            CriteriaMarked = Mostly() ? 3 : 1,
            CriteriaNotMet = random.Next(2),
            HasInterviewPlan = Mostly(),
            RequiredInterviewsOpen = Rarely() ? 2 : 0,
            DecidedHire = random.Next(2) == 0,
            OpenSeats = Mostly() ? 1 : 0,
            OfferLives = Rarely(),
            OfferIsOut = Rarely(),
            OfferAccepted = Mostly(),
            StartDateReached = Mostly(),
            OtherActiveApplications = Rarely() ? 1 : 0,
            AnotherForThisJob = Rarely(),
            TargetOpen = Mostly(),
            AlreadyAtTarget = Rarely(),
        };
    }
}

public sealed class DuplicateWalks : MachineTests<DuplicatePair, DuplicateState, DuplicateTrigger, DuplicateFacts>
{
    protected override DuplicatePair New(Random random) => new(Domain.Access.Actor.System, A.Noon, 1, 2, [MatchReason.Email]);

    protected override DuplicateFacts Facts(Random random) => new(random.Next(6) == 0, random.Next(6) == 0, random.Next(6) == 0);
}
