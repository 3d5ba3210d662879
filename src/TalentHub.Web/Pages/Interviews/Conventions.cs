using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>Rights of interviews, scorecards, debriefs and plans.</summary>
public sealed class InterviewRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Interviews/Index", Capability.SeeInterviews, own: true)
        .Get("/Interviews/Week", Capability.SeeInterviews, own: true)
        .Get("/Interviews/Details", Capability.SeeInterviews, own: true)
        .Get("/Interviews/Details", "Calendar", Right.Of(Capability.SeeInterviews, own: true))
        .Post("/Interviews/Details", "Confirm", Capability.AnswerInvitations, own: true)
        .Post("/Interviews/Details", "Decline", Capability.AnswerInvitations, own: true)
        .Post("/Interviews/Details", "CandidateConfirms", Capability.ScheduleInterviews, own: true)
        .Post("/Interviews/Details", "AskAvailability", Capability.ScheduleInterviews, own: true)
        .Post("/Interviews/Details", "Cancel", Capability.ScheduleInterviews, own: true)
        .Post("/Interviews/Details", "CandidateAbsent", Capability.AnswerInvitations, own: true)
        .Post("/Interviews/Details", "InterviewerAbsent", Capability.AnswerInvitations, own: true)
        .Post("/Interviews/Details", "BookAgain", Capability.ScheduleInterviews, own: true)
        .Post("/Interviews/Details", "Waive", Capability.WaiveScorecards, own: true)
        .Form("/Interviews/Book", Capability.ScheduleInterviews, own: true)
        .Post("/Interviews/Book", "Check", Capability.ScheduleInterviews, own: true)
        .Form("/Interviews/Move", Capability.ScheduleInterviews, own: true)
        .Post("/Interviews/Move", "Check", Capability.ScheduleInterviews, own: true)
        .Form("/Interviews/Card", Capability.ScoreInterviews, own: true)
        .Post("/Interviews/Card", "HandIn", Capability.ScoreInterviews, own: true)
        .Post("/Interviews/Card", "Amend", Capability.ScoreInterviews, own: true)
        .Get("/Interviews/Debrief", Capability.OpenDebriefs, own: true)
        .Get("/Interviews/Debrief", "Export", Right.Of(Capability.OpenDebriefs, own: true))
        .Post("/Interviews/Debrief", "Open", Capability.OpenDebriefs, own: true)
        .Post("/Interviews/Debrief", "SignHire", Capability.DecideHires, own: true)
        .Post("/Interviews/Debrief", "WithdrawSignature", Capability.DecideHires, own: true)
        .Post("/Interviews/Debrief", "Hire", Capability.CosignHires, own: true)
        .Post("/Interviews/Debrief", "SendBack", Capability.CosignHires, own: true)
        .Post("/Interviews/Debrief", "NoHire", Capability.DecideHires, own: true)
        .Post("/Interviews/Debrief", "AskMore", Capability.DecideHires, own: true)
        .Post("/Interviews/Debrief", "Reconsider", Capability.OpenDebriefs, own: true)
        .Get("/Interviews/Plan", Capability.SeeInterviews, own: true)
        .Post("/Interviews/Plan", "Copy", Capability.PlanInterviews, own: true)
        .Post("/Interviews/Plan", "MoveUp", Capability.PlanInterviews, own: true)
        .Post("/Interviews/Plan", "Remove", Capability.PlanInterviews, own: true)
        .Post("/Interviews/Plan", "PutBack", Capability.PlanInterviews, own: true)
        .Form("/Interviews/Round", Capability.PlanInterviews, own: true)
        .Get("/Interviews/Answer", Right.SignedLink)
        .Get("/Interviews/Answer", "Calendar", Right.SignedLink)
        .Post("/Interviews/Answer", "Confirm", Right.SignedLink)
        .Post("/Interviews/Answer", "Decline", Right.SignedLink)
        .Post("/Interviews/Answer", "Availability", Right.SignedLink);
}
