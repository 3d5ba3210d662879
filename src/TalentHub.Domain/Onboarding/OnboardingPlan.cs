using System.Globalization;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Onboarding;

/// <summary>The first weeks of one hire: what must be ready before day one, and what follows.</summary>
public sealed class OnboardingPlan : Stateful<OnboardingPlan, OnboardingState, OnboardingTrigger, OnboardingFacts>, IOnTimeline
{
    /// <summary>A start that is recorded late lies no further back.</summary>
    public const int DaysBack = 60;

    /// <summary>A start is moved no further ahead.</summary>
    public const int DaysAhead = 366;

    private OnboardingPlan() => Details = new HireDetails(null, null, null, null, null);

    public OnboardingPlan(
        Actor by, DateTime at, long personId, long offerId, long applicationId, long requisitionId, long openingId, long employmentId, long? managerId,
        long locationId, DateOnly startsOn, Bilingual? template)
        : this()
    {
        PersonId = personId;
        OfferId = offerId;
        ApplicationId = applicationId;
        RequisitionId = requisitionId;
        OpeningId = openingId;
        EmploymentId = employmentId;
        ManagerId = managerId;
        LocationId = locationId;
        StartsOn = startsOn;
        Template = template;
        Begin(by, at, "StartPlan");
        Raise(new OnboardingStarted(this, by, at));
    }

    public string Number => NumberOf(Id);

    public long PersonId { get; private set; }

    public long OfferId { get; private set; }

    public long ApplicationId { get; private set; }

    public long RequisitionId { get; private set; }

    public long OpeningId { get; private set; }

    /// <summary>The employment that begins when the person arrives.</summary>
    public long EmploymentId { get; private set; }

    /// <summary>The line manager to be.</summary>
    public long? ManagerId { get; private set; }

    /// <summary>A colleague who helps; never the manager.</summary>
    public long? BuddyId { get; private set; }

    public long LocationId { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>Name of the template it was made from; null when none fitted and the list began empty.</summary>
    public Bilingual? Template { get; private set; }

    public DateOnly? ProbationEndsOn { get; private set; }

    public DateTime? ArrivedAt { get; private set; }

    /// <summary>What the hire told us on the pre-boarding page.</summary>
    public HireDetails Details { get; private set; }

    long? IOnTimeline.TimelinePersonId => PersonId;

    long? IOnTimeline.TimelineRequisitionId => RequisitionId;

    EntryAudience IOnTimeline.TimelineAudience => EntryAudience.HiringTeam;

    protected override Workflow<OnboardingPlan, OnboardingState, OnboardingTrigger, OnboardingFacts> Table => OnboardingFlow.Table;

    public static string NumberOf(long id) => string.Create(CultureInfo.InvariantCulture, $"ONB-{id}");

    public void MarkReady(DateTime at, OnboardingFacts facts) => Fire(OnboardingTrigger.MarkReady, facts, Actor.System, at);

    public void HoldDayOne(DateTime at, OnboardingFacts facts) => Fire(OnboardingTrigger.HoldDayOne, facts, Actor.System, at);

    public void Arrive(Actor by, DateTime at, OnboardingFacts facts, Reason? reason)
    {
        Fire(OnboardingTrigger.Arrive, facts, by, at, reason, effective: StartsOn);
        ArrivedAt = at;
        Raise(new HireArrived(this, by, at));
    }

    public void DidNotStart(Actor by, DateTime at, OnboardingFacts facts, Reason? reason)
    {
        Fire(OnboardingTrigger.DidNotStart, facts, by, at, reason);
        Raise(new HireDidNotStart(this, by, at, reason));
        Raise(new OnboardingEnded(this, by, at));
    }

    public void ToProbation(DateTime at, OnboardingFacts facts, DateOnly endsOn)
    {
        Fire(OnboardingTrigger.ToProbation, facts, Actor.System, at);
        ProbationEndsOn = endsOn;
    }

    public void Confirm(Actor by, DateTime at, OnboardingFacts facts, Reason? note)
    {
        Fire(OnboardingTrigger.Confirm, facts, by, at, note);
        Raise(new OnboardingEnded(this, by, at));
    }

    public void Extend(Actor by, DateTime at, OnboardingFacts facts, DateOnly endsOn, Reason? reason)
    {
        Require.That(ProbationEndsOn is not { } day || endsOn > day, "The new end lies after the present one.", "EndsOn");
        Fire(OnboardingTrigger.Extend, facts, by, at, reason);
        ProbationEndsOn = endsOn;
    }

    public void End(Actor by, DateTime at, OnboardingFacts facts, Reason? reason)
    {
        Fire(OnboardingTrigger.End, facts, by, at, reason);
        Raise(new OnboardingEnded(this, by, at));
    }

    public void HelpedBy(Actor by, long buddyId)
    {
        Require.That(by.May(Capability.RunOnboarding) || by.PersonId == ManagerId, "HR or the manager chooses the buddy.");
        Require.That(buddyId != ManagerId && buddyId != PersonId, "A buddy is a colleague, not the manager.", "BuddyId");
        BuddyId = buddyId;
    }

    /// <param name="today">The day it is at the place of work.</param>
    public void MoveStart(Actor by, DateOnly startsOn, DateOnly today)
    {
        var range = DayRange.Around(today, DaysBack, DaysAhead);
        Require.That(by.May(Capability.RunOnboarding), "You do not hold the right to do this.");
        Require.That(OnboardingFlow.BeforeDayOne.Contains(State), "The person has already started work.");
        Require.That(range.Contains(startsOn), range.Says, "StartsOn");
        StartsOn = startsOn;
    }

    public void Tell(Actor by, HireDetails details)
    {
        Require.That(by.PersonId == PersonId || by.May(Capability.RunOnboarding), "You do not hold the right to do this.");
        Require.That(OnboardingFlow.Running.Contains(State), "This page is closed.");
        Details = details;
    }
}
