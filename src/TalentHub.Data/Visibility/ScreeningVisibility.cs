using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Visibility;
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

    /// <summary>The filter's rule as a plain answer: a page asks once for its job, then reads what hangs on it without filters.</summary>
    public bool SeesCandidatesOf(long hiringManagerId, long? recruiterId, bool isConfidential) =>
        ViewerIsSystem
        || (SeesOwnCandidates && ((SeesAllCandidates && !isConfidential) || IsHR || hiringManagerId == Me || recruiterId == Me));

    /// <summary>The jobs whose candidates the viewer sees.</summary>
    public IQueryable<JobScope> JobsInView()
    {
        var me = Me;
        return CandidateSight == CandidateSight.All ? JobScopes
            : CandidateSight == CandidateSight.Open ? JobScopes.Where(j => !j.IsConfidential || j.HiringManagerId == me || j.RecruiterId == me)
            : SeesOwnCandidates ? JobScopes.Where(j => j.HiringManagerId == me || j.RecruiterId == me)
            : JobScopes.Where(_ => false);
    }

    /// <summary>How far the viewer's sight of candidates goes.</summary>
    public CandidateSight CandidateSight =>
        ViewerIsSystem || (SeesOwnCandidates && IsHR) ? CandidateSight.All : SeesOwnCandidates && SeesAllCandidates ? CandidateSight.Open : CandidateSight.Own;

    /// <summary>
    /// What the filter would leave, asked for in the fewest words that this viewer needs, for the lists that everybody opens all day: the filter must serve all viewers
    /// with one text. It switches off every filter of the query it is used in, so such a query names no other filtered set. A test compares the two for every role.
    /// </summary>
    public async Task<IQueryable<ApplicationInView>> ApplicationsInViewAsync(CancellationToken ct)
    {
        var all = Applications.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking().Join(JobScopes, a => a.RequisitionId, j => j.Id, (a, j) => new ApplicationInView { Application = a, Job = j });
        var me = Me;
        if (CandidateSight == CandidateSight.All)
        {
            return all;
        }

        if (CandidateSight == CandidateSight.Open)
        {
            return all.Where(a => !a.Job.IsConfidential || a.Job.HiringManagerId == me || a.Job.RecruiterId == me);
        }

        var mine = await OwnJobsAsync(ct);
        return all.Where(a => mine.Contains(a.Application.RequisitionId));
    }

    /// <summary>The numbers of the jobs whose candidates the viewer sees, where those are few: by number, an index leads to each one's applications.</summary>
    public Task<long[]> OwnJobsAsync(CancellationToken ct) => JobsInView().Select(j => j.Id).ToArrayAsync(ct);

    /// <summary>
    /// Recruiters, HR and coordinators see the applications of all jobs that are not confidential; HR those too. A hiring manager and a recruiter see their own jobs'.
    /// Interviewers see their candidates in the interview's own page and candidates theirs by a signed link, not here.
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

/// <summary>How far somebody's sight of candidates goes.</summary>
public enum CandidateSight
{
    /// <summary>Those of the jobs that one runs or hires for; perhaps none.</summary>
    Own,

    /// <summary>Those of all jobs that are not confidential, and of one's own.</summary>
    Open,
    All,
}

/// <summary>An application and its job, both as far as the viewer may see them.</summary>
public sealed class ApplicationInView
{
    public required JobApplication Application { get; init; }

    public required JobScope Job { get; init; }
}
