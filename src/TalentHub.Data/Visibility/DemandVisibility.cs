using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;

namespace TalentHub.Data;

/// <summary>Who sees requests, seats and plans.</summary>
public abstract partial class TalentHubDb
{
    private bool SeesAllRequisitions => Viewer.May(Capability.SeeAllRequisitions);

    // HR is the one role that may close any request; it also sees the confidential ones.
    private bool SeesConfidentialRequisitions => Viewer.May(Capability.SeeAllRequisitions) && Viewer.May(Capability.CloseRequisitions);

    private bool HeadsSomething => Viewer.May(Capability.HoldRequisitions);

    private bool SeesAllPlans => Viewer.May(Capability.SeePlan) && Viewer.May(Capability.SeeAllRequisitions);

    /// <summary>
    /// Those who see all see what is not confidential; everyone sees the requests that name them: as requester, hiring manager, recruiter, approver, or head of
    /// the department or of any above it. A seat is seen with its request.
    /// </summary>
    private void DemandVisibility(ModelBuilder builder)
    {
        builder.Entity<Requisition>().HasQueryFilter("Visible", r =>
            ViewerIsSystem
            || (SeesAllRequisitions && !r.IsConfidential)
            || SeesConfidentialRequisitions
            || r.RequestedBy == Me
            || r.HiringManagerId == Me
            || r.RecruiterId == Me
            || r.Approval!.Steps.Any(s => s.Votes.Any(v => v.ApproverId == Me))
            || (HeadsSomething && DepartmentLines.Any(l => l.DepartmentId == r.DepartmentId
                && Departments.Any(above => above.Id == l.AboveId && above.HeadId == Me))));

        builder.Entity<Opening>().HasQueryFilter("Visible", o => ViewerIsSystem || Requisitions.Any(r => r.Id == o.RequisitionId));

        builder.Entity<HeadcountPlan>().HasQueryFilter("Visible", p =>
            ViewerIsSystem
            || SeesAllPlans
            || (Viewer.May(Capability.SeePlan) && DepartmentLines.Any(l => l.DepartmentId == p.DepartmentId
                && Departments.Any(above => above.Id == l.AboveId && above.HeadId == Me))));
    }
}
