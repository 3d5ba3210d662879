using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Demand;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>Everything about one request: what is asked, who says yes, its seats, the plan, its history, and the moves that one may make.</summary>
public sealed class DetailsModel(
    TalentHubDb db, RequisitionFactsLoader facts, CompanyChoices choices, HeadcountPlans plans, SimilarRequisitions similar, CompanyCache company, TimeProvider clock) : FormPage
{
    [FromRoute]
    public string Number { get; set; } = string.Empty;

    /// <summary>Asked for in place by a move that warns.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public long? RecruiterId { get; set; }

    public Requisition Requisition { get; private set; } = null!;

    public RequisitionFacts Facts { get; private set; } = null!;

    public MovesView Moves { get; private set; } = null!;

    public IReadOnlyList<Opening> Seats { get; private set; } = [];

    public IReadOnlyList<Transition> History { get; private set; } = [];

    public Dictionary<long, string> Names { get; private set; } = [];

    public IReadOnlyList<SimilarRow> Similar { get; private set; } = [];

    public List<SelectListItem> Recruiters { get; private set; } = [];

    public PlanPosition? Plan { get; private set; }

    public Bilingual? Family { get; private set; }

    public Bilingual? Department { get; private set; }

    public Bilingual? Place { get; private set; }

    public Bilingual? WhyKind { get; private set; }

    public string Currency { get; private set; } = "USD";

    public bool MayWrite => Requisition.IsEditable && Requisition.MayBeWrittenBy(Me);

    public bool MaySeePlan => Me.May(Capability.SeePlan) || Me.PersonId == Requisition.RequestedBy || Facts.CurrentApprovers.Contains(Me.PersonId);

    public bool MayAssign => Me.May(Capability.OpenRequisitions) && Requisition.State is RequisitionState.Approved or RequisitionState.Open && Recruiters.Count > 0;

    private long? Key => Requisition.KeyOf(Number);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Requisition = await db.Requisitions.AsNoTracking().AsSplitQuery().Include(r => r.Approval).SingleOrNotFoundAsync(r => r.Id == Key, ct);
        Shows(Requisition.Version);
        Facts = await facts.LoadAsync(Requisition, ct);
        Moves = RequisitionMoves.Of(Requisition, Facts, Me);
        Seats = await db.Openings.AsNoTracking().Where(o => o.RequisitionId == Key).OrderBy(o => o.Id).ToListAsync(ct);
        History = await db.Transitions.AsNoTracking().Where(t => t.Machine == "requisition" && t.SubjectId == Key).OrderByDescending(t => t.Id).Take(100).ToListAsync(ct);
        await LoadWordsAsync(ct);
        Similar = RequisitionFlow.Editable.Contains(Requisition.State) || Requisition.State == RequisitionState.InApproval ? await similar.ToAsync(Requisition, ct) : [];
        Plan = await plans.PositionAsync(Requisition.DepartmentId, Requisition.PlanYear(Facts.Now), null, ct);
        Recruiters = Me.May(Capability.OpenRequisitions) ? await choices.HoldersAsync(Role.Recruiter, ct) : [];
        Names = await choices.NamesAsync(
            [Requisition.RequestedBy, Requisition.HiringManagerId, Requisition.RecruiterId, Requisition.Hold?.HeldBy,
                .. History.Select(h => h.ActorId), .. (Requisition.Approval?.Steps ?? []).SelectMany(s => s.Votes).Select(v => (long?)v.ApproverId)],
            ct);
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) =>
        MakeAsync((requisition, known) => requisition.Approve(known, Me, clock.UtcNow(), Reason), "{number} is approved", ct);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken ct) =>
        MakeAsync((requisition, known) => requisition.Resume(known, Me, clock.UtcNow(), Reason), "{number} goes on", ct);

    public async Task<IActionResult> OnPostRecruiterAsync(CancellationToken ct)
    {
        var isRecruiter = (await choices.HoldersAsync(Role.Recruiter, ct)).Exists(r => r.Value == RecruiterId?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return await MakeAsync((requisition, _) => requisition.RunBy(isRecruiter ? RecruiterId : null), "{number} has a new recruiter", ct);
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken ct)
    {
        var last = await db.Transitions.Where(t => t.Machine == "requisition" && t.SubjectId == Key).OrderByDescending(t => t.Id).FirstOrNotFoundAsync(ct);
        return await MakeAsync((requisition, known) => requisition.Undo(known, Me, clock.UtcNow(), last, Reason), "{number} is back where it stood", ct);
    }

    private async Task<IActionResult> MakeAsync(Action<Requisition, RequisitionFacts> verb, string says, CancellationToken ct)
    {
        var requisition = await db.Requisitions.AsSplitQuery().Include(r => r.Approval).SingleOrNotFoundAsync(r => r.Id == Key, ct);
        db.Expect(requisition, Version);
        await db.InTransactionAsync(
            async () =>
            {
                verb(requisition, await facts.LoadAsync(requisition, ct));
                await db.SaveChangesAsync(ct);
            },
            ct);
        return Done(new Sentence(says, ("number", requisition.Number)), Links.Requisition(requisition.Id));
    }

    private async Task LoadWordsAsync(CancellationToken ct)
    {
        Currency = (await company.GetAsync(ct))?.Currency ?? "USD";
        Family = await db.RoleFamilies.Where(f => f.Code == Requisition.RoleFamilyCode).Select(f => f.Name).SingleOrDefaultAsync(ct);
        Department = await db.Departments.Where(d => d.Id == Requisition.DepartmentId).Select(d => d.Name).SingleOrDefaultAsync(ct);
        Place = await db.Locations.Where(l => l.Id == Requisition.LocationId).Select(l => l.Name).SingleOrDefaultAsync(ct);
        WhyKind = await db.CompanyReasons.Where(r => r.Kind == ReasonKind.Requisition && r.Code == Requisition.ReasonCode).Select(r => r.Text).SingleOrDefaultAsync(ct);
    }
}
