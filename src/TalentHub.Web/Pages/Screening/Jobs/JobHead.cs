using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Screening.Jobs;

/// <summary>The head of a job's pages: its name, seats and days, above tabs that lead to all that belongs to it. Drawn by _JobHead.</summary>
public sealed record JobHead(
    long Id, Bilingual Title, Bilingual Department, Bilingual Place, RequisitionState State, DateTime StateSince, bool IsHeld, bool IsConfidential, DateTime? OpenedAt, int Seats, int Filled,
    int Reserved)
{
    /// <summary>Which tab is open: "board", "table", "plan", "posting", "request".</summary>
    public string Tab { get; init; } = "board";
}

public static class JobHeads
{
    private static readonly CompiledQuery<Func<TalentHubDb, long, CancellationToken, Task<Row?>>> RowOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long id, CancellationToken ct) => (
        from r in db.Requisitions.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking()
        where r.Id == id && r.OpenedAt != null
        join d in db.Departments on r.DepartmentId equals d.Id
        join l in db.Locations on r.LocationId equals l.Id
        select new Row(
            r.HiringManagerId,
            r.RecruiterId,
            new JobHead(
                r.Id,
                new Bilingual(r.Title.En, r.Title.Zh),
                new Bilingual(d.Name.En, d.Name.Zh),
                new Bilingual(l.Name.En, l.Name.Zh),
                r.State,
                r.StateSince,
                r.Hold != null,
                r.IsConfidential,
                r.OpenedAt,
                db.Openings.Count(o => o.RequisitionId == r.Id && OpeningFlow.Standing.Contains(o.State)),
                db.Openings.Count(o => o.RequisitionId == r.Id && o.State == OpeningState.Filled),
                db.Openings.Count(o => o.RequisitionId == r.Id && o.State == OpeningState.Reserved)))).FirstOrDefault()));

    /// <exception cref="NotFoundException">No job, or its candidates are not the viewer's to see.</exception>
    public static async Task<JobHead> JobHeadAsync(this TalentHubDb db, long id, CancellationToken ct) =>
        await RowOf.For(db)(db, id, ct) is { } row && db.SeesCandidatesOf(row.HiringManagerId, row.RecruiterId, row.Head.IsConfidential) ? row.Head : throw new NotFoundException();

    private sealed record Row(long HiringManagerId, long? RecruiterId, JobHead Head);
}
