using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using TalentHub.Data.Accounts;
using TalentHub.Data.Flow;
using TalentHub.Data.Scheduling;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;

namespace TalentHub.Data.Saving;

/// <summary>Which rows are written down in the audit log when they change, and which are not, each with its reason. A test fails for a table that is in neither list.</summary>
public static class AuditedTypes
{
    private static readonly Dictionary<Type, RecordKind> Records = new()
    {
        [typeof(Person)] = RecordKind.Person,
        [typeof(Account)] = RecordKind.Account,
        [typeof(RoleGrant)] = RecordKind.Account,
        [typeof(SecondFactor)] = RecordKind.Account,
        [typeof(Employment)] = RecordKind.Employment,
        [typeof(StoredFile)] = RecordKind.File,
        [typeof(Consent)] = RecordKind.Consent,
        [typeof(DuplicatePair)] = RecordKind.Duplicate,
        [typeof(LegalHold)] = RecordKind.LegalHold,
        [typeof(PrivacyRequest)] = RecordKind.PrivacyRequest,
        [typeof(Requisition)] = RecordKind.Requisition,
        [typeof(Opening)] = RecordKind.Opening,
        [typeof(Posting)] = RecordKind.Posting,
        [typeof(JobApplication)] = RecordKind.Application,
        [typeof(Criterion)] = RecordKind.Requisition,
        [typeof(Note)] = RecordKind.Note,
        [typeof(InterviewPlan)] = RecordKind.InterviewPlan,
        [typeof(Interview)] = RecordKind.Interview,
        [typeof(Scorecard)] = RecordKind.Scorecard,
        [typeof(HiringDecision)] = RecordKind.Decision,
        [typeof(Offer)] = RecordKind.Offer,
        [typeof(OnboardingPlan)] = RecordKind.Onboarding,
        [typeof(OnboardingTask)] = RecordKind.Task,
        [typeof(ApprovalRun)] = RecordKind.Approval,
    };

    private static readonly Dictionary<Type, RecordKind> Settings = new()
    {
        [typeof(Company)] = RecordKind.Company,
        [typeof(Department)] = RecordKind.Department,
        [typeof(DepartmentChange)] = RecordKind.Department,
        [typeof(Location)] = RecordKind.Place,
        [typeof(LegalEntity)] = RecordKind.LegalEntity,
        [typeof(CostCentre)] = RecordKind.CostCentre,
        [typeof(CostCentreChange)] = RecordKind.CostCentre,
        [typeof(ApprovalPolicy)] = RecordKind.ApprovalChain,
        [typeof(CompanyReason)] = RecordKind.Reason,
        [typeof(RoleFamily)] = RecordKind.RoleFamily,
        [typeof(OnboardingTemplate)] = RecordKind.OnboardingTemplate,
        [typeof(Holiday)] = RecordKind.Holiday,
        [typeof(HeadcountPlan)] = RecordKind.HeadcountPlan,
        [typeof(NoticeVersion)] = RecordKind.Notice,
        [typeof(SourceLink)] = RecordKind.SourceLink,
        [typeof(RetentionRule)] = RecordKind.RetentionRule,
    };

    /// <summary>Not written down.</summary>
    public static readonly IReadOnlyDictionary<Type, string> Left = new Dictionary<Type, string>
    {
        [typeof(AuditEntry)] = "is the log",
        [typeof(AuditSeal)] = "is the log",
        [typeof(AuditHead)] = "is the log",
        [typeof(RetentionRun)] = "is a log itself; who released the brake stands in it",
        [typeof(ErasedPerson)] = "an erasure is written down as such",
        [typeof(Transition)] = "is written down as the move of its subject",
        [typeof(TimelineEntry)] = "follows from what is written down",
        [typeof(WorkItem)] = "follows from what is written down",
        [typeof(Signature)] = "comes with a move of its subject",
        [typeof(PersonTerm)] = "words for searching, computed",
        [typeof(DepartmentLine)] = "computed from the departments",
        [typeof(JobScope)] = "a view of requisitions",
        [typeof(TaskScope)] = "a view of tasks",
        [typeof(StateCount)] = "counted from moves",
        [typeof(FlowDay)] = "counted from moves",
        [typeof(StateDwell)] = "computed from moves",
        [typeof(OutboxMail)] = "is kept itself, with what was sent to whom and when",
        [typeof(SignedLink)] = "is kept itself; who comes by one is named in each entry",
        [typeof(Session)] = "sign-in and sign-out are written down",
        [typeof(AccountLink)] = "what is done with it is written down",
        [typeof(ResetRequest)] = "asking is written down where it is asked",
        [typeof(RecoveryCode)] = "comes with its second factor",
        [typeof(DemoPerson)] = "comes with the sample company",
        [typeof(SetupCode)] = "one row before there is a company",
        [typeof(SetupClaim)] = "one row before there is a company",
        [typeof(GuessCount)] = "a counter",
        [typeof(JobLease)] = "a clock of the timers; who asked for a run is written down as such",
        [typeof(ServingInstance)] = "a sign of life of a process",
        [typeof(FormReceipt)] = "tells a form that is sent twice",
        [typeof(DataProtectionKey)] = "made by the framework, without a person",
        [typeof(IdentityUserClaim<long>)] = "not used",
        [typeof(IdentityUserLogin<long>)] = "not used",
        [typeof(IdentityUserToken<long>)] = "not used",
    };

    /// <summary>Fields whose change says nothing about what somebody did.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "Version", "State", "StateSince", "SecurityStamp", "ConcurrencyStamp", "NormalizedEmail", "NormalizedUserName", "SearchName", "SortName", "LastStep", "RemindedAt",
        nameof(StoredFile.ReadState), nameof(StoredFile.Text), "Facts", nameof(StoredFile.Problem), "ReadAt", "Tries",
    };

    /// <summary>What rows of this type are called in the log; null where they are not written down by themselves.</summary>
    public static RecordKind? KindOf(Type type) => Records.TryGetValue(type, out var kind) || Settings.TryGetValue(type, out kind) ? kind : null;

    public static bool IsSetting(Type type) => Settings.ContainsKey(type);

    internal static bool IsSilent(string field) => Silent.Contains(field);
}
