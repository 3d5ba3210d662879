using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Timeline;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Web.Pages.Setup;

namespace TalentHub.Web.Pages.Today;

/// <summary>What waits for me: overdue first, then by date and weight. It reads one table.</summary>
public sealed class IndexModel(TalentHubDb db, CurrentActor actor, FirstSteps firstSteps, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    public DateTime Now { get; } = clock.UtcNow();

    public IReadOnlyList<IGrouping<WorkKind, Row>> Groups { get; private set; } = [];

    /// <summary>An administrator whose Today is empty, in a company that cannot hire yet.</summary>
    public bool HasFirstSteps { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await db.WorkItems.AsNoTracking().WaitingFor(actor.Value, Now)
            .OrderBy(w => w.DueAt == null).ThenBy(w => w.DueAt).ThenByDescending(w => w.Weight).ThenBy(w => w.Since).ThenBy(w => w.Id)
            .Select(w => new Row(w.Kind, w.Template, w.Values, w.Link, w.Since, w.DueAt))
            .Take(Most)
            .ToListAsync(ct);
        if (rows.Count == 0 && actor.Value.May(Capability.ManageCompany))
        {
            HasFirstSteps = !(await firstSteps.LoadAsync(ct)).All(s => s.IsDone);
        }

        Groups = [.. rows.GroupBy(r => r.Kind).OrderBy(g => g.Key)];
    }

    public sealed record Row(WorkKind Kind, string Template, List<EntryValue> Values, string Link, DateTime Since, DateTime? DueAt)
    {
        public Sentence Says => new(Template, [.. Values.Select(v => v.Shown())]);

        /// <summary>A talk that goes on is not late.</summary>
        public bool IsLate(DateTime now) => DueAt < now && Kind != WorkKind.Meet;

        public string? DueTone(DateTime now) => IsLate(now) ? "over" : DueAt < now.AddDays(2) ? "soon" : null;
    }
}
