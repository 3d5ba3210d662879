using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;

namespace TalentHub.Data.Privacy;

public static partial class DataMap
{
    private static IReadOnlyList<TableClass> Recruiting =>
    [
        TableClass.Of<Requisition>("Requests to hire")
            .Internal("RoleFamilyCode LevelCode LevelRank Seats ReasonCode Why TargetStart IsConfidential CreatedAt OpenedAt IsEvergreen MustHaves Skills AnnualCost_Currency AnnualCost_MinorUnits")
            .Internal("Hold_Reason Hold_ReviewOn Hold_Since HoldBeforeEnd_Reason HoldBeforeEnd_ReviewOn HoldBeforeEnd_Since SeatRequest_AnnualCost SeatRequest_AskedAt SeatRequest_Seats")
            .Internal("Title_En Title_Zh")
            .Nobodys("What the company asks for; those who asked and approve act for it."),
        TableClass.Of<Opening>("Seats").Nobodys("A seat is the company's; the offer or employment that fills it is the person's, and names no seat."),
        TableClass.Of<HeadcountPlan>("The plan of seats").Internal("Year Seats Budget_Currency Budget_MinorUnits"),
        TableClass.Of<Posting>("Postings")
            .Public("Kind Text Questions OpensOn ClosesOn Slug SalaryMax_Currency SalaryMax_MinorUnits SalaryMin_Currency SalaryMin_MinorUnits Title_En Title_Zh")
            .Internal("SalaryWaiver Writers Comments LiveSince PausedByHold"),
        TableClass.Of<SourceLink>("Links for sources").Internal("Code Source Label CreatedAt RetiredAt"),
        TableClass.Of<NoticeVersion>("Versions of the privacy notice").Public("Number Label Text PublishedAt"),
        TableClass.Of<Criterion>("Must-haves of jobs").Internal("Order Text_En Text_Zh"),
        TableClass.Of<InterviewPlan>("Plans of interviews").Internal("CreatedAt"),
        TableClass.Of<InterviewRound>("Rounds of interviews").Internal("Order RemovedAt Minutes IsRequired InterviewerIds Kit Attributes Aim_En Aim_Zh Name_En Name_Zh"),
    ];
}
