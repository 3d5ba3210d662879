using TalentHub.Data.Flow;
using TalentHub.Data.Saving;
using TalentHub.Data.Scheduling;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;
using TalentHub.Domain.Privacy;

namespace TalentHub.Data.Privacy;

public static partial class DataMap
{
    private static IReadOnlyList<TableClass> Company =>
    [
        TableClass.Of<Domain.People.Company>("The company").Public("Name_En Name_Zh").Internal("Zone Currency IsDemo SetUpAt"),
        TableClass.Of<Department>("Departments").Internal("Code Name_En Name_Zh"),
        TableClass.Of<DepartmentChange>("Dated changes of departments").Internal("From WrittenAt Name_En Name_Zh"),
        TableClass.Of<DepartmentLine>("Which department stands below which"),
        TableClass.Of<CostCentre>("Cost centres").Internal("Code"),
        TableClass.Of<CostCentreChange>("Dated changes of cost centres").Internal("From IsClosed WrittenAt Name_En Name_Zh"),
        TableClass.Of<LegalEntity>("Legal entities").Public("Name_En Name_Zh Country RegisteredAs").Internal("Code"),
        TableClass.Of<Location>("Places").Public("Name_En Name_Zh Country").Internal("Zone Currency"),
        TableClass.Of<Holiday>("Holidays").Public("On IsWorked Name_En Name_Zh"),
        TableClass.Of<CompanyReason>("Reasons of the company").Internal("Kind Code MailTemplate IsRetired Text_En Text_Zh"),
        TableClass.Of<RoleFamily>("Role families")
            .Internal("Code Posting Levels Skills Questions Attributes Rounds MustHaves Name_En Name_Zh PayNote_En PayNote_Zh Summary_En Summary_Zh"),
        TableClass.Of<OnboardingTemplate>("Templates of first weeks").Internal("RoleFamily FromLevel IsRetired Name_En Name_Zh"),
        TableClass.Of<TemplateTask>("Tasks of templates").Internal("Order Owner Offset Blocks Kind Help_En Help_Zh Title_En Title_Zh"),
        TableClass.Of<ApprovalPolicy>("Approval chains").Internal("Kind FromLevel FromAnnualCost IsRetired Name_En Name_Zh"),
        TableClass.Of<PolicyStep>("Steps of approval chains").Internal("Order Who Role Need Count Label_En Label_Zh")
            .Nobodys("A rule of the company that names who approves; it says nothing about them."),
    ];

    private static IReadOnlyList<TableClass> Machinery =>
    [
        TableClass.Of<RetentionRule>("Retention periods").Internal("Kind Country Outcome Months WrittenAt"),
        TableClass.Of<RetentionRun>("Looks of the retention clocks").Internal("At People Due Erased IsStopped ReleasedAt"),
        TableClass.Of<StateCount>("Counters of Flow").Internal("Count"),
        TableClass.Of<FlowDay>("Moves a day").Internal("Day From To Moves"),
        TableClass.Of<StateDwell>("How long things stand").Internal("MedianHours NinetyPercentHours Stays At"),
        TableClass.Of<JobLease>("Leases of timers").Internal("Name Holder Term Until NextAt LastStartedAt LastEndedAt LastError Failures LastRanBy"),
        TableClass.Of<ServingInstance>("Processes that serve").Internal("Name Version StartedAt SeenAt"),
        TableClass.Of<FormReceipt>("Forms that took effect").Internal("Key At WentTo"),
    ];
}
