using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Screening;

public sealed record ApplicationReceived(JobApplication Application, Actor By, DateTime At) : IDomainEvent;

/// <summary>A must-have of the job was marked by a reviewer.</summary>
public sealed record CriterionMarked(JobApplication Application, long CriterionId, MarkValue Value, Actor By, DateTime At) : IDomainEvent;

public sealed record ApplicationShortlisted(JobApplication Application, Actor By, DateTime At) : IDomainEvent;

public sealed record AssessmentSent(JobApplication Application, Actor By, DateTime At) : IDomainEvent;

/// <summary>It came to the interviews.</summary>
public sealed record ApplicationMoved(JobApplication Application, Actor By, DateTime At) : IDomainEvent;

/// <summary>Decided: an offer may be drafted.</summary>
public sealed record ApplicationToOffer(JobApplication Application, Actor By, DateTime At) : IDomainEvent;

public sealed record ApplicationHired(JobApplication Application, Actor By, DateTime At) : IDomainEvent;

public sealed record ApplicationRejected(JobApplication Application, Actor By, DateTime At) : IDomainEvent;

public sealed record ApplicationWithdrawn(JobApplication Application, Actor By, DateTime At) : IDomainEvent;

/// <param name="WasRejected">A rejection was taken back, whose mail may still wait.</param>
public sealed record ApplicationRestored(JobApplication Application, bool WasRejected, Actor By, DateTime At) : IDomainEvent;

/// <param name="Next">The new application, for the other job.</param>
public sealed record ApplicationTransferred(JobApplication Application, JobApplication Next, Actor By, DateTime At) : IDomainEvent;
