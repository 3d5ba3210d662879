using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
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

    private static readonly CompiledQuery<Func<TalentHubDb, long, IAsyncEnumerable<Standing>>> CountsOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long job) =>
        db.Applications.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking().Where(a => a.RequisitionId == job).GroupBy(a => a.State).Select(g => new Standing(g.Key, g.Count()))));

    private static readonly CompiledQuery<Func<TalentHubDb, long, IAsyncEnumerable<long>>> ColumnsOf = new(() => EF.CompileAsyncQuery(AllColumns()));

    private static readonly CompiledQuery<Func<TalentHubDb, long[], IAsyncEnumerable<CardRow>>> RowsOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, long[] ids) =>
        from a in db.Applications.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking()
        where ids.Contains(a.Id)
        join p in db.People on a.PersonId equals p.Id
        select new CardRow(a, new PersonName(p.Name.Given, p.Name.Family, p.Name.Latin), p.CurrentTitle, p.CurrentEmployer)));

    public async Task<IReadOnlyList<BoardColumn>> LoadAsync(long jobId, Actor me, DateTime now, CancellationToken ct)
    {
        var counts = await CountsOf.For(db)(db, jobId).ToDictionaryAsync(s => s.State, s => s.Count, cancellationToken: ct);

        // The numbers first, then the cards: asked for in one, the database would look at the columns again for every application there is.
        var cards = await CardsAsync(await ColumnsOf.For(db)(db, jobId).ToArrayAsync(ct), me, now, ct);
        return [.. ApplicationFlow.Board.Select(state => Draw(jobId, state, counts.GetValueOrDefault(state), cards, me))];
    }

    /// <summary>The rest of one column, page by page.</summary>
    /// <param name="after">The cursor: ticks and number of the last card.</param>
    public async Task<BoardColumn> ColumnAsync(long jobId, ApplicationState state, string? after, Actor me, DateTime now, CancellationToken ct)
    {
        var cards = await CardsAsync(await Column(jobId, state, after).Select(a => a.Id).ToArrayAsync(ct), me, now, ct);
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
        var column = db.Applications.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking().Where(a => a.RequisitionId == jobId && a.State == state);
        var dot = after?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot > 0 && long.TryParse(after.AsSpan(0, dot), out var ticks) && ticks is > 0 and < 3_155_378_975_999_999_999 && long.TryParse(after.AsSpan(dot + 1), out var id))
        {
            var at = new DateTime(ticks, DateTimeKind.Utc);
            column = column.Where(a => a.StateSince >= at && (a.StateSince > at || a.Id > id));
        }

        return column.OrderBy(a => a.StateSince).ThenBy(a => a.Id).Take(CardsAColumn + 1);
    }

    /// <summary>The first cards of every column, one after another; the same words for any job, whichever of its columns are empty.</summary>
    private static Expression<Func<TalentHubDb, long, IQueryable<long>>> AllColumns()
    {
        var columns = ApplicationFlow.Board.Select(state => (Expression<Func<TalentHubDb, long, IQueryable<long>>>)((TalentHubDb db, long job) =>
            db.Applications.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking().Where(a => a.RequisitionId == job && a.State == state)
                .OrderBy(a => a.StateSince).ThenBy(a => a.Id).Take(CardsAColumn + 1).Select(a => a.Id)));
        return columns.Aggregate((all, next) => Expression.Lambda<Func<TalentHubDb, long, IQueryable<long>>>(
            Expression.Call(typeof(Queryable), nameof(Queryable.Concat), [typeof(long)], all.Body, new ReplacingExpressionVisitor(next.Parameters, all.Parameters).Visit(next.Body)), all.Parameters));
    }

    private async Task<List<(JobApplication Application, BoardCard Card)>> CardsAsync(long[] ids, Actor me, DateTime now, CancellationToken ct)
    {
        if (ids.Length == 0)
        {
            return [];
        }

        var rows = await RowsOf.For(db)(db, ids).ToListAsync(ct);
        var known = await facts.LoadAsync([.. rows.Select(r => r.Application)], ct);
        return rows.ConvertAll(r =>
        {
            var a = r.Application;
            var due = a.State != ApplicationState.Assessing ? ApplicationFlow.Table.DueAt(a.State, a.StateSince)
                : a.AssessmentDueOn is { } day ? Clock.EndOf(day, known[a.Id].Zone)
                : null;
            return (a, new BoardCard(
                a.Id, r.Name, r.Title, r.Employer, a.Source, now - a.StateSince, due,
                due is null || a.Hold is not null ? null : due < now ? "over" : due < now.AddDays(1) ? "soon" : null, a.Hold is not null, MovesOf(a, known[a.Id], me)));
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

    private sealed record Standing(ApplicationState State, int Count);

    private sealed record CardRow(JobApplication Application, PersonName Name, string? Title, string? Employer);
}
