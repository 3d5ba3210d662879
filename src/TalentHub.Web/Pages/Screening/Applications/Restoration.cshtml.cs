using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Screening;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Screening.Applications;

/// <summary>Takes an end back, to exactly where it stood; a rejection's message that still waits is recalled.</summary>
public sealed class RestorationModel(TalentHubDb db, ApplicationFactsLoader loader, TimeProvider clock) : ApplicationPage(db, loader, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Verdict Verdict { get; private set; }

    public ApplicationState? Earlier { get; private set; }

    /// <summary>The candidate has been told already; a restored application needs a word to them.</summary>
    public bool IsTold { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        var application = await Db.Applications.AsNoTracking().SingleOrNotFoundAsync(a => a.Id == Id, ct);
        Verdict = application.Can(ApplicationTrigger.Restore, await Facts.LoadAsync(application, ct), Me);
        Earlier = application.EndedFrom;
        var machine = ApplicationFlow.Table.Name;
        IsTold = application.State == ApplicationState.Rejected && await Db.Outbox.AsNoTracking().AnyAsync(
            m => m.Machine == machine && m.SubjectId == Id && m.State == MailState.Sent && m.CreatedAt >= application.StateSince, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await IsValidAsync(Input, ct) ? await RestoreAsync(Input.Reason, ct) : await InvalidAsync(ct);

    /// <summary>From the notice right after the rejection: nothing is asked.</summary>
    public Task<IActionResult> OnPostUndoAsync(CancellationToken ct) => RestoreAsync("Undone at once.", ct);

    private Task<IActionResult> RestoreAsync(string? reason, CancellationToken ct) => MoveAsync(
        async application =>
        {
            var machine = ApplicationFlow.Table.Name;
            var last = await Db.Transitions.Where(t => t.Machine == machine && t.SubjectId == Id).OrderByDescending(t => t.Id).FirstAsync(ct);
            application.Restore(await Facts.LoadAsync(application, ct), Me, Now, reason, last);
            return application.Id;
        },
        "Restored to where it stood.", ct);

    public sealed class InputModel
    {
        public string? Reason { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t) => RuleFor(i => i.Reason).NotEmpty().WithMessage(_ => t["Please say why."]).MaximumLength(Transition.ReasonLength);
    }
}
