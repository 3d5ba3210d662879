using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;
using PageExpression = System.Linq.Expressions.Expression<System.Func<
    TalentHub.Data.TalentHubDb, long, long[], long[], TalentHub.Domain.Screening.ApplicationState, long, TalentHub.Domain.Recruiting.Source, System.DateTime, long, int,
    System.Linq.IQueryable<TalentHub.Web.Pages.Screening.Candidates.CandidateRow>>>;

namespace TalentHub.Web.Pages.Screening.Candidates;

/// <summary>What a list of applications asks for: its shape decides the words of the statement, the rest is filled in.</summary>
/// <param name="Jobs">The viewer's own jobs, where they see no others.</param>
/// <param name="People">Those whom a search found, where there was one.</param>
/// <param name="At">With <paramref name="Id"/> the last row of the page before.</param>
/// <param name="Most">At most so many rows.</param>
internal sealed record CandidateQuery(
    CandidateQuery.Shape Form, long[] Jobs, long[] People, ApplicationState State, long Job, Source Source, DateTime At, long Id, int Most)
{
    private static readonly CompiledQuery<Shape, Func<TalentHubDb, long, long[], long[], ApplicationState, long, Source, DateTime, long, int, IAsyncEnumerable<CandidateRow>>> Rows =
        new(shape => EF.CompileAsyncQuery(shape.IsFound ? Numbered(shape) : Walked(shape)));

    /// <summary>The rows in the order of the list.</summary>
    public async Task<List<CandidateRow>> ToListAsync(TalentHubDb db, CancellationToken ct)
    {
        var rows = await Rows.For(db, Form)(db, db.Viewer.PersonId, Jobs, People, State, Job, Source, At, Id, Most).ToListAsync(ct);
        if (Form.IsFound)
        {
            rows.Sort(Form.IsWaiting
                ? (a, b) => a.StateSince.CompareTo(b.StateSince) is not 0 and var by ? by : a.Id.CompareTo(b.Id)
                : (a, b) => b.AppliedAt.CompareTo(a.AppliedAt) is not 0 and var by ? by : b.Id.CompareTo(a.Id));
        }

        return rows;
    }

    /// <summary>The order is that of an index: one flat statement walks it and stops. Cutting the page in a subquery first would copy and sort it again (measured: three times as dear).</summary>
    private static PageExpression Walked(Shape shape) => Of(
        shape,
        (db, found, me, jobs, most) => (
            from a in found
            join j in db.JobScopes on a.RequisitionId equals j.Id
            where shape.Sight == CandidateSight.All
                || (shape.Sight == CandidateSight.Own ? jobs.Contains(a.RequisitionId) : !j.IsConfidential || j.HiringManagerId == me || j.RecruiterId == me)
            join p in db.People on a.PersonId equals p.Id
            select new CandidateRow(
                a.Id, p.Id, new PersonName(p.Name.Given, p.Name.Family, p.Name.Latin), p.SortName, p.CurrentTitle, p.CurrentEmployer, j.Id, new Bilingual(j.TitleEn, j.TitleZh),
                a.State, a.StateSince, a.AppliedAt, a.Source, a.Hold != null)).Take(most));

    /// <summary>
    /// What a name finds stands in no index's order and must be sorted: numbers alone, read from an index that holds all that the sort needs, and the few jobs out of sight put together
    /// once instead of asking each application's; only the page is dressed (measured: four times as dear the other way).
    /// </summary>
    private static PageExpression Numbered(Shape shape) => Of(
        shape,
        (db, found, me, jobs, most) =>
            from a in db.Applications.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking()
            where found
                .Where(f => shape.Sight == CandidateSight.All
                    || (shape.Sight == CandidateSight.Own
                        ? jobs.Contains(f.RequisitionId)
                        : !db.JobScopes.Where(j => j.IsConfidential && j.HiringManagerId != me && (j.RecruiterId == null || j.RecruiterId != me)).Select(j => j.Id).Contains(f.RequisitionId)))
                .Select(f => f.Id).Take(most).Contains(a.Id)
            join j in db.JobScopes on a.RequisitionId equals j.Id
            join p in db.People on a.PersonId equals p.Id
            select new CandidateRow(
                a.Id, p.Id, new PersonName(p.Name.Given, p.Name.Family, p.Name.Latin), p.SortName, p.CurrentTitle, p.CurrentEmployer, j.Id, new Bilingual(j.TitleEn, j.TitleZh),
                a.State, a.StateSince, a.AppliedAt, a.Source, a.Hold != null));

    private static PageExpression Of(
        Shape shape, Expression<Func<TalentHubDb, IQueryable<JobApplication>, long, long[], int, IQueryable<CandidateRow>>> drawn)
    {
        var found = InOrder(shape);
        ParameterExpression[] given = [.. found.Parameters, drawn.Parameters[4]];
        var body = new ReplacingExpressionVisitor([.. drawn.Parameters], [given[0], found.Body, given[1], given[2], given[^1]]).Visit(drawn.Body);
        return (PageExpression)Expression.Lambda(body, given);
    }

    /// <summary>What the shape does not ask for falls away when the statement is made: it is a constant there.</summary>
    private static Expression<Func<TalentHubDb, long, long[], long[], ApplicationState, long, Source, DateTime, long, IQueryable<JobApplication>>> InOrder(Shape shape) =>
        (db, me, jobs, people, state, job, source, at, id) =>
            (shape.IsWaiting
                ? db.Applications.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking().Where(a => !shape.GoesOn || (a.StateSince >= at && (a.StateSince > at || a.Id > id)))
                    .OrderBy(a => a.StateSince).ThenBy(a => a.Id)
                : db.Applications.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking().Where(a => !shape.GoesOn || (a.AppliedAt <= at && (a.AppliedAt < at || a.Id < id)))
                    .OrderByDescending(a => a.AppliedAt).ThenByDescending(a => a.Id))
            .Where(a => (!shape.IsFound || people.Contains(a.PersonId))
                && (!shape.HasState || a.State == state)
                && (!shape.IsRunning || a.EndedAt == null)
                && (!shape.HasJob || a.RequisitionId == job)
                && (!shape.HasSource || a.Source == source));

    /// <param name="IsWaiting">The longest in its state first; else the newest first.</param>
    /// <param name="IsFound">Of the people of a search only.</param>
    /// <param name="GoesOn">After the page before.</param>
    internal readonly record struct Shape(CandidateSight Sight, bool IsWaiting, bool IsFound, bool HasState, bool IsRunning, bool HasJob, bool HasSource, bool GoesOn);
}
