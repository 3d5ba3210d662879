namespace TalentHub.Domain.Access;

/// <summary>
/// One thing that a person may do. Roles and relations are sets of these (<see cref="RoleRights"/>); pages, handlers and moves ask for one.
/// Whether it is allowed on this very record is a matter of rules and of visibility. Names are stable: the permission matrix is written with them.
/// </summary>
public enum Capability
{
    /// <summary>Only the product itself: timers and reactions.</summary>
    ActAsSystem,

    /// <summary>Be signed in: own account, Today, own profile.</summary>
    UseTheApp,

    // Across the line
    SeeFlow,
    SeeMachines,
    SearchEverything,
    SeePeople,

    // A. Demand
    SeeRequisitions,
    SeeAllRequisitions,
    FileRequisitions,
    ApproveRequisitions,
    OpenRequisitions,
    HoldRequisitions,
    CloseRequisitions,
    ReopenRequisitions,
    SeePlan,
    ManagePlan,

    // B. Recruiting
    SeePostings,
    WritePostings,
    ReviewPostings,
    PausePostings,

    // C. Screening
    SeeCandidates,
    SeeAllCandidates,
    AddCandidates,
    ScreenApplications,
    RejectApplications,
    RestoreApplications,
    WithdrawApplications,
    TransferApplications,
    HoldApplications,
    HireApplications,
    ResolveDuplicates,
    WriteNotes,

    // D. Interviews, decision, offer
    SeeInterviews,
    SeeAllInterviews,
    PlanInterviews,
    ScheduleInterviews,

    /// <summary>Booking is one's own work: what waits for a time stands in Today.</summary>
    CoordinateInterviews,
    AnswerInvitations,
    ScoreInterviews,
    WaiveScorecards,
    OpenDebriefs,
    DecideHires,
    CosignHires,
    SeeOffers,
    SeeAllOffers,
    WriteOffers,
    ApproveOffers,
    ExtendOffers,
    AnswerOffers,
    CancelOffers,
    RescindOffers,

    // E. Onboarding
    SeeOnboarding,
    SeeAllOnboarding,
    RunOnboarding,
    DoTasks,
    WaiveTasks,
    MarkArrival,

    // Company and administration
    ManageCompany,
    ManageRoleFamilies,
    ManageUsers,
    SeeMail,
    SeeOperations,

    /// <summary>Read and export the audit log: who looked at what, who changed what.</summary>
    SeeAudit,

    /// <summary>Answer privacy requests, give out what is kept about a person, place and lift legal holds.</summary>
    HandlePrivacy,

    /// <summary>Erase a person for good.</summary>
    ErasePeople,
}
