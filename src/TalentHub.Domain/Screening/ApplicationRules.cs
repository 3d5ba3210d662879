using TalentHub.Domain.Access;
using TalentHub.Domain.Workflows;
using Rule = TalentHub.Domain.Workflows.Rule<TalentHub.Domain.Screening.JobApplication, TalentHub.Domain.Screening.ApplicationFacts>;

namespace TalentHub.Domain.Screening;

/// <summary>The rules that <see cref="ApplicationFlow"/> names, each with the sentence it says and who can lift it.</summary>
internal static class ApplicationRules
{
    public const string Recruiter = "The recruiter";
    public const string HiringManager = "The hiring manager";
    private const string JobOwner = "HR, by resuming or reopening the job";
    private const string Offers = "Whoever handles the offer";

    public static readonly Rule TeamOnly = Rule.Block(
        "Only recruiters and this job's hiring manager may do this.",
        (_, f, who) => IsTeam(f, who), Recruiter);

    public static readonly Rule ManagerOnly = Rule.Block(
        "Only this job's hiring manager may do this.", (_, f, who) => who.IsSystem || Is(who, f.HiringManagerId), HiringManager);

    public static readonly Rule NotTheReferrer = Rule.Block(
        "You referred this person; someone else reviews the application.", (a, _, who) => a.ReferrerId is null || !Is(who, a.ReferrerId.Value), "Another reviewer");

    public static readonly Rule NotHeld = Rule.Block(
        "The application is on hold; resume it first.", (a, _, _) => a.Hold is null, Recruiter);

    public static readonly Rule NotHeldYet = Rule.Block("The application is on hold already.", (a, _, _) => a.Hold is null, Recruiter);

    public static readonly Rule IsHeld = Rule.Block("The application is not on hold.", (a, _, _) => a.Hold is not null, Recruiter);

    public static readonly Rule JobRuns = Rule.Block(
        "The job is on hold or no longer open.", (_, f, _) => f is { RequisitionOpen: true, RequisitionHeld: false }, JobOwner);

    public static readonly Rule AllMarked = Rule.Block(
        "{left} of {total} must-haves are not marked yet.", (_, f, _) => f.CriteriaMarked >= f.CriteriaTotal, "Whoever reviews it, by marking them",
        (_, f, _) => [("left", f.CriteriaTotal - f.CriteriaMarked), ("total", f.CriteriaTotal)]);

    public static readonly Rule MustHavesMet = Rule.Warn(
        "{count} must-haves are marked not met.", (_, f, _) => f.CriteriaNotMet == 0, "Whoever reviews it, with a reason",
        (_, f, _) => [("count", f.CriteriaNotMet)]);

    public static readonly Rule HasPlan = Rule.Block("The job has no interview plan yet.", (_, f, _) => f.HasInterviewPlan, "The recruiter, on the job's plan");

    public static readonly Rule AssessmentGraded = Rule.Warn(
        "The assessment has not been graded; a reason waives it.",
        (a, _, _) => a.State != ApplicationState.Assessing || a.AssessmentResult is not null, "The recruiter, with a reason");

    public static readonly Rule InterviewsComplete = Rule.Block(
        "{count} required interviews still lack feedback.", (_, f, _) => f.RequiredInterviewsOpen == 0, "The interviewers, or the recruiter by waiving",
        (_, f, _) => [("count", f.RequiredInterviewsOpen)]);

    public static readonly Rule NotYetDecided = Rule.Block("The decision to hire has been signed.", (_, f, _) => !f.DecidedHire, HiringManager);

    public static readonly Rule SaidHire = Rule.Block(
        "The debrief has not ended with “hire”.", (_, f, _) => f.DecidedHire, "The hiring manager and HR, in the debrief");

    public static readonly Rule SeatOpen = Rule.Block("The job has no open seat left.", (_, f, _) => f.OpenSeats > 0, "HR, by adding a seat");

    public static readonly Rule OfferAccepted = Rule.Block("The offer has not been accepted.", (_, f, _) => f.OfferAccepted, "The candidate");

    public static readonly Rule StartReached = Rule.Block("The start date has not been reached.", (_, f, _) => f.StartDateReached, "The calendar");

    public static readonly Rule NoLiveOffer = Rule.Block("An offer has not ended yet; end it first.", (_, f, _) => !f.OfferLives, Offers);

    public static readonly Rule OfferNotOut = Rule.Block("An offer is out; declining it ends the application.", (_, f, _) => !f.OfferIsOut, "The candidate, by declining");

    public static readonly Rule OfferIsOver = Rule.Block("The offer has not ended.", (_, f, _) => !f.OfferLives, Offers);

    public static readonly Rule RecruiterSends = Rule.Block(
        "From the interviews on, the hiring manager proposes and the recruiter sends the rejection.",
        (a, _, who) => ApplicationFlow.BeforeInterviews.Contains(a.State) || who.IsSystem || who.May(Capability.AddCandidates), Recruiter);

    public static readonly Rule AloneInTheHouse = Rule.Warn(
        "{count} other applications of this person are still running.", (_, f, _) => f.OtherActiveApplications == 0, "Whoever rejects, with a reason",
        (_, f, _) => [("count", f.OtherActiveApplications)]);

    public static readonly Rule TheirOwn = Rule.Block(
        "Only the person who applied may withdraw.", (a, _, who) => who.Kind != ActorKind.Candidate || who.PersonId == a.PersonId, "The candidate");

    public static readonly Rule TargetOpen = Rule.Block("The other job is not open.", (_, f, _) => f.TargetOpen != false, "HR, by opening it");

    public static readonly Rule NotThereYet = Rule.Block("This person already has a running application there.", (_, f, _) => !f.AlreadyAtTarget, Recruiter);

    public static readonly Rule NotThereAgain = Rule.Block(
        "This person has applied for the job again; go on with the newer application.", (_, f, _) => !f.AnotherForThisJob, Recruiter);

    public static readonly Rule NotErased = Rule.Block(
        "This person's data were erased.", (_, f, _) => !f.PersonIsErased, "Nobody: it is done");

    public static readonly Rule InsideWindow = Rule.Block(
        "It ended more than {days} days ago and the job is not open any more.",
        (a, f, _) => f.RequisitionOpen || f.Now - a.StateSince <= JobApplication.RestoreWindow, JobOwner,
        (_, _, _) => [("days", JobApplication.RestoreWindow.Days)]);

    public static readonly Rule NotPastOffer = Rule.Block(
        "It ended after the offer had been accepted; a new application is needed.", (a, _, _) => a.EndedFrom != ApplicationState.ReadyToHire, "The candidate, by applying again");

    /// <summary>Recruiters, and the two people of this job: being hiring manager elsewhere is not enough.</summary>
    public static bool IsTeam(ApplicationFacts f, Actor who) =>
        who.IsSystem || who.May(Capability.AddCandidates) || Is(who, f.HiringManagerId) || Is(who, f.RecruiterId);

    private static bool Is(Actor who, long personId) => personId != 0 && who.PersonId == personId;
}
