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
        var row = await db.Applications.AsNoTracking().Where(a => a.Id == interview.ApplicationId)
            .Select(a => new
            {
                Job = db.Requisitions.Where(r => r.Id == a.RequisitionId).Select(r => new { r.Title, r.MustHaves, r.HiringManagerId }).First(),
                Person = db.People.Where(p => p.Id == a.PersonId).Select(p => new { p.CurrentTitle, p.CurrentEmployer }).First(),
                Aim = db.InterviewPlans.Where(p => p.RequisitionId == a.RequisitionId).SelectMany(p => p.Rounds).Where(r => r.Id == interview.RoundId).Select(r => r.Aim).FirstOrDefault(),
                Resume = db.Files.Where(f => f.Id == a.ResumeFileId).Select(f => f.Text!.Substring(0, ResumeLength)).FirstOrDefault(),
            })
            .SingleAsync(ct);
        return new InterviewBrief(
            row.Job.Title, row.Job.MustHaves, row.Job.HiringManagerId, row.Aim ?? interview.RoundName, row.Person.CurrentTitle, row.Person.CurrentEmployer, row.Resume);
    }
}
