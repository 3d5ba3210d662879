using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Timeline;

namespace TalentHub.Data;

/// <summary>Who sees applications, notes and timelines.</summary>
public abstract partial class TalentHubDb
{
    private bool SeesAllCandidates => Viewer.May(Capability.SeeAllCandidates);

    private bool SeesOwnCandidates => Viewer.May(Capability.SeeCandidates);

    private bool SeesAllPay => Viewer.May(Capability.SeeAllOffers);

    // HR alone may close any request; it sees confidential jobs and the notes meant for it.
    private bool IsHR => Viewer.May(Capability.SeeAllCandidates) && Viewer.May(Capability.CloseRequisitions);

    /// <summary>
    /// Recruiters, HR and coordinators see the applications of all jobs that are not confidential; HR those too. A hiring manager and a recruiter see their own jobs'.
    /// Candidates see none here: their page is opened by a signed link.
    /// </summary>
    private void ScreeningVisibility(ModelBuilder builder)
    {
        builder.Entity<JobApplication>().HasQueryFilter("Visible", a =>
            ViewerIsSystem
            || (SeesOwnCandidates && JobScopes.Any(j => j.Id == a.RequisitionId
                && ((SeesAllCandidates && !j.IsConfidential) || IsHR || j.HiringManagerId == Me || j.RecruiterId == Me))));

        builder.Entity<Note>().HasQueryFilter("Visible", n =>
            ViewerIsSystem
            || (n.Audience == EntryAudience.Private ? n.AuthorId == Me
                : n.Audience == EntryAudience.HR ? IsHR
                : SeesOwnCandidates && (n.RequisitionId == null
                    ? SeesAllCandidates
                    : JobScopes.Any(j => j.Id == n.RequisitionId
                        && ((SeesAllCandidates && !j.IsConfidential) || IsHR || j.HiringManagerId == Me || j.RecruiterId == Me)))));

        builder.Entity<DuplicatePair>().HasQueryFilter("Visible", _ => ViewerIsSystem || SeesAllCandidates);

        // An entry without a job concerns the person as such: for those who see all candidates. Employees read their own through another door.
        builder.Entity<TimelineEntry>().HasQueryFilter("Visible", e =>
            ViewerIsSystem
            || (e.Audience == EntryAudience.Private
                ? e.ActorId == Me
                : (e.Audience != EntryAudience.HR || IsHR)
                    && (e.Audience != EntryAudience.Pay || SeesAllPay || (e.RequisitionId != null && JobScopes.Any(j => j.Id == e.RequisitionId && j.HiringManagerId == Me)))
                    && SeesOwnCandidates
                    && (e.RequisitionId == null
                        ? SeesAllCandidates
                        : JobScopes.Any(j => j.Id == e.RequisitionId
                            && ((SeesAllCandidates && !j.IsConfidential) || IsHR || j.HiringManagerId == Me || j.RecruiterId == Me)))));
    }
}
