using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Interviews;

/// <summary>The candidate should say when they can meet.</summary>
public sealed record InterviewAvailabilityAsked(Interview Interview, Actor By, DateTime At) : IDomainEvent;

public sealed record InterviewBooked(Interview Interview, Actor By, DateTime At) : IDomainEvent;

/// <param name="Before">When it was to begin until now.</param>
/// <param name="Left">Interviewers who were on the panel before and are not now: their calendars must drop it.</param>
/// <param name="Joined">Interviewers who are new on the panel.</param>
public sealed record InterviewMoved(
    Interview Interview, DateTime Before, IReadOnlyList<long> Left, IReadOnlyList<long> Joined, Actor By, DateTime At) : IDomainEvent;

/// <summary>Someone invited cannot; it needs another time and leaves the calendars until then.</summary>
public sealed record InterviewDeclined(Interview Interview, Actor By, DateTime At) : IDomainEvent;

/// <param name="HadTime">It stood in calendars.</param>
public sealed record InterviewCancelled(Interview Interview, bool HadTime, Actor By, DateTime At) : IDomainEvent;

public sealed record InterviewEnded(Interview Interview, Actor By, DateTime At) : IDomainEvent;

/// <param name="AllRequired">Every required round of the application now has its feedback: it can go to the decision.</param>
public sealed record InterviewFeedbackComplete(Interview Interview, bool AllRequired, Actor By, DateTime At) : IDomainEvent;

public sealed record ScorecardSubmitted(Scorecard Scorecard, Actor By, DateTime At) : IDomainEvent;

public sealed record ScorecardAmended(Scorecard Scorecard, Actor By, DateTime At) : IDomainEvent;

public sealed record ScorecardWaived(Scorecard Scorecard, Actor By, DateTime At) : IDomainEvent;

/// <summary>Cards are to be locked; happens in the same transaction.</summary>
public sealed record DebriefOpened(HiringDecision Decision, Actor By, DateTime At) : IDomainEvent;

/// <summary>A named question stays open: the application goes back to interviews.</summary>
public sealed record DecisionMoreSignal(HiringDecision Decision, Actor By, DateTime At) : IDomainEvent;

/// <summary>Signed by hiring manager and HR: the application goes to the offer.</summary>
public sealed record DecisionHire(HiringDecision Decision, Actor By, DateTime At) : IDomainEvent;

/// <summary>The hiring manager says no; the recruiter tells the candidate.</summary>
public sealed record DecisionNoHire(HiringDecision Decision, Actor By, DateTime At) : IDomainEvent;
