namespace TalentHub.Domain.Auditing;

/// <summary>Everything that the audit log knows how to say: a closed list. Names are stable, the chain is made with them.</summary>
public enum AuditAction
{
    // Signing in
    SignedIn,
    SignInFailed,

    /// <summary>Too many tries: nothing was looked at.</summary>
    SignInSlowed,
    SignedOut,
    CodeFailed,
    FactorSet,
    FactorRemoved,
    RecoveryCodesMade,
    PasswordChanged,
    ResetAsked,
    SessionsEnded,

    // Accounts and rights
    AccountMade,
    AccountDisabled,
    AccountEnabled,
    RoleGiven,
    RoleTaken,

    /// <summary>A page, handler or move that this person does not hold the right to.</summary>
    RightRefused,

    /// <summary>An administrator looks with the rights of another role, to see what it sees.</summary>
    ViewBegun,
    ViewEnded,

    // Reads
    ReadPerson,
    ReadResume,
    ReadPay,
    ReadScores,
    ReadReview,
    ReadPapers,
    ReadAudit,
    Downloaded,

    // Changes
    Made,
    Moved,
    Changed,
    Removed,
    SettingChanged,

    // What leaves or ends
    Exported,
    Erased,
    SampleLoaded,
    SampleWiped,

    // Running the installation
    MailSentAgain,
    JobAsked,

    /// <summary>A copy of everything was made.</summary>
    BackedUp,

    /// <summary>The installation was made from such a copy: what happened since is not in it.</summary>
    Restored,
}

/// <summary>How one filters for several actions at once.</summary>
public enum AuditGroup
{
    SignIn,
    Rights,
    Refusals,
    Reads,
    Changes,
    Data,
}

/// <summary>On what kind of record something was done.</summary>
public enum RecordKind
{
    // People
    Person,
    Account,
    Employment,
    File,
    Consent,
    Duplicate,
    LegalHold,
    PrivacyRequest,

    // The line
    Requisition,
    Opening,
    Posting,
    Application,
    Note,
    InterviewPlan,
    Interview,
    Scorecard,
    Decision,
    Offer,
    Onboarding,
    Task,
    Approval,

    // Settings
    Company,
    Department,
    Place,
    LegalEntity,
    CostCentre,
    ApprovalChain,
    Reason,
    RoleFamily,
    OnboardingTemplate,
    Holiday,
    HeadcountPlan,
    Notice,
    SourceLink,
    RetentionRule,

    // The product itself
    Mail,
    Page,
    AuditLog,
    Installation,
}

/// <summary>How it ended.</summary>
public enum AuditResult
{
    Done,
    Refused,
}

/// <summary>As what somebody came.</summary>
public enum AuditDoor
{
    /// <summary>Signed in.</summary>
    Account,

    /// <summary>A candidate or hire with a link from a mail.</summary>
    SignedLink,

    /// <summary>Nobody whom we know.</summary>
    Visitor,

    /// <summary>A timer or a reaction.</summary>
    System,

    /// <summary>Somebody at the command line of the server.</summary>
    Operator,
}

public static class AuditGroups
{
    public static AuditGroup Group(this AuditAction action) => action switch
    {
        AuditAction.SignedIn or AuditAction.SignInFailed or AuditAction.SignInSlowed or AuditAction.SignedOut or AuditAction.CodeFailed or AuditAction.FactorSet or AuditAction.FactorRemoved
            or AuditAction.RecoveryCodesMade or AuditAction.PasswordChanged or AuditAction.ResetAsked or AuditAction.SessionsEnded => AuditGroup.SignIn,
        AuditAction.AccountMade or AuditAction.AccountDisabled or AuditAction.AccountEnabled or AuditAction.RoleGiven or AuditAction.RoleTaken or AuditAction.ViewBegun
            or AuditAction.ViewEnded => AuditGroup.Rights,
        AuditAction.RightRefused => AuditGroup.Refusals,
        AuditAction.ReadPerson or AuditAction.ReadResume or AuditAction.ReadPay or AuditAction.ReadScores or AuditAction.ReadReview or AuditAction.ReadPapers or AuditAction.ReadAudit
            or AuditAction.Downloaded => AuditGroup.Reads,
        AuditAction.Made or AuditAction.Moved or AuditAction.Changed or AuditAction.Removed or AuditAction.SettingChanged => AuditGroup.Changes,
        AuditAction.Exported or AuditAction.Erased or AuditAction.SampleLoaded or AuditAction.SampleWiped or AuditAction.MailSentAgain or AuditAction.JobAsked or AuditAction.BackedUp or AuditAction.Restored => AuditGroup.Data,
    };

    public static IReadOnlyList<AuditAction> Actions(this AuditGroup group) => [.. Enum.GetValues<AuditAction>().Where(a => a.Group() == group)];
}
