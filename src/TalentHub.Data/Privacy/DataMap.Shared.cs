using TalentHub.Data.Saving;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Auditing;
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
        TableClass.Of<WorkItem>("What waits at your records").OfSubject().RowsGo().Personal("Values").Internal("Kind Queue Template Link Since DueAt Weight ShownFrom ShownUntil")
            .WithheldBecause("What colleagues have to do; what it is about is given at its own place."),
        TableClass.Of<OutboxMail>("Mails to you and about you").OfPerson("PersonId").OfSubject().OfAddress("To").RowsGo()
            .Personal("To Subject Body Calendar LastError").Secret("SecretBody")
            .Internal("Template Language CalendarMethod MessageId CreatedAt NotBefore SentAt Tries").Withholds("MessageId LastError Tries"),
        TableClass.Of<ApprovalRun>("Approvals of your offers").OfSubject().Internal("StartedAt"),
        TableClass.Of<ApprovalStep>("Steps of those approvals").OfRow<ApprovalRun>("RunId").Internal("Order Required Label_En Label_Zh"),
        TableClass.Of<ApprovalVote>("What was said in those approvals").OfRow<ApprovalStep>("StepId").Sensitive("Note").Internal("ApprovedAt"),

        // Whoever acted keeps standing there as a number: only what is about the person is theirs. All but the words is in the chain and stays as it is, the network with it: that is why it is kept shortened.
        TableClass.Of<AuditEntry>("What was done with your records, and who looked at them").OfPerson("SubjectPersonId").Sensitive("Text").Secret("TextSalt")
            .Internal("At Door OnBehalfOf Capacity Action Record Detail Network Result Reference TextHash").Withholds("PersonId AccountId Network Reference TextHash"),
        TableClass.Of<AuditSeal>("The chain of the audit log").Internal("Sequence Hash"),
        TableClass.Of<AuditHead>("The end of that chain").Internal("Sequence SealedThrough Seal"),
    ];
}
