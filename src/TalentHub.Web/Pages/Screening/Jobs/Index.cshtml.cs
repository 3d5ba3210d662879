using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Screening;
using TalentHub.Services;

namespace TalentHub.Web.Pages.Screening.Jobs;

/// <summary>The jobs that are being filled: seats, days open, and how many candidates stand where.</summary>
public sealed class IndexModel(TalentHubDb db, CurrentActor actor, TimeProvider clock) : PageModel
{
    private const int Most = 50;

    /// <summary>"open", or "ended" for those that were filled or closed.</summary>
    public bool Ended { get; private set; }

    public IReadOnlyList<JobRow> Jobs { get; private set; } = [];

    public long? Next { get; private set; }

    public long? After { get; private set; }

    public DateTime Now { get; } = clock.UtcNow();

    public async Task OnGetAsync(string? state, long? after, CancellationToken ct)
    {
        Ended = state == "ended";
        After = after;
        var me = actor.Value.PersonId;
        var all = actor.Value.May(Capability.SeeAllCandidates);
        var jobs = db.Requisitions.AsNoTracking().Where(r => all || r.HiringManagerId == me || r.RecruiterId == me);
        jobs = Ended ? jobs.Where(r => r.State == RequisitionState.Filled || r.State == RequisitionState.Closed) : jobs.Where(r => r.State == RequisitionState.Open);
        var rows = await jobs.Where(r => after == null || r.Id < after).OrderByDescending(r => r.Id).Take(Most + 1)
            .Select(r => new JobRow(
                r.Id,
                r.Title,
                db.Departments.Where(d => d.Id == r.DepartmentId).Select(d => d.Name).First(),
                db.Locations.Where(l => l.Id == r.LocationId).Select(l => l.Name).First(),
                r.State,
                r.Hold != null,
                r.IsConfidential,
                r.OpenedAt,
                r.StateSince,
                db.Openings.Count(o => o.RequisitionId == r.Id && OpeningFlow.Standing.Contains(o.State)),
                db.Openings.Count(o => o.RequisitionId == r.Id && o.State == OpeningState.Filled),
                db.Applications.Count(a => a.RequisitionId == r.Id && a.EndedAt == null),
                db.Applications.Count(a => a.RequisitionId == r.Id && a.State == ApplicationState.Received),
                db.People.Where(p => p.Id == r.RecruiterId).Select(p => p.Name).FirstOrDefault(),
                db.People.Where(p => p.Id == r.HiringManagerId).Select(p => p.Name).FirstOrDefault()))
            .ToListAsync(ct);
        Next = rows.Count > Most ? rows[Most - 1].Id : null;
        Jobs = rows.Count > Most ? rows[..Most] : rows;
    }

    public sealed record JobRow(
        long Id, Bilingual Title, Bilingual Department, Bilingual Place, RequisitionState State, bool IsHeld, bool IsConfidential, DateTime? OpenedAt, DateTime StateSince, int Seats, int Filled,
        int Running, int New, PersonName? Recruiter, PersonName? HiringManager);
}
