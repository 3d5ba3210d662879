using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Screening;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Screening.Applications;

/// <summary>To another job: this application ends and a new one goes on there, with the same words and file.</summary>
public sealed class TransferModel(TalentHubDb db, ApplicationFactsLoader loader, TimeProvider clock) : ApplicationPage(db, loader, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Jobs { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Jobs = [.. (await Db.Requisitions.AsNoTracking().Where(r => r.State == RequisitionState.Open && r.Id != Head.RequisitionId)
            .OrderByDescending(r => r.Id).Select(r => new { r.Id, r.Title }).Take(200).ToListAsync(ct))
            .Select(r => new SelectListItem($"{T.Of(r.Title)} · {Requisition.NumberOf(r.Id)}", r.Id.ToString(CultureInfo.InvariantCulture)))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsValidAsync(Input, ct))
        {
            return await InvalidAsync(ct);
        }

        // Rights on both jobs: one that the viewer may not see is none that can be chosen.
        var target = await Db.Requisitions.Where(r => r.Id == Input.Target).Select(r => r.Id).FirstOrDefaultAsync(ct);
        JobApplication? next = null;
        return await MoveAsync(
            async application =>
            {
                next = application.Transfer(await Facts.LoadForTransferAsync(application, target, ct), Me, Now, target, Reason.From(null, Input.Reason));
                Db.Applications.Add(next);
                await Db.SaveChangesAsync(ct);
                return next.Id;
            },
            "Transferred. It goes on here.", ct);
    }

    public sealed class InputModel
    {
        public long? Target { get; set; }

        public string? Reason { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t)
        {
            RuleFor(i => i.Target).NotEmpty().WithMessage(_ => t["Choose the job to which it goes."]);
            RuleFor(i => i.Reason).NotEmpty().WithMessage(_ => t["Please say why."]).MaximumLength(Transition.ReasonLength);
        }
    }
}
