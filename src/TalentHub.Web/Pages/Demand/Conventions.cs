using TalentHub.Domain.Access;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand;

/// <summary>Requests to hire and the plan. Beyond these rights the database shows only the requests that one may see.</summary>
public sealed class DemandRights : IFolderRights
{
    public void Declare(RightsTable rights) => rights
        .Get("/Demand/Requisitions/Index", Capability.SeeRequisitions, own: true)
        .Form("/Demand/Requisitions/New", Capability.FileRequisitions)
        .Form("/Demand/Requisitions/Edit", Capability.FileRequisitions, own: true)
        .Get("/Demand/Requisitions/Details", Capability.SeeRequisitions, own: true)
        .Post("/Demand/Requisitions/Details", "Approve", Capability.ApproveRequisitions, own: true)
        .Post("/Demand/Requisitions/Details", "Resume", Capability.HoldRequisitions, own: true)
        .Post("/Demand/Requisitions/Details", "Recruiter", Capability.OpenRequisitions, own: true)
        .Post("/Demand/Requisitions/Details", "GrantSeats", Capability.ApproveRequisitions, own: true)
        .Post("/Demand/Requisitions/Details", "Undo", Capability.FileRequisitions, own: true)
        .Form("/Demand/Requisitions/Seats", Capability.FileRequisitions, own: true)
        .Form("/Demand/Requisitions/SeatRefusal", Capability.ApproveRequisitions, own: true)
        .Form("/Demand/Requisitions/Submission", Capability.FileRequisitions, own: true)
        .Form("/Demand/Requisitions/SendBack", Capability.ApproveRequisitions, own: true)
        .Form("/Demand/Requisitions/Rejection", Capability.ApproveRequisitions, own: true)
        .Form("/Demand/Requisitions/Opening", Capability.OpenRequisitions, own: true)
        .Form("/Demand/Requisitions/Hold", Capability.HoldRequisitions, own: true)
        .Form("/Demand/Requisitions/Closing", Capability.CloseRequisitions, own: true)
        .Form("/Demand/Requisitions/Cancellation", Capability.FileRequisitions, own: true)
        .Form("/Demand/Requisitions/Reopening", Capability.ReopenRequisitions, own: true)
        .Form("/Demand/Requisitions/SeatCancellation", Capability.CloseRequisitions, own: true)
        .Get("/Demand/Plan/Index", Capability.SeePlan, own: true)
        .Form("/Demand/Plan/Edit", Capability.ManagePlan);
}
