using TalentHub.Domain.Workflows;
using static TalentHub.Domain.Access.Capability;
using static TalentHub.Domain.Screening.ApplicationRules;
using static TalentHub.Domain.Screening.ApplicationState;
using static TalentHub.Domain.Screening.ApplicationTrigger;
using static TalentHub.Domain.Workflows.TimeLimit;

namespace TalentHub.Domain.Screening;

/// <summary>Where an application stands. The labels that a company gives its pipeline map onto these, so reports always add up.</summary>
public enum ApplicationState
{
    /// <summary>Nobody has read it.</summary>
    Received,

    /// <summary>Being read against the must-haves.</summary>
    InReview,
    Shortlisted,

    /// <summary>A take-home or test is out.</summary>
    Assessing,

    /// <summary>Interviews are planned or held.</summary>
    Interviewing,

    /// <summary>The debrief is due or open.</summary>
    Deciding,

    /// <summary>An offer is being prepared or is out.</summary>
    OfferStage,

    /// <summary>Offer accepted, first day not reached.</summary>
    ReadyToHire,
    Hired,

    /// <summary>We said no.</summary>
    Rejected,

    /// <summary>They said no.</summary>
    Withdrawn,

    /// <summary>Goes on in another application.</summary>
    Transferred,
}

public enum ApplicationTrigger
{
    StartReview,
    Shortlist,
    SendAssessment,
    ToInterview,
    ToDecision,
    MoreSignal,
    DecideHire,
    Ready,
    Hire,
    Reject,
    Withdraw,
    OfferEnded,
    Transfer,

    /// <summary>The hiring manager asks the recruiter to send a no.</summary>
    ProposeRejection,
    PutOnHold,
    Resume,
    Restore,
}

/// <summary>The life of an application, the central machine of the line. Diagram: docs/states/application.mmd.</summary>
public static class ApplicationFlow
{
    /// <summary>States in which somebody still has to do something for it.</summary>
    public static readonly ApplicationState[] Active = [Received, InReview, Shortlisted, Assessing, Interviewing, Deciding, OfferStage, ReadyToHire];

    /// <summary>States that end it.</summary>
    public static readonly ApplicationState[] Ends = [Hired, Rejected, Withdrawn, Transferred];

    /// <summary>Before anybody met them: the hiring manager may say no alone.</summary>
    public static readonly ApplicationState[] BeforeInterviews = [Received, InReview, Shortlisted, Assessing];

    /// <summary>No decision has been made for or against: these keep a requisition from being closed.</summary>
    public static readonly ApplicationState[] Undecided = [Received, InReview, Shortlisted, Assessing, Interviewing, Deciding];

    /// <summary>Columns of the board, in the order of the line.</summary>
    public static readonly ApplicationState[] Board = [Received, InReview, Shortlisted, Assessing, Interviewing, Deciding, OfferStage, ReadyToHire, Hired, Rejected];

    public static readonly Workflow<JobApplication, ApplicationState, ApplicationTrigger, ApplicationFacts> Table = new(
        name: "application", start: Received, ends: Ends,
        good: [Hired],
        turns:
        [
            (Received, Recruiter, WorkingDays(2)),
            (InReview, Recruiter, WorkingDays(5)),
            (Shortlisted, Recruiter, WorkingDays(5)),
            (Assessing, Recruiter, Until("The day until which the assessment is asked for.")),
            (Interviewing, Recruiter, Days(21)),
            (Deciding, HiringManager, WorkingDays(3).In("decision")),
            (OfferStage, Recruiter, Days(10).In("offer")),
            (ReadyToHire, "HR", Until("The first day at work.").In("onboarding")),
        ],
        moves:
        [
            new(StartReview, From: [Received], To: InReview, ScreenApplications, TeamOnly, NotTheReferrer, NotHeld),
            new(Shortlist, From: [InReview], To: Shortlisted, ScreenApplications, TeamOnly, NotTheReferrer, NotHeld, JobRuns, AllMarked, MustHavesMet),
            new(SendAssessment, From: [Shortlisted], To: Assessing, ScreenApplications, TeamOnly, NotHeld, JobRuns),
            new(ToInterview, From: [Shortlisted, Assessing], To: Interviewing, ScreenApplications, TeamOnly, NotHeld, JobRuns, HasPlan, AssessmentGraded),
            new(ToDecision, From: [Interviewing], To: Deciding, ScreenApplications, TeamOnly, InterviewsComplete),
            new(MoreSignal, From: [Deciding], To: Interviewing, DecideHires, ManagerOnly, NotYetDecided) { Reason = ReasonNeed.Required },
            new(DecideHire, From: [Deciding], To: OfferStage, DecideHires, ManagerOnly, NotHeld, JobRuns, SaidHire, SeatOpen),
            new(Ready, From: [OfferStage], To: ReadyToHire, ActAsSystem, OfferAccepted),
            new(ApplicationTrigger.Hire, From: [ReadyToHire], To: Hired, HireApplications, OfferAccepted, StartReached),
            new(Reject, From: Active, To: Rejected, RejectApplications, TeamOnly, NoLiveOffer, RecruiterSends, AloneInTheHouse) { Reason = ReasonNeed.Required },
            new(Withdraw, From: Active, To: Withdrawn, WithdrawApplications, TheirOwn, OfferNotOut),
            new(ApplicationTrigger.OfferEnded, From: [OfferStage, ReadyToHire], To: [Withdrawn, Deciding], ActAsSystem, OfferIsOver),
            new(Transfer, From: Active, To: Transferred, TransferApplications, NoLiveOffer, TargetOpen, NotThereYet) { Reason = ReasonNeed.Required },
            .. Active.Select(s => new Workflow<JobApplication, ApplicationState, ApplicationTrigger, ApplicationFacts>.Move(
                ProposeRejection, From: [s], To: s, RejectApplications, ManagerOnly, NoLiveOffer) { Reason = ReasonNeed.Required }),
            .. Active.Select(s => new Workflow<JobApplication, ApplicationState, ApplicationTrigger, ApplicationFacts>.Move(
                PutOnHold, From: [s], To: s, HoldApplications, TeamOnly, NotHeldYet) { Reason = ReasonNeed.Required }),
            .. Active.Select(s => new Workflow<JobApplication, ApplicationState, ApplicationTrigger, ApplicationFacts>.Move(
                Resume, From: [s], To: s, HoldApplications, TeamOnly, IsHeld)),
            new(Restore, From: [Rejected, Withdrawn], To: [Received, InReview, Shortlisted, Assessing, Interviewing, Deciding, OfferStage], RestoreApplications, InsideWindow, NotPastOffer, NotThereAgain, NotErased)
            {
                Reason = ReasonNeed.Required, Reopens = true, ToEarlier = true,
            },
        ]);
}
