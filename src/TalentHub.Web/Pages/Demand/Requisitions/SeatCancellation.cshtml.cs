using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Demand.Requisitions;

/// <summary>Hires one person fewer: cancels a free seat. When the others are filled, the request fills itself.</summary>
public sealed class SeatCancellationModel(TalentHubDb db, TimeProvider clock) : FormPage
{
    [FromRoute]
    public string Number { get; set; } = string.Empty;

    [FromRoute]
    public string Seat { get; set; } = string.Empty;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Opening Opening { get; private set; } = null!;

    public sealed class InputModel
    {
        public string? Reason { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Reason).NotEmpty().WithMessage(_ => t["Please say why."]);
            RuleFor(i => i.Reason).MaximumLength(Transition.ReasonLength);
        }
    }

    private long? RequisitionId => Requisition.KeyOf(Number);

    private long? SeatId => Opening.KeyOf(Seat);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Opening = await db.Openings.AsNoTracking().SingleOrNotFoundAsync(o => o.Id == SeatId && o.RequisitionId == RequisitionId, ct);
        Shows(Opening.Version);
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        var seat = await db.Openings.SingleOrNotFoundAsync(o => o.Id == SeatId && o.RequisitionId == RequisitionId, ct);
        db.Expect(seat, Version);
        seat.Cancel(Me, clock.UtcNow(), Input.Reason);
        await db.SaveChangesAsync(ct);
        return Done(new Sentence("{number} is cancelled", ("number", seat.Number)), Links.Requisition(seat.RequisitionId));
    }
}
