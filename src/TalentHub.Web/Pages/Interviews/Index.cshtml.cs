using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Interviews;

/// <summary>Which interviews the list shows.</summary>
public enum InterviewTab
{
    Upcoming,
    WithoutTime,
    AwaitingFeedback,
    Past,
}

/// <summary>Interviews: mine or all that I may see, by what they need next.</summary>
public sealed class IndexModel(TalentHubDb db, CurrentActor actor, Text text) : PageModel
{
    private const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public InterviewTab Tab { get; set; }

    /// <summary>"mine" or "all"; null: mine for those who hold interviews only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Job { get; set; }

    /// <summary>Where the page before ended: "ticks.id".</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public bool SeesAll => actor.Value.May(Capability.SeeAllInterviews) || actor.Value.May(Capability.OpenDebriefs);

    public bool IsMine => Who == "mine" || (Who is null && !SeesAll);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public IReadOnlyDictionary<long, Bilingual> Titles { get; private set; } = new Dictionary<long, Bilingual>();

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = actor.Value.PersonId;
        var query = db.Interviews.AsNoTracking();
        query = IsMine ? query.Where(i => i.Panel.Any(m => m.PersonId == me)) : query;
        query = Job is { } job ? query.Where(i => i.RequisitionId == job) : query;
        var rows = await Ordered(query)
            .Select(i => new Row(
                i.Id, i.PersonId, i.RequisitionId, new Bilingual(i.RoundName.En, i.RoundName.Zh), i.State, i.StartsAt, i.EndsAt, i.StateSince, i.Panel.OrderBy(m => m.Id).Select(m => m.PersonId).ToList()))
            .Take(Size + 1)
            .ToListAsync(ct);
        Rows = rows.Count > Size ? rows[..Size] : rows;
        Next = rows.Count > Size ? KeyOf(Rows[^1]) : null;
        Names = await db.NamesAsync(Rows.SelectMany(r => r.Panel.Append(r.PersonId)), text.Language, ct);
        Titles = await db.JobTitlesAsync(Rows.Select(r => r.RequisitionId), ct);
    }

    public string Href(InterviewTab tab) => $"/interviews?tab={tab}" + (Who is null ? null : $"&who={Uri.EscapeDataString(Who)}") + (Job is null ? null : $"&job={Job}");

    public string People(Row row) => text.List(row.Panel.Select(p => Names.GetValueOrDefault(p, "?")));

    private IQueryable<Interview> Ordered(IQueryable<Interview> all)
    {
        var (at, id) = Cursor();
        return Tab switch
        {
            InterviewTab.Upcoming => all.Where(i => InterviewFlow.Ahead.Contains(i.State) && (i.StartsAt > at || (i.StartsAt == at && i.Id > id)))
                .OrderBy(i => i.StartsAt).ThenBy(i => i.Id),
            InterviewTab.WithoutTime => all.Where(i => InterviewFlow.WithoutTime.Contains(i.State) && (i.StateSince > at || (i.StateSince == at && i.Id > id)))
                .OrderBy(i => i.StateSince).ThenBy(i => i.Id),
            InterviewTab.AwaitingFeedback => all.Where(i => i.State == InterviewState.AwaitingFeedback && (i.StateSince > at || (i.StateSince == at && i.Id > id)))
                .OrderBy(i => i.StateSince).ThenBy(i => i.Id),
            InterviewTab.Past => all.Where(i => (i.State == InterviewState.FeedbackComplete || i.State == InterviewState.NoShow || i.State == InterviewState.Cancelled)
                    && (After == null || i.StateSince < at || (i.StateSince == at && i.Id < id)))
                .OrderByDescending(i => i.StateSince).ThenByDescending(i => i.Id),
        };
    }

    private string KeyOf(Row row) => string.Create(CultureInfo.InvariantCulture, $"{(Tab == InterviewTab.Upcoming ? row.StartsAt!.Value : row.StateSince).Ticks}.{row.Id}");

    /// <summary>The place to go on from; the beginning of time where the address says nothing readable.</summary>
    private (DateTime At, long Id) Cursor()
    {
        var parts = After?.Split('.') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (new DateTime(ticks, DateTimeKind.Utc), id)
            : (DateTime.MinValue, 0);
    }

    public sealed record Row(
        long Id, long PersonId, long RequisitionId, Bilingual Round, InterviewState State, DateTime? StartsAt, DateTime? EndsAt, DateTime StateSince, List<long> Panel);
}
