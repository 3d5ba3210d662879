using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;

namespace TalentHub.Data;

/// <summary>Who sees interviews, scorecards and decisions.</summary>
public abstract partial class TalentHubDb
{
    private bool SeesAllInterviews => Viewer.May(Capability.SeeAllInterviews);

    // HR alone may close any request; it sees confidential jobs.
    private bool SeesConfidentialInterviews => Viewer.May(Capability.SeeAllInterviews) && Viewer.May(Capability.CloseRequisitions);

    private bool SeesOwnInterviews => Viewer.May(Capability.SeeInterviews);

    private bool ReadsScorecards => Viewer.May(Capability.OpenDebriefs);

    private bool ViewerIsCandidate => Viewer.Kind == ActorKind.Candidate;

    /// <summary>
    /// Recruiters, HR and coordinators see the interviews of all jobs that are not confidential, HR those too; a hiring manager and a recruiter see their own jobs'.
    /// An interviewer sees the interviews that they hold while the job hires. A card is read by its author; by others once it is in, if they open debriefs or sit on
    /// the panel, and in any case only when they owe no card of their own for this candidate. Decisions are for those who open debriefs.
    /// </summary>
    private void InterviewsVisibility(ModelBuilder builder)
    {
        builder.Entity<InterviewPlan>().HasQueryFilter("Visible", p =>
            ViewerIsSystem
            || (SeesOwnInterviews && JobScopes.Any(j => j.Id == p.RequisitionId
                && ((SeesAllInterviews && !j.IsConfidential) || SeesConfidentialInterviews || j.HiringManagerId == Me || j.RecruiterId == Me))));

        builder.Entity<Interview>().HasQueryFilter("Visible", i =>
            ViewerIsSystem
            || (ViewerIsCandidate && i.PersonId == Me)
            || (SeesOwnInterviews && JobScopes.Any(j => j.Id == i.RequisitionId
                && ((SeesAllInterviews && !j.IsConfidential) || SeesConfidentialInterviews || j.HiringManagerId == Me || j.RecruiterId == Me
                    || (j.State == RequisitionState.Open && i.Panel.Any(m => m.PersonId == Me))))));

        // The filter of interviews comes along: who does not see the interview does not see its cards.
        builder.Entity<Scorecard>().HasQueryFilter("Visible", c =>
            ViewerIsSystem
            || (c.InterviewerId == Me && Interviews.Any(i => i.Id == c.InterviewId))
            || ((c.State == ScorecardState.Submitted || c.State == ScorecardState.Locked || c.State == ScorecardState.Waived)
                && ((ReadsScorecards && Interviews.Any(i => i.Id == c.InterviewId))
                    || Interviews.Any(i => i.ApplicationId == c.ApplicationId && i.Panel.Any(m => m.PersonId == Me)))
                && !Interviews.Any(i => i.ApplicationId == c.ApplicationId
                    && i.State != InterviewState.Cancelled && i.State != InterviewState.NoShow
                    && i.Panel.Any(m => m.PersonId == Me && m.CardInAt == null))));

        builder.Entity<HiringDecision>().HasQueryFilter("Visible", d =>
            ViewerIsSystem
            || (ReadsScorecards && JobScopes.Any(j => j.Id == d.RequisitionId
                && ((SeesAllInterviews && !j.IsConfidential) || SeesConfidentialInterviews || j.HiringManagerId == Me || j.RecruiterId == Me))));
    }
}
