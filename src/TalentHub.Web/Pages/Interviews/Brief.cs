using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>What an interviewer may know of job and candidate beside the interview: no pay, no notes, no marks.</summary>
public sealed record InterviewBrief(
    Bilingual JobTitle, IReadOnlyList<Bilingual> MustHaves, long HiringManagerId, Bilingual Aim, string? CurrentTitle, string? CurrentEmployer, string? Resume);

internal static class Briefs
{
    private const int ResumeLength = 30_000;

    /// <summary>Read as the system, for someone who has been shown the interview itself.</summary>
    public static async Task<InterviewBrief> BriefAsync(this TalentHubDb db, Interview interview, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var row = await (
            from a in db.Applications.AsNoTracking()
            join job in db.Requisitions on a.RequisitionId equals job.Id
            join person in db.People on a.PersonId equals person.Id
            where a.Id == interview.ApplicationId
            select new
            {
                Title = new Bilingual(job.Title.En, job.Title.Zh), job.MustHaves, job.HiringManagerId, person.CurrentTitle, person.CurrentEmployer,
                AimEn = db.InterviewPlans.Where(p => p.RequisitionId == a.RequisitionId).SelectMany(p => p.Rounds).Where(r => r.Id == interview.RoundId).Select(r => r.Aim.En).FirstOrDefault(),
                AimZh = db.InterviewPlans.Where(p => p.RequisitionId == a.RequisitionId).SelectMany(p => p.Rounds).Where(r => r.Id == interview.RoundId).Select(r => r.Aim.Zh).FirstOrDefault(),
                Resume = db.Files.Where(f => f.Id == a.ResumeFileId).Select(f => f.Text!.Substring(0, ResumeLength)).FirstOrDefault(),
            })
            .SingleAsync(ct);
        return new InterviewBrief(
            row.Title, row.MustHaves, row.HiringManagerId, row.AimEn is null ? interview.RoundName : new Bilingual(row.AimEn, row.AimZh!), row.CurrentTitle, row.CurrentEmployer, row.Resume);
    }
}
