using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Onboarding;

public sealed record OnboardingStarted(OnboardingPlan Plan, Actor By, DateTime At) : IDomainEvent;

/// <summary>The person is here. The service that records it also hires, begins the employment and fills the seat.</summary>
public sealed record HireArrived(OnboardingPlan Plan, Actor By, DateTime At) : IDomainEvent;

public sealed record HireDidNotStart(OnboardingPlan Plan, Actor By, DateTime At, Reason? Reason) : IDomainEvent;

/// <summary>The plan is over, well or not: nobody has to do its open tasks any more.</summary>
public sealed record OnboardingEnded(OnboardingPlan Plan, Actor By, DateTime At) : IDomainEvent;

/// <summary>A task stands elsewhere: whether day one is blocked may have changed.</summary>
public sealed record TaskMoved(OnboardingTask Task, Actor By, DateTime At) : IDomainEvent;
