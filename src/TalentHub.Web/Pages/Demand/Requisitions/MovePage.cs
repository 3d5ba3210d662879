using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.People;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Demand;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>Why a move is made; what further a move needs stands beside it and is used by that move only.</summary>
public sealed class MoveInput
{
    /// <summary>From the company's list, where the move has one.</summary>
    public string? ReasonCode { get; set; }

    public string? Reason { get; set; }

    public DateOnly? ReviewOn { get; set; }

    public long? RecruiterId { get; set; }

    public int? Seats { get; set; }

    /// <summary>In whole units of the company's currency.</summary>
    public decimal? AnnualCost { get; set; }
}

public sealed class MoveInputRules : AbstractValidator<MoveInput>
{
    public MoveInputRules(Text t, TimeProvider clock)
    {
        RuleFor(i => i.Reason).MaximumLength(Transition.ReasonLength);
        RuleFor(i => i.ReviewOn).Within(t, () => DayRange.Ahead(clock.TodayIn(null)));
    }
}

/// <summary>A move of a request that needs a form: says what stands against it, takes the reason, makes it.</summary>
public abstract class MovePage(TalentHubDb db, RequisitionFactsLoader facts, CompanyChoices choices) : FormPage
{
    protected TalentHubDb Db { get; } = db;

    protected CompanyChoices Choices { get; } = choices;

    [FromRoute]
    public string Number { get; set; } = string.Empty;

    [BindProperty]
    public MoveInput Input { get; set; } = new();

    public Requisition Requisition { get; private set; } = null!;

    public RequisitionFacts Facts { get; private set; } = null!;

    /// <summary>What stands in the way is the reader's own to do: nobody else is named.</summary>
    public bool IsForMe(Finding finding) => finding.Lift == RequisitionFlow.RequesterLifts && Requisition.RequestedBy == Me.PersonId;

    public Verdict Verdict { get; private set; }

    public List<SelectListItem> Reasons { get; private set; } = [];

    public abstract RequisitionTrigger Trigger { get; }

    /// <summary>Which of the company's reasons it offers; null: words only.</summary>
    public virtual ReasonKind? Kind => null;

    /// <summary>Words must be written, a code alone does not do.</summary>
    public virtual bool NeedsWords => false;

    public bool AsksReason => Verdict.Answer == Answer.AskReason || RequisitionFlow.Table.Find(Requisition.State, Trigger)?.Reason == ReasonNeed.Required;

    public override async Task LoadAsync(CancellationToken ct)
    {
        Requisition = await Db.Requisitions.AsNoTracking().SingleOrNotFoundAsync(r => r.Id == Requisition.KeyOf(Number), ct);
        Facts = await facts.LoadAsync(Requisition, ct);
        Verdict = Requisition.Can(Trigger, Facts, Me);
        Reasons = Kind is { } kind ? await Choices.ReasonsAsync(kind, ct) : [];
        Shows(Requisition.Version);
        await LoadMoreAsync(ct);
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var requisition = await Db.Requisitions.AsSplitQuery().Include(r => r.Approval).SingleOrNotFoundAsync(r => r.Id == Requisition.KeyOf(Number), ct);
        await IsValidAsync(Input, ct);
        if (Kind is { } kind)
        {
            IsOffered("Input.ReasonCode", Input.ReasonCode, await Choices.ReasonsAsync(kind, ct));
        }

        if (NeedsWords && string.IsNullOrWhiteSpace(Input.Reason))
        {
            ModelState.AddModelError("Input.Reason", T["Please say why."]);
        }

        if (!ModelState.IsValid)
        {
            return await InvalidAsync(ct);
        }

        Db.Expect(requisition, Version);
        return await MakeAsync(requisition, Reason.From(Kind is null ? null : Input.ReasonCode, Input.Reason), ct);
    }

    /// <summary>Asks for the verb, saves, says that it is done.</summary>
    protected abstract Task<IActionResult> MakeAsync(Requisition requisition, Reason? reason, CancellationToken ct);

    protected virtual Task LoadMoreAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Makes the move in one transaction with the reading of its facts, so that nobody can slip between.</summary>
    protected Task InOneGoAsync(Requisition requisition, Action<RequisitionFacts> verb, CancellationToken ct) => Db.InTransactionAsync(
        async () =>
        {
            verb(await facts.LoadAsync(requisition, ct));
            await Db.SaveChangesAsync(ct);
        },
        ct);

    protected IActionResult Finished(Sentence says, string? undo = null) => Done(says, Links.Requisition(Requisition.KeyOf(Number) ?? 0), undo);
}
