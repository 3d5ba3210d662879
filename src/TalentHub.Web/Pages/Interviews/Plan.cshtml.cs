using System.Globalization;
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

    [BindProperty(SupportsGet = true)]
    public long RoundId { get; set; }

    public InterviewPlan? Plan { get; private set; }

    public Bilingual JobTitle { get; private set; } = null!;

    /// <summary>Null before hiring has begun: the plan is made ready for that.</summary>
    public JobHead? Head { get; private set; }

    /// <summary>Rounds that were removed and can still be put back.</summary>
    public IReadOnlyList<InterviewRound> Removed { get; private set; } = [];

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

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) => ChangeAsync(
        (plan, used) => plan.RemoveRound(RoundId, used, clock.UtcNow()), "The round is removed.", ct,
        undo: string.Create(CultureInfo.InvariantCulture, $"{Href}?handler=PutBack&RoundId={RoundId}"));

    /// <summary>Whoever changed the plan meanwhile loses nothing: the round comes back beside what they did.</summary>
    public async Task<IActionResult> OnPostPutBackAsync(CancellationToken ct)
    {
        var plan = await db.PlansWithRemoved().SingleOrNotFoundAsync(p => p.RequisitionId == Id, ct);
        plan.PutBack(RoundId, clock.UtcNow());
        await db.SaveChangesAsync(ct);
        return Done("The round is back in the plan.", Href);
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        // An interviewer who may not see the job is told that there is none: the plan's filter does not let them in either.
        var job = await db.Requisitions.AsNoTracking().Where(r => r.Id == Id).Select(r => new { r.Title, r.OpenedAt }).FirstOrNotFoundAsync(ct);
        JobTitle = job.Title;
        Head = job.OpenedAt is null ? null : await db.JobHeadAsync(Id, ct) with { Tab = "plan" };
        Plan = await db.InterviewPlans.AsNoTracking().SingleOrDefaultAsync(p => p.RequisitionId == Id, ct);
        Shows(Plan?.Version ?? Guid.Empty);
        if (MayEdit && Plan is not null)
        {
            var since = clock.UtcNow().AddDays(-InterviewPlan.UndoDays);
            Removed = await db.PlansWithRemoved().AsNoTracking().Where(p => p.RequisitionId == Id).SelectMany(p => p.Rounds)
                .Where(r => r.RemovedAt > since).OrderByDescending(r => r.RemovedAt).ToListAsync(ct);
        }

        Names = await db.NamesAsync(Plan?.Rounds.SelectMany(r => r.InterviewerIds) ?? [], T.Language, ct);
    }

    private string Href => Links.Job(Id) + "/plan";

    private async Task<IActionResult> ChangeAsync(Action<InterviewPlan, bool> change, Sentence says, CancellationToken ct, string? undo = null)
    {
        var plan = await db.InterviewPlans.SingleOrNotFoundAsync(p => p.RequisitionId == Id, ct);
        db.Expect(plan, Version);
        change(plan, await db.Interviews.AnyAsync(i => i.RoundId == RoundId, ct));
        await db.SaveChangesAsync(ct);
        return Done(says, Href, undo);
    }
}
