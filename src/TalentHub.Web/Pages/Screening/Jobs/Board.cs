using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Screening;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Pages.Screening.Applications;

namespace TalentHub.Web.Pages.Screening.Jobs;

/// <summary>One column: a state, how many stand in it, the first cards.</summary>
/// <param name="Next">Where the column goes on; null when all of it is shown.</param>
public sealed record BoardColumn(long JobId, ApplicationState State, int Count, IReadOnlyList<BoardCard> Cards, string? Next, bool MayMove);

/// <summary>One candidate on the board, with what may be done from there.</summary>
/// <param name="Late">"soon" or "over" against the time limit of the state.</param>
public sealed record BoardCard(
    long Id, PersonName Name, string? Title, string? Employer, Domain.Recruiting.Source Source, TimeSpan InState, DateTime? DueAt, string? Late, bool OnHold, IReadOnlyList<CardMove> Moves);

/// <summary>A move of a card: pressed at once, opened as a form, or refused with the reason.</summary>
public sealed record CardMove(ApplicationTrigger Trigger, ApplicationState To, string? Href, string? Why);

/// <summary>
/// Loads a job's board: the longest waiting of every column, in a number of commands that does not grow with it. Whoever calls has made sure that the viewer sees the
/// job's candidates (<see cref="JobHeads"/>); here no filter asks again for every card.
/// </summary>
public sealed class BoardLoader(TalentHubDb db, ApplicationFactsLoader facts, Text text)
{
    public const int CardsAColumn = 10;

    private IQueryable<JobApplication> All => db.Applications.IgnoreQueryFilters().AsNoTracking();

    public async Task<IReadOnlyList<BoardColumn>> LoadAsync(long jobId, Actor me, DateTime now, CancellationToken ct)
    {
        var counts = await All.Where(a => a.RequisitionId == jobId).GroupBy(a => a.State)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var columns = ApplicationFlow.Board.Where(counts.ContainsKey).Select(state => Column(jobId, state, null).Select(a => a.Id)).ToList();

        // The numbers first, then the cards: asked for in one, the database would look at the columns again for every application there is.
        var ids = columns.Count == 0 ? [] : await columns.Aggregate((all, next) => all.Concat(next)).ToListAsync(ct);
        var cards = await CardsAsync(ids, me, now, ct);
        return [.. ApplicationFlow.Board.Select(state => Draw(jobId, state, counts.GetValueOrDefault(state), cards, me))];
    }

    /// <summary>The rest of one column, page by page.</summary>
    /// <param name="after">The cursor: ticks and number of the last card.</param>
    public async Task<BoardColumn> ColumnAsync(long jobId, ApplicationState state, string? after, Actor me, DateTime now, CancellationToken ct)
    {
        var cards = await CardsAsync(await Column(jobId, state, after).Select(a => a.Id).ToListAsync(ct), me, now, ct);
        return Draw(jobId, state, 0, cards, me);
    }

    private static BoardColumn Draw(
        long jobId, ApplicationState state, int count, IReadOnlyList<(JobApplication Application, BoardCard Card)> all, Actor me)
    {
        // One more than is shown was asked for, to know whether the column goes on.
        var own = all.Where(c => c.Application.State == state).OrderBy(c => c.Application.StateSince).ThenBy(c => c.Application.Id).ToList();
        var shown = own.Take(CardsAColumn).ToList();
        var next = own.Count > shown.Count
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{shown[^1].Application.StateSince.Ticks}.{shown[^1].Application.Id}")
            : null;
        return new BoardColumn(jobId, state, count, [.. shown.Select(c => c.Card)], next, me.May(Capability.ScreenApplications));
    }

    private IQueryable<JobApplication> Column(long jobId, ApplicationState state, string? after)
    {
        var column = All.Where(a => a.RequisitionId == jobId && a.State == state);
        var dot = after?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot > 0 && long.TryParse(after.AsSpan(0, dot), out var ticks) && ticks is > 0 and < 3_155_378_975_999_999_999 && long.TryParse(after.AsSpan(dot + 1), out var id))
        {
            var at = new DateTime(ticks, DateTimeKind.Utc);
            column = column.Where(a => a.StateSince >= at && (a.StateSince > at || a.Id > id));
        }

        return column.OrderBy(a => a.StateSince).ThenBy(a => a.Id).Take(CardsAColumn + 1);
    }

    private async Task<List<(JobApplication Application, BoardCard Card)>> CardsAsync(List<long> ids, Actor me, DateTime now, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await (
            from a in All
            where ids.Contains(a.Id)
            join p in db.People on a.PersonId equals p.Id
            select new { a, Name = new PersonName(p.Name.Given, p.Name.Family), p.CurrentTitle, p.CurrentEmployer }).ToListAsync(ct);
        var known = await facts.LoadAsync([.. rows.Select(r => r.a)], ct);
        return rows.ConvertAll(r =>
        {
            var due = r.a.State == ApplicationState.Assessing ? r.a.AssessmentDueOn?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : ApplicationFlow.Table.DueAt(r.a.State, r.a.StateSince);
            return (r.a, new BoardCard(
                r.a.Id, r.Name, r.CurrentTitle, r.CurrentEmployer, r.a.Source, now - r.a.StateSince, due,
                due is null || r.a.Hold is not null ? null : due < now ? "over" : due < now.AddDays(1) ? "soon" : null, r.a.Hold is not null, MovesOf(r.a, known[r.a.Id], me)));
        });
    }

    private List<CardMove> MovesOf(JobApplication application, ApplicationFacts known, Actor me)
    {
        var moves = new List<CardMove>();
        foreach (var (trigger, to) in ApplicationMoves.OfCard)
        {
            var verdict = application.Can(trigger, known, me);
            if (verdict.Answer == Answer.Blocked)
            {
                moves.Add(new CardMove(trigger, to, null, string.Join(' ', verdict.Findings.Where(f => f.Severity == Severity.Block).Select(f => text.Of(f.Says)))));
            }
            else if (verdict.IsPossible)
            {
                // What asks for a reason is done on the review, where it can be written.
                var href = ApplicationMoves.HrefOf(application.Id, trigger) ?? (verdict.Answer == Answer.AskReason ? Links.Application(application.Id) : null);
                moves.Add(new CardMove(trigger, to, href, null));
            }
        }

        return moves;
    }
}
