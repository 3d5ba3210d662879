using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;

namespace TalentHub.Data;

/// <summary>Who sees offers, and with them pay; who sees a hire's plan.</summary>
public abstract partial class TalentHubDb
{
    private bool SeesOwnOffers => Viewer.May(Capability.SeeOffers);

    private bool SeesAllOnboarding => Viewer.May(Capability.SeeAllOnboarding);

    private bool SeesOwnOnboarding => Viewer.May(Capability.SeeOnboarding);

    private bool KeepsAccounts => Viewer.May(Capability.ManageUsers);

    /// <summary>
    /// Recruiters, HR and the compensation owner see offers of all jobs that are not confidential, HR those too; a hiring manager those of their own jobs;
    /// an approver the one that names them. Nobody else, not even in a count: it is pay. The candidate comes through a signed link, read by the system.
    /// </summary>
    private void OffersVisibility(ModelBuilder builder) =>
        builder.Entity<Offer>().HasQueryFilter("Visible", o =>
            ViewerIsSystem
            || (SeesOwnOffers && JobScopes.Any(j => j.Id == o.RequisitionId
                && ((SeesAllPay && !j.IsConfidential) || IsHR || j.HiringManagerId == Me || (SeesAllPay && j.RecruiterId == Me))))
            || (SeesOwnOffers && o.Approval!.Steps.Any(s => s.Votes.Any(v => v.ApproverId == Me))));

    /// <summary>
    /// HR sees every plan; the manager to be, the job's hiring manager, its recruiter and the department's head theirs. Whoever has a task sees the plan it belongs to
    /// and that task; whoever keeps accounts sees the plans that need one.
    /// </summary>
    private void OnboardingVisibility(ModelBuilder builder)
    {
        builder.Entity<OnboardingPlan>().HasQueryFilter("Visible", p =>
            ViewerIsSystem
            || SeesAllOnboarding
            || (SeesOwnOnboarding && (p.ManagerId == Me
                || JobScopes.Any(j => j.Id == p.RequisitionId && (j.HiringManagerId == Me || j.RecruiterId == Me))
                || Employments.Any(e => e.Id == p.EmploymentId && Departments.Any(d => d.Id == e.DepartmentId && d.HeadId == Me))))
            || p.BuddyId == Me
            || TaskScopes.Any(t => t.PlanId == p.Id && (t.OwnerId == Me || (KeepsAccounts && t.Owner == TaskOwner.IT))));

        builder.Entity<OnboardingTask>().HasQueryFilter("Visible", t =>
            ViewerIsSystem
            || SeesAllOnboarding
            || t.OwnerId == Me
            || (KeepsAccounts && t.Owner == TaskOwner.IT)
            || (SeesOwnOnboarding && OnboardingPlans.Any(p => p.Id == t.PlanId && (p.ManagerId == Me
                || JobScopes.Any(j => j.Id == p.RequisitionId && (j.HiringManagerId == Me || j.RecruiterId == Me))
                || Employments.Any(e => e.Id == p.EmploymentId && Departments.Any(d => d.Id == e.DepartmentId && d.HeadId == Me))))));
    }
}
