using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Services;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Pages.Screening.Jobs;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>The interview plan of a job: its rounds in order.</summary>
public sealed class PlanModel(TalentHubDb db, TimeProvider clock) : FormPage
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public long RoundId { get; set; }

    public InterviewPlan? Plan { get; private set; }

    public Bilingual JobTitle { get; private set; } = null!;

    /// <summary>Null before hiring has begun: the plan is made ready for that.</summary>
    public JobHead? Head { get; private set; }

    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public bool MayEdit => Me.May(Capability.PlanInterviews);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>Makes the plan from the role family.</summary>
    public async Task<IActionResult> OnPostCopyAsync(CancellationToken ct)
    {
        var family = await db.Requisitions.AsNoTracking().Where(r => r.Id == Id).Select(r => r.RoleFamilyCode).FirstOrNotFoundAsync(ct);
        await db.InTransactionAsync(
            async () =>
            {
                Require.That(!await db.InterviewPlans.AnyAsync(p => p.RequisitionId == Id, ct), "This job has a plan already.");
                var from = await db.RoleFamilies.AsNoTracking().SingleOrDefaultAsync(f => f.Code == family, ct);
                db.InterviewPlans.Add(from is null ? new InterviewPlan(Id, clock.UtcNow()) : InterviewPlan.CopyOf(from, Id, clock.UtcNow()));
                await db.SaveChangesAsync(ct);
            },
            ct);
        return Done("The plan is there. Change what this job needs.", Href);
    }

    public Task<IActionResult> OnPostMoveUpAsync(CancellationToken ct) => ChangeAsync((plan, _) => plan.MoveUp(RoundId), "Moved up.", ct);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) => ChangeAsync((plan, used) => plan.RemoveRound(RoundId, used), "The round is removed.", ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        // An interviewer who may not see the job is told that there is none: the plan's filter does not let them in either.
        var job = await db.Requisitions.AsNoTracking().Where(r => r.Id == Id).Select(r => new { r.Title, r.OpenedAt }).FirstOrNotFoundAsync(ct);
        JobTitle = job.Title;
        Head = job.OpenedAt is null ? null : await db.JobHeadAsync(Id, ct) with { Tab = "plan" };
        Plan = await db.InterviewPlans.AsNoTracking().SingleOrDefaultAsync(p => p.RequisitionId == Id, ct);
        Shows(Plan?.Version ?? Guid.Empty);
        Names = await db.NamesAsync(Plan?.Rounds.SelectMany(r => r.InterviewerIds) ?? [], ct);
    }

    private string Href => Links.Job(Id) + "/plan";

    private async Task<IActionResult> ChangeAsync(Action<InterviewPlan, bool> change, Sentence says, CancellationToken ct)
    {
        var plan = await db.InterviewPlans.SingleOrNotFoundAsync(p => p.RequisitionId == Id, ct);
        db.Expect(plan, Version);
        change(plan, await db.Interviews.AnyAsync(i => i.RoundId == RoundId, ct));
        await db.SaveChangesAsync(ct);
        return Done(says, Href);
    }
}
