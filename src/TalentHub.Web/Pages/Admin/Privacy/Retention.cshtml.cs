using FluentValidation;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Screening;
using TalentHub.Services;
using TalentHub.Services.Privacy;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Admin.Privacy;

/// <summary>How long what is kept, who is due now, and the brake.</summary>
[RequestTimeout(Limits.Long)]
public sealed class RetentionModel(TalentHubDb db, Retention retention, TimeProvider clock) : FormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<RetentionRule> Rules { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Countries { get; private set; } = [];

    /// <summary>What the clocks would do now.</summary>
    public RetentionRun Now { get; private set; } = null!;

    /// <summary>The last run that the brake held and nobody has released.</summary>
    public RetentionRun? Held { get; private set; }

    public bool MayWrite => Me.May(Capability.ErasePeople);

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<RetentionKind>().Select(k => new SelectListItem(T.Enum(k), k.ToString()));

    public IEnumerable<SelectListItem> Outcomes => RetentionRule.Outcomes.Select(o => new SelectListItem(T.State("application", o), o.ToString()));

    public sealed class InputModel
    {
        public RetentionKind? Kind { get; set; }

        public string? Country { get; set; }

        public ApplicationState? Outcome { get; set; }

        public int? Months { get; set; }
    }

    public sealed class InputRules : AbstractValidator<InputModel>
    {
        public InputRules(Text t)
        {
            RuleFor(i => i.Kind).NotNull().IsInEnum().WithName(_ => t["From when"]);
            RuleFor(i => i.Months).NotNull().InclusiveBetween(1, RetentionRule.MostMonths).WithName(_ => t["Months"]);
        }
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Rules = await db.RetentionRules.AsNoTracking().OrderBy(r => r.Kind).ThenBy(r => r.Country).ThenBy(r => r.Id).ToListAsync(ct);
        Countries = [.. (await db.Locations.AsNoTracking().Select(l => l.Country).Distinct().OrderBy(c => c).ToListAsync(ct)).Select(c => new SelectListItem(c, c))];
        Now = await retention.RunAsync(isDry: true, ct);
        Held = await db.RetentionRuns.AsNoTracking().Where(r => r.IsStopped && r.ReleasedAt == null && r.At > clock.UtcNow().AddDays(-2)).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!await IsValidAsync(Input, ct) || !IsOffered("Input.Country", Input.Country, Countries) || !IsOffered("Input.Outcome", Input.Outcome?.ToString(), Outcomes))
        {
            return await InvalidAsync(ct);
        }

        var country = string.IsNullOrEmpty(Input.Country) ? null : Input.Country;
        await db.InTransactionAsync(
            async () =>
            {
                // Saved first: a form that is sent twice is told so by its receipt, not by its own rule.
                db.RetentionRules.Add(new RetentionRule(Me, clock.UtcNow(), Input.Kind!.Value, country, Input.Outcome, Input.Months!.Value));
                await db.SaveChangesAsync(ct);
                var same = await db.RetentionRules.CountAsync(r => r.Kind == Input.Kind && r.Country == country && r.Outcome == Input.Outcome, ct);
                Require.That(same == 1, "There is a rule for this already; remove it first.", "Kind");
            },
            ct);
        return Done("The rule counts from now on.", "/admin/privacy/retention");
    }

    public async Task<IActionResult> OnPostRemoveAsync(long rule, CancellationToken ct)
    {
        db.RetentionRules.Remove(await db.RetentionRules.SingleOrNotFoundAsync(r => r.Id == rule, ct));
        await db.SaveChangesAsync(ct);
        return Done("The rule is removed.", "/admin/privacy/retention");
    }

    /// <summary>Somebody looked: as many as were due may go within a day.</summary>
    public async Task<IActionResult> OnPostReleaseAsync(long run, CancellationToken ct)
    {
        (await db.RetentionRuns.SingleOrNotFoundAsync(r => r.Id == run, ct)).Release(Me, clock.UtcNow());
        await db.SaveChangesAsync(ct);
        return Done("The brake is released for a day.", "/admin/privacy/retention");
    }
}
