using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Demand;

/// <summary>Sent for approval: its seats are planned.</summary>
public sealed record RequisitionSubmitted(Requisition Requisition, Actor By, DateTime At) : IDomainEvent;

/// <summary>One step said yes and another one follows.</summary>
public sealed record RequisitionStepApproved(Requisition Requisition, Actor By, DateTime At) : IDomainEvent;

/// <summary>The whole chain said yes.</summary>
public sealed record RequisitionApproved(Requisition Requisition, Actor By, DateTime At) : IDomainEvent;

public sealed record RequisitionSentBack(Requisition Requisition, Actor By, DateTime At, string Reason) : IDomainEvent;

public sealed record RequisitionRejected(Requisition Requisition, Actor By, DateTime At, string Reason) : IDomainEvent;

/// <summary>Hiring begins.</summary>
public sealed record RequisitionOpened(Requisition Requisition, Actor By, DateTime At) : IDomainEvent;

/// <summary>Another recruiter runs it: what waits at it, waits for them.</summary>
public sealed record RequisitionHandedOver(Requisition Requisition) : IDomainEvent;

/// <summary>Everything under it pauses.</summary>
public sealed record RequisitionHeld(Requisition Requisition, Actor By, DateTime At) : IDomainEvent;

public sealed record RequisitionResumed(Requisition Requisition, Actor By, DateTime At) : IDomainEvent;

/// <summary>How a request that was approved, or asked for, came to its end.</summary>
public enum RequisitionEnd
{
    Filled,
    Closed,
    Cancelled,
}

/// <summary>Hiring is over: postings close, free seats are cancelled.</summary>
public sealed record RequisitionEnded(Requisition Requisition, RequisitionEnd How, Actor By, DateTime At) : IDomainEvent;

/// <summary>Further seats are asked for: the chain begins.</summary>
public sealed record SeatsAsked(Requisition Requisition, Actor By, DateTime At) : IDomainEvent;

/// <summary>The whole chain said yes to further seats.</summary>
public sealed record SeatsGranted(Requisition Requisition, int Seats, Actor By, DateTime At) : IDomainEvent;

/// <param name="AskedBy">Who wanted them.</param>
public sealed record SeatsRefused(Requisition Requisition, long AskedBy, Actor By, DateTime At, string Reason) : IDomainEvent;

/// <summary>Begins again as a draft, with a new round of approval ahead.</summary>
public sealed record RequisitionReopened(Requisition Requisition, Actor By, DateTime At) : IDomainEvent;

/// <summary>A rejection or a closing was undone: it stands where it stood. What was closed with it comes back.</summary>
/// <param name="EndedAt">When it had ended.</param>
public sealed record RequisitionRestored(Requisition Requisition, DateTime EndedAt, Actor By, DateTime At) : IDomainEvent;

/// <summary>Somebody works on a seat. When it was the last one, its requisition fills itself.</summary>
public sealed record OpeningFilled(Opening Opening, Actor By, DateTime At) : IDomainEvent;

public sealed record OpeningCancelled(Opening Opening, Actor By, DateTime At) : IDomainEvent;
