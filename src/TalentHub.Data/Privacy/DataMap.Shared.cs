using TalentHub.Data.Saving;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;

namespace TalentHub.Data.Privacy;

public static partial class DataMap
{
    /// <summary>Tables that serve all stages.</summary>
    private static IReadOnlyList<TableClass> Shared =>
    [
        TableClass.Of<Transition>("Every move of your records").OfSubject().Sensitive("Reason").Internal("From To Trigger ActorKind OnBehalfOf At Since EffectiveOn ReasonCode Undoes"),
        TableClass.Of<TimelineEntry>("Your timeline").OfPerson("PersonId").RowsGo().Personal("Values").Sensitive("Text").Internal("At Kind Audience Template"),
        TableClass.Of<Signature>("Signatures under decisions about you").OfSubject().Sensitive("Note").Internal("Trigger SignedAt WithdrawnAt"),
        TableClass.Of<WorkItem>("What waits at your records").OfSubject().RowsGo().Personal("Values").Internal("Kind Queue Template Link Since DueAt Weight ShownFrom"),
        TableClass.Of<OutboxMail>("Mails to you and about you").OfPerson("PersonId").OfSubject().OfAddress("To").RowsGo()
            .Personal("To Subject Body Calendar LastError").Secret("SecretBody")
            .Internal("Template Language CalendarMethod MessageId CreatedAt NotBefore SentAt Tries"),
        TableClass.Of<ApprovalRun>("Approvals of your offers").OfSubject().Internal("StartedAt"),
        TableClass.Of<ApprovalStep>("Steps of those approvals").OfRow<ApprovalRun>("RunId").Internal("Order Required Label_En Label_Zh"),
        TableClass.Of<ApprovalVote>("What was said in those approvals").OfRow<ApprovalStep>("StepId").Sensitive("Note").Internal("ApprovedAt"),
    ];
}
