using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Web.Components;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>Somebody who may be chosen as an interviewer.</summary>
public sealed record Colleague(long Id, string Name, string Title)
{
    public Choosable ToChoose() => new(Id, Name, Title);
}

/// <summary>Reads that several pages of interviews share.</summary>
internal static class Queries
{
    private const int MostColleagues = 1000;

    /// <summary>Titles of jobs whose interviews the viewer sees. Read as the system: an interviewer sees the title of the job, not the request behind it.</summary>
    public static async Task<Dictionary<long, Bilingual>> JobTitlesAsync(this TalentHubDb db, IEnumerable<long> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        using var reading = db.ReadingAsSystem();
        return (await db.Requisitions.AsNoTracking().Where(r => wanted.Contains(r.Id)).Select(r => new { r.Id, r.Title }).ToListAsync(ct)).ToDictionary(r => r.Id, r => r.Title);
    }

    /// <summary>Those employed now, by name, as a reader of a language can read it.</summary>
    public static async Task<List<Colleague>> ColleaguesAsync(this TalentHubDb db, string language, CancellationToken ct)
    {
        var rows = await (from e in db.Employments.AsNoTracking()
                          join p in db.People on e.PersonId equals p.Id
                          where EmploymentFlow.Employed.Contains(e.State)
                          orderby p.SortName, p.Id
                          select new { p.Id, p.Name, e.Title }).Take(MostColleagues).ToListAsync(ct);
        return [.. rows.DistinctBy(r => r.Id).Select(r => new Colleague(r.Id, r.Name.In(language), r.Title))];
    }
}
