using static TalentHub.Domain.Access.Capability;

namespace TalentHub.Domain.Access;

/// <summary>A role that an administrator gives. Everyone employed is an <see cref="Employee"/> as well.</summary>
public enum Role
{
    Admin,
    HR,
    Recruiter,
    Coordinator,
    Finance,
    Executive,
    CompensationOwner,
    LearningOwner,
    Employee,
}

/// <summary>Where someone stands to the work; not given but derived from the records (a manager has reports, an interviewer has interviews).</summary>
public enum Relation
{
    Manager,
    DepartmentHead,
    HiringManager,
    Interviewer,
    Approver,
}

/// <summary>Which capabilities a role or a relation holds: the one table behind every page, handler and move.</summary>
public static class RoleRights
{
    private static readonly CapabilitySet Everyone = CapabilitySet.Of(UseTheApp, SeePeople, SearchEverything, DoTasks);

    /// <summary>What a candidate may do with their own records, through a signed link.</summary>
    public static readonly CapabilitySet Candidate = CapabilitySet.Of(WithdrawApplications, AnswerInvitations, AnswerOffers, DoTasks);

    /// <summary>The system holds every right that a timer or a reaction may need; the moves that only it makes ask for <see cref="ActAsSystem"/>.</summary>
    public static readonly CapabilitySet System = CapabilitySet.Of(Enum.GetValues<Capability>());

    public static CapabilitySet Of(Role role) => role switch
    {
        Role.Admin => Everyone | CapabilitySet.Of(ManageCompany, ManageUsers, ManageRoleFamilies, SeeMail, SeeOperations, SeeAudit, SeeMachines, HandlePrivacy, ErasePeople),
        Role.HR => Everyone | CapabilitySet.Of(
            SeeFlow, SeeMachines, SeeRequisitions, SeeAllRequisitions, FileRequisitions, ApproveRequisitions, OpenRequisitions, HoldRequisitions,
            CloseRequisitions, ReopenRequisitions, SeePlan, ManagePlan, SeePostings, WritePostings, ReviewPostings, PausePostings,
            SeeCandidates, SeeAllCandidates, RestoreApplications, HireApplications, ResolveDuplicates, WriteNotes,
            SeeInterviews, SeeAllInterviews, OpenDebriefs, CosignHires, SeeOffers, SeeAllOffers, CancelOffers, RescindOffers,
            SeeOnboarding, SeeAllOnboarding, RunOnboarding, WaiveTasks, MarkArrival, ManageRoleFamilies, HandlePrivacy, ErasePeople),
        Role.Recruiter => Everyone | CapabilitySet.Of(
            SeeFlow, SeeMachines, SeeRequisitions, SeeAllRequisitions, OpenRequisitions, SeePostings, WritePostings, PausePostings,
            SeeCandidates, SeeAllCandidates, AddCandidates, ScreenApplications, RejectApplications, RestoreApplications, WithdrawApplications,
            TransferApplications, HoldApplications, ResolveDuplicates, WriteNotes, SeeInterviews, SeeAllInterviews, PlanInterviews, ScheduleInterviews, AnswerInvitations,
            WaiveScorecards, OpenDebriefs, SeeOffers, SeeAllOffers, WriteOffers, ExtendOffers, AnswerOffers, CancelOffers, SeeOnboarding),
        Role.Coordinator => Everyone | CapabilitySet.Of(
            SeeRequisitions, SeeAllRequisitions, SeeCandidates, SeeAllCandidates, SeeInterviews, SeeAllInterviews, ScheduleInterviews, CoordinateInterviews, AnswerInvitations),
        Role.Finance => Everyone | CapabilitySet.Of(
            SeeFlow, SeeRequisitions, SeeAllRequisitions, ApproveRequisitions, SeePlan, ManagePlan, SeeOffers, ApproveOffers),
        Role.Executive => Everyone | CapabilitySet.Of(
            SeeFlow, SeeMachines, SeeRequisitions, SeeAllRequisitions, ApproveRequisitions, SeePlan, SeeOffers, ApproveOffers),
        Role.CompensationOwner => Everyone | CapabilitySet.Of(SeeOffers, SeeAllOffers, ApproveOffers),
        Role.LearningOwner => Everyone,
        Role.Employee => Everyone,
    };

    public static CapabilitySet Of(Relation relation) => relation switch
    {
        Relation.Manager => CapabilitySet.Of(SeeRequisitions, FileRequisitions, SeeOnboarding, MarkArrival),
        Relation.DepartmentHead => CapabilitySet.Of(
            SeeFlow, SeeRequisitions, FileRequisitions, ApproveRequisitions, HoldRequisitions, SeePlan, SeeOffers, ApproveOffers, SeeOnboarding, MarkArrival),
        Relation.HiringManager => CapabilitySet.Of(
            SeeFlow, SeeMachines, SeeRequisitions, FileRequisitions, SeePostings, WritePostings, SeeCandidates, ScreenApplications, RejectApplications, HoldApplications,
            WriteNotes, SeeInterviews, PlanInterviews, WaiveScorecards, OpenDebriefs, DecideHires, SeeOffers, SeeOnboarding, MarkArrival),
        Relation.Interviewer => CapabilitySet.Of(SeeInterviews, AnswerInvitations, ScoreInterviews),
        Relation.Approver => CapabilitySet.Of(SeeRequisitions, ApproveRequisitions, SeeOffers, ApproveOffers),
    };
}
