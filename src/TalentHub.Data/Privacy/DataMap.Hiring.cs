using TalentHub.Domain.Interviews;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.Screening;

namespace TalentHub.Data.Privacy;

public static partial class DataMap
{
    private static IReadOnlyList<TableClass> Hiring =>
    [
        TableClass.Of<JobApplication>("Your applications").OfPerson("PersonId")
            .Personal("ResumeFileId Answers Letter")
            .Sensitive("Hold_Reason Proposal_Note AssessmentResult")
            .Internal("Source SourceDetail ConsentAt AppliedAt Hold_Since Hold_ReviewOn RejectionReason EndedFrom EndedAt Proposal_ReasonCode Proposal_ProposedAt AssessmentTask AssessmentDueOn"),
        TableClass.Of<CriterionMark>("Marks against the must-haves").OfRow<JobApplication>("ApplicationId").Sensitive("Passage Value").Counts("Value").Internal("MarkedAt"),
        TableClass.Of<Interview>("Your interviews").OfPerson("PersonId")
            .Personal("CandidateZone Place Link Availability")
            .Internal("RoundOrder IsRequired Minutes Kit Attributes StartsAt EndsAt Sequence CandidateConfirmedAt AbsentSide RemindedAt RoundName_En RoundName_Zh").Withholds("Kit Attributes Sequence"),
        TableClass.Of<PanelMember>("Interviews in which you sit").OfPerson("PersonId").Internal("ConfirmedAt CardInAt"),
        TableClass.Of<Scorecard>("Scorecards about you").OfPerson("PersonId").Sensitive("Ratings Overall Summary").Counts("Overall").Internal("Attributes SubmittedAt RemindedAt").Withholds("Attributes"),
        TableClass.Of<ScorecardVersion>("Earlier versions of those scorecards").OfRow<Scorecard>("ScorecardId").Sensitive("Ratings Overall Summary").Counts("Overall").Internal("Number SubmittedAt"),
        TableClass.Of<HiringDecision>("Decisions about you").OfPerson("PersonId").Sensitive("OpenQuestion Reason").Internal("DecidedAt"),
        TableClass.Of<Offer>("Offers to you").OfPerson("PersonId").Personal("SignedName AnswerNote").Internal("ExpiresAt ApprovedVersion ExtendedAt WarnedAt AnsweredAt"),
        TableClass.Of<OfferVersion>("What was offered").OfRow<Offer>("OfferId")
            .Sensitive("BaseAnnual_MinorUnits BonusAnnual_MinorUnits SignOn_MinorUnits Equity Clauses")
            .Internal("Number WrittenAt FrozenAt StartsOn ExpiresOn ExpiresAt Zone Language BaseAnnual_Currency BonusAnnual_Currency SignOn_Currency"),
        TableClass.Of<OfferQuestion>("Questions about your offer").OfRow<Offer>("OfferId").Personal("Text Answer").Internal("AskedAt AnsweredAt"),
        TableClass.Of<OnboardingPlan>("Your first weeks").OfPerson("PersonId").Sensitive("Details").Internal("StartsOn ProbationEndsOn ArrivedAt Template_En Template_Zh"),
        TableClass.Of<OnboardingTask>("Tasks of your first weeks").OfRow<OnboardingPlan>("PlanId").Personal("FileId").Sensitive("Remark WaitsFor")
            .Internal("Order Owner DueOn Blocks Kind RemindedAt Help_En Help_Zh Title_En Title_Zh"),
    ];
}
