namespace TalentHub.Domain.Screening;

/// <summary>What the application machine must know beyond the application; loaded by one query in Services, in batch for lists.</summary>
public sealed record ApplicationFacts
{
    /// <summary>The instant at which is judged.</summary>
    public required DateTime Now { get; init; }

    /// <summary>This job's hiring manager; 0 if none is named.</summary>
    public long HiringManagerId { get; init; }

    /// <summary>This job's recruiter; 0 if none is named.</summary>
    public long RecruiterId { get; init; }

    /// <summary>IANA name of the zone at the place of work: on its clock the days of this application begin and end.</summary>
    public string? Zone { get; init; }

    public bool RequisitionOpen { get; init; }

    public bool RequisitionHeld { get; init; }

    /// <summary>Must-haves of the job.</summary>
    public int CriteriaTotal { get; init; }

    /// <summary>Of these, how many carry a mark on this application.</summary>
    public int CriteriaMarked { get; init; }

    /// <summary>Of these, how many are marked not met.</summary>
    public int CriteriaNotMet { get; init; }

    /// <summary>The job has an interview plan with at least one round.</summary>
    public bool HasInterviewPlan { get; init; }

    /// <summary>Required rounds whose feedback is neither complete nor waived.</summary>
    public int RequiredInterviewsOpen { get; init; }

    /// <summary>The debrief ended with hire, signed by both.</summary>
    public bool DecidedHire { get; init; }

    /// <summary>Seats that an offer could still name.</summary>
    public int OpenSeats { get; init; }

    /// <summary>An offer for this application has not ended.</summary>
    public bool OfferLives { get; init; }

    /// <summary>It has been sent to the candidate.</summary>
    public bool OfferIsOut { get; init; }

    public bool OfferAccepted { get; init; }

    /// <summary>Its start date, as the day stands at the place of work.</summary>
    public bool StartDateReached { get; init; }

    /// <summary>Other applications of this person that still run.</summary>
    public int OtherActiveApplications { get; init; }

    /// <summary>This person has another running application for this same job (one that came after this one ended).</summary>
    public bool AnotherForThisJob { get; init; }

    /// <summary>Nothing is known any more of who it was.</summary>
    public bool PersonIsErased { get; init; }

    /// <summary>Transfer: is the target open? Null while none is chosen.</summary>
    public bool? TargetOpen { get; init; }

    /// <summary>Transfer: the person already runs there.</summary>
    public bool AlreadyAtTarget { get; init; }

    /// <summary>Nothing stands in the way: for samples and tests.</summary>
    public static ApplicationFacts Clear(DateTime now) => new()
    {
        Now = now, RequisitionOpen = true, HasInterviewPlan = true, DecidedHire = true, OpenSeats = 1, OfferAccepted = true, StartDateReached = true,
    };
}
