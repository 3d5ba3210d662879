using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Data;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Screening;
using TalentHub.Services;
using TalentHub.Services.Screening;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Screening.Applications;

/// <summary>Records that a take-home is out, until when, and later what its graders found.</summary>
public sealed class AssessmentModel(TalentHubDb db, ApplicationFactsLoader loader, TimeProvider clock) : ApplicationPage(db, loader, clock), IShowsRecords
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string? Task { get; private set; }

    public string? Found { get; private set; }

    public IEnumerable<AuditNote> Revealed => [new(AuditAction.ReadReview, RecordKind.Application, Id, Head.PersonId)];

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        var row = await Db.Applications.Where(a => a.Id == Id).Select(a => new { a.AssessmentTask, a.AssessmentResult }).FirstOrNotFoundAsync(ct);
        (Task, Found) = (row.AssessmentTask, row.AssessmentResult);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await IsValidAsync(Input, ct)
        ? await MoveAsync((a, f) => a.SendAssessment(f, Me, Now, Input.Task, Input.DueOn), "The assessment is out.", ct)
        : await InvalidAsync(ct);

    public Task<IActionResult> OnPostGradeAsync(string? result, CancellationToken ct) => MoveAsync((a, f) => a.GradeAssessment(f, Me, result), "Graded.", ct);

    public sealed class InputModel
    {
        public string? Task { get; set; }

        public DateOnly? DueOn { get; set; }
    }

    public sealed class Rules : AbstractValidator<InputModel>
    {
        public Rules(Text t, TimeProvider clock)
        {
            RuleFor(i => i.Task).NotEmpty().WithMessage(_ => t["Say what they should do."]).MaximumLength(JobApplication.AssessmentLength);
            RuleFor(i => i.DueOn).NotEmpty().WithMessage(_ => t["Say until when."]);
            RuleFor(i => i.DueOn).Within(t, () => DayRange.Ahead(clock.TodayIn(null)));
        }
    }
}
