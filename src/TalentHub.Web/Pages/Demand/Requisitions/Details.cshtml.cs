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
    TalentHubDb db, RequisitionFactsLoader facts, CompanyChoices choices, ChainProgress chains, SimilarRequisitions similar, CompanyCache company, Ways ways, TimeProvider clock) : FormPage
{
    private const int HistoryLength = 100;

    private static readonly CompiledQuery<Func<TalentHubDb, long?, CancellationToken, Task<Row?>>> RowOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long? key, CancellationToken ct) => (
        from r in db.Requisitions.AsNoTracking()
        where r.Id == key
        join department in db.Departments on r.DepartmentId equals department.Id
        join place in db.Locations on r.LocationId equals place.Id
        join requester in db.People on r.RequestedBy equals requester.Id
        join manager in db.People on r.HiringManagerId equals manager.Id
        from recruiter in db.People.Where(p => p.Id == r.RecruiterId).DefaultIfEmpty()
        from holder in db.People.Where(p => p.Id == r.Hold!.HeldBy).DefaultIfEmpty()
        from family in db.RoleFamilies.Where(f => f.Code == r.RoleFamilyCode).DefaultIfEmpty()
        from why in db.CompanyReasons.Where(c => c.Kind == ReasonKind.Requisition && c.Code == r.ReasonCode).DefaultIfEmpty()
        select new Row(
            r, new Bilingual(department.Name.En, department.Name.Zh), new Bilingual(place.Name.En, place.Name.Zh), new PersonName(requester.Name.Given, requester.Name.Family, requester.Name.Latin),
            new PersonName(manager.Name.Given, manager.Name.Family, manager.Name.Latin), recruiter == null ? null : new PersonName(recruiter.Name.Given, recruiter.Name.Family, recruiter.Name.Latin),
            holder == null ? null : new PersonName(holder.Name.Given, holder.Name.Family, holder.Name.Latin), family!.Name.En, family.Name.Zh,
            why!.Text.En, why.Text.Zh)).FirstOrDefault()));

    // What follows hangs on the request, which the viewer sees: no filter asks again.
    private static readonly CompiledQuery<Func<TalentHubDb, long, IAsyncEnumerable<Opening>>> SeatsOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long id) =>
        db.Openings.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking().OrderBy(o => o.Id).Where(o => o.RequisitionId == id)));

    private static readonly CompiledQuery<Func<TalentHubDb, long, IAsyncEnumerable<Step>>> HistoryOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long id) => (
        from t in db.Transitions.AsNoTracking()
        where t.Machine == "requisition" && t.SubjectId == id
        from actor in db.People.Where(p => p.Id == t.ActorId).DefaultIfEmpty()
        orderby t.Id descending
        select new Step(t, actor == null ? null : new PersonName(actor.Name.Given, actor.Name.Family, actor.Name.Latin))).Take(HistoryLength)));

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

    /// <summary>Names of those whom the page mentions, by their key.</summary>
    public Dictionary<long, string> Names { get; } = [];

    public IReadOnlyList<SimilarRow> Similar { get; private set; } = [];

    public List<SelectListItem> Recruiters { get; private set; } = [];

    public IReadOnlyList<ChainVote> Votes { get; private set; } = [];

    public int? CurrentStep => RequisitionFactsLoader.WaitsForChain(Requisition) ? ChainProgress.CurrentOf(Votes) : null;

    public Bilingual? Family { get; private set; }

    public Bilingual? Department { get; private set; }

    public Bilingual? Place { get; private set; }

    public Bilingual? WhyKind { get; private set; }

    public string Currency { get; private set; } = "USD";

    public bool MayWrite => Requisition.IsEditable && Requisition.MayBeWrittenBy(Me);

    /// <summary>Approvers see it at a glance: with this request the plan would not hold.</summary>
    public bool IsOverPlan => Facts.Plan is { } plan && Requisition.State is not (RequisitionState.Rejected or RequisitionState.Cancelled or RequisitionState.Closed)
        && (plan.SeatsLeft < Requisition.Seats || plan.BudgetLeft < Requisition.AnnualCost.MinorUnits);

    /// <summary>Why it was sent all the same, for those who decide.</summary>
    public string? WhyOverPlan => IsOverPlan && Requisition.State == RequisitionState.InApproval
        ? History.FirstOrDefault(t => t.Trigger == nameof(RequisitionTrigger.Submit))?.Reason : null;

    /// <summary>Fewer people than approved: one seat at a time, while the request lives.</summary>
    public bool MayCancelSeats => Me.May(Capability.CloseRequisitions) && Requisition.State is RequisitionState.Approved or RequisitionState.Open;

    public bool MaySeePlan => Me.May(Capability.SeePlan) || Me.PersonId == Requisition.RequestedBy || Facts.CurrentApprovers.Contains(Me.PersonId);

    public bool MayAssign => Me.May(Capability.OpenRequisitions) && Requisition.State is RequisitionState.Approved or RequisitionState.Open && Recruiters.Count > 0;

    private long? Key => Requisition.KeyOf(Number);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await LoadWordsAsync(ct);
        Shows(Requisition.Version);
        Votes = Requisition.State == RequisitionState.Draft ? [] : await chains.VotesAsync([Requisition.Id], ct);
        Facts = await facts.LoadAsync(Requisition, ct, Votes);
        Moves = WithNames(RequisitionMoves.Of(Requisition, Facts, Me));
        if (!db.SeesCandidatesOf(Requisition.HiringManagerId, Requisition.RecruiterId, Requisition.IsConfidential))
        {
            ways.Close(Links.Job(Requisition.Id));
        }

        Seats = await SeatsOf.For(db)(db, Requisition.Id).ToListAsync(ct);
        await LoadHistoryAsync(ct);
        Similar = RequisitionFlow.Editable.Contains(Requisition.State) || Requisition.State == RequisitionState.InApproval ? await similar.ToAsync(Requisition, ct) : [];
        Recruiters = Me.May(Capability.OpenRequisitions) && Requisition.State is RequisitionState.Approved or RequisitionState.Open ? await choices.HoldersAsync(Role.Recruiter, ct) : [];
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) =>
        MakeAsync((requisition, known) => requisition.Approve(known, Me, clock.UtcNow(), Reason),
            approved => approved.State == RequisitionState.InApproval ? "You have approved {number}; the next step is asked" : "{number} is approved", ct);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken ct) =>
        MakeAsync((requisition, known) => requisition.Resume(known, Me, clock.UtcNow(), Reason), "{number} goes on", ct);

    public Task<IActionResult> OnPostGrantSeatsAsync(CancellationToken ct) =>
        MakeAsync((requisition, known) => requisition.GrantSeats(known, Me, clock.UtcNow(), Reason), "Approved: further seats for {number}", ct);

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

    private Task<IActionResult> MakeAsync(Action<Requisition, RequisitionFacts> verb, string says, CancellationToken ct) => MakeAsync(verb, _ => says, ct);

    private async Task<IActionResult> MakeAsync(Action<Requisition, RequisitionFacts> verb, Func<Requisition, string> says, CancellationToken ct)
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
        return Done(new Sentence(says(requisition), ("number", requisition.Number)), Links.Requisition(requisition.Id));
    }

    private async Task LoadWordsAsync(CancellationToken ct)
    {
        Currency = (await company.GetAsync(ct))?.Currency ?? "USD";
        var row = await RowOf.For(db)(db, Key, ct) ?? throw new NotFoundException();
        (Requisition, Department, Place) = (row.Requisition, row.Department, row.Place);
        Family = row.FamilyEn is null ? null : new Bilingual(row.FamilyEn, row.FamilyZh);
        WhyKind = row.WhyEn is null ? null : new Bilingual(row.WhyEn, row.WhyZh);
        (Names[Requisition.RequestedBy], Names[Requisition.HiringManagerId]) = (T.Name(row.Requester), T.Name(row.Manager));
        Remember(Requisition.RecruiterId, row.Recruiter);
        Remember(Requisition.Hold?.HeldBy, row.Holder);
    }

    private async Task LoadHistoryAsync(CancellationToken ct)
    {
        var rows = await HistoryOf.For(db)(db, Requisition.Id).ToListAsync(ct);
        History = rows.ConvertAll(r => r.Transition);
        rows.ForEach(r => Remember(r.Transition.ActorId, r.Actor));
        foreach (var vote in Votes)
        {
            Names[vote.ApproverId] = T.Name(vote.Approver);
        }
    }

    /// <summary>"The approvers of the present step" are known here: they are named.</summary>
    private MovesView WithNames(MovesView moves)
    {
        var asked = T.List(Votes.Where(v => v.Step == CurrentStep && v.ApprovedAt is null && v.ApproverId != Requisition.RequestedBy).Select(v => T.Name(v.Approver)));
        return asked.Length == 0 ? moves : moves with
        {
            Moves = [.. moves.Moves.Select(m => m with
            {
                Verdict = m.Verdict with { Findings = [.. m.Verdict.Findings.Select(f => f.Lift == RequisitionFlow.ApproversLift ? f with { Lift = asked } : f)] },
            })],
        };
    }

    private void Remember(long? id, PersonName? name)
    {
        if (id is { } key && name is not null)
        {
            Names[key] = T.Name(name);
        }
    }

    private sealed record Row(
        Requisition Requisition, Bilingual Department, Bilingual Place, PersonName Requester, PersonName Manager, PersonName? Recruiter, PersonName? Holder,
        string? FamilyEn, string? FamilyZh, string? WhyEn, string? WhyZh);

    private sealed record Step(Transition Transition, PersonName? Actor);
}
