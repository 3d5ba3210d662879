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

        // The rule of SeesCandidatesOf, in words for the database: the filters of seats and applications need not ask again for every job.
        var all = actor.Value.May(Capability.SeeAllCandidates);
        var hr = all && actor.Value.May(Capability.CloseRequisitions);
        var jobs = db.Requisitions.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking().Where(r => hr || (all && !r.IsConfidential) || r.HiringManagerId == me || r.RecruiterId == me);
        jobs = Ended ? jobs.Where(r => r.State == RequisitionState.Filled || r.State == RequisitionState.Closed) : jobs.Where(r => r.State == RequisitionState.Open);
        var rows = await (
            from r in jobs.Where(r => after == null || r.Id < after).OrderByDescending(r => r.Id).Take(Most + 1)
            join d in db.Departments on r.DepartmentId equals d.Id
            join l in db.Locations on r.LocationId equals l.Id
            join m in db.People on r.HiringManagerId equals m.Id
            join p in db.People on r.RecruiterId equals p.Id into recruiters
            from recruiter in recruiters.DefaultIfEmpty()
            orderby r.Id descending
            select new JobRow(
                r.Id,
                new Bilingual(r.Title.En, r.Title.Zh),
                new Bilingual(d.Name.En, d.Name.Zh),
                new Bilingual(l.Name.En, l.Name.Zh),
                r.State,
                r.Hold != null,
                r.IsConfidential,
                r.OpenedAt,
                r.StateSince,
                db.Openings.Count(o => o.RequisitionId == r.Id && OpeningFlow.Standing.Contains(o.State)),
                db.Openings.Count(o => o.RequisitionId == r.Id && o.State == OpeningState.Filled),
                db.Applications.Count(a => a.RequisitionId == r.Id && a.EndedAt == null),
                db.Applications.Count(a => a.RequisitionId == r.Id && a.State == ApplicationState.Received),
                recruiter == null ? null : new PersonName(recruiter.Name.Given, recruiter.Name.Family, recruiter.Name.Latin),
                new PersonName(m.Name.Given, m.Name.Family, m.Name.Latin))).ToListAsync(ct);
        Next = rows.Count > Most ? rows[Most - 1].Id : null;
        Jobs = rows.Count > Most ? rows[..Most] : rows;
    }

    public sealed record JobRow(
        long Id, Bilingual Title, Bilingual Department, Bilingual Place, RequisitionState State, bool IsHeld, bool IsConfidential, DateTime? OpenedAt, DateTime StateSince, int Seats, int Filled,
        int Running, int New, PersonName? Recruiter, PersonName? HiringManager);
}
