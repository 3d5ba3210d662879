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
    /// <exception cref="NotFoundException">No job, or not the viewer's to see.</exception>
    public static Task<JobHead> JobHeadAsync(this TalentHubDb db, long id, CancellationToken ct) =>
        db.Requisitions.AsNoTracking().Where(r => r.Id == id && r.OpenedAt != null)
            .Select(r => new JobHead(
                r.Id,
                r.Title,
                db.Departments.Where(d => d.Id == r.DepartmentId).Select(d => d.Name).First(),
                db.Locations.Where(l => l.Id == r.LocationId).Select(l => l.Name).First(),
                r.State,
                r.StateSince,
                r.Hold != null,
                r.IsConfidential,
                r.OpenedAt,
                db.Openings.Count(o => o.RequisitionId == r.Id && OpeningFlow.Standing.Contains(o.State)),
                db.Openings.Count(o => o.RequisitionId == r.Id && o.State == OpeningState.Filled),
                db.Openings.Count(o => o.RequisitionId == r.Id && o.State == OpeningState.Reserved)))
            .FirstOrNotFoundAsync(ct);
}
