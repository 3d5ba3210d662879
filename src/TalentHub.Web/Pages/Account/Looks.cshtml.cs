using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Auditing;
using TalentHub.Web.Infrastructure;
using TalentHub.Domain.Common;
using TalentHub.Web.Components;

namespace TalentHub.Web.Pages.Account;

/// <summary>Who looked at one's own record: by name and the role held then, what kind of thing, when. One's own looks are left out.</summary>
public sealed class LooksModel(TalentHubDb db, CurrentActor actor, Text text) : PageModel
{
    public const int PageSize = 50;

    private static readonly AuditAction[] Acts = [.. AuditGroup.Reads.Actions(), AuditAction.Exported];

    /// <summary>The last look of the page before.</summary>
    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    public IReadOnlyList<AuditEntry> Rows { get; private set; } = [];

    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public Pager Pager { get; private set; } = new(null, null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = actor.Value.PersonId;
        var before = Before ?? long.MaxValue;
        var found = await db.AuditEntries.AsNoTracking().Where(e => e.SubjectPersonId == me && e.Id < before && e.PersonId != me && Acts.Contains(e.Action))
            .OrderByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(ct);
        Rows = found.Count > PageSize ? found[..PageSize] : found;
        Names = await db.NamesAsync(Rows.Select(r => r.PersonId).OfType<long>(), text.Language, ct);
        Pager = new Pager(Before is null ? null : "/account/looks", found.Count > PageSize ? $"/account/looks?before={Rows[^1].Id}" : null);
    }
}
