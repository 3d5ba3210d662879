using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;

namespace TalentHub.Services.Demand;

/// <summary>One approver's place in the running or last chain of a request, flat.</summary>
public sealed record ChainVote(long RequisitionId, int Step, Bilingual Label, int Required, long ApproverId, PersonName Approver, DateTime? ApprovedAt, string? Note);

/// <summary>Reads chains without loading them as aggregates: one command for any number of requests.</summary>
public sealed class ChainProgress(TalentHubDb db) : IService
{
    private static readonly CompiledQuery<Func<TalentHubDb, long[], IAsyncEnumerable<Row>>> Rows = new(() => EF.CompileAsyncQuery((TalentHubDb db, long[] ids) =>
        from r in db.Requisitions.IgnoreQueryFilters(TalentHubDb.Sight).AsNoTracking()
        where ids.Contains(r.Id)
        from step in r.Approval!.Steps
        from vote in step.Votes
        join person in db.People on vote.ApproverId equals person.Id
        orderby r.Id, step.Order, vote.Id
        select new Row(
            r.Id, step.Order, step.Label.En, step.Label.Zh, step.Required, vote.ApproverId, new PersonName(person.Name.Given, person.Name.Family, person.Name.Latin), vote.ApprovedAt, vote.Note)));

    /// <summary>In the order of their steps. The caller has made sure that the requests may be seen.</summary>
    public async Task<IReadOnlyList<ChainVote>> VotesAsync(IReadOnlyCollection<long> requisitionIds, CancellationToken ct)
    {
        if (requisitionIds.Count == 0)
        {
            return [];
        }

        var rows = await Rows.For(db)(db, [.. requisitionIds]).ToListAsync(ct);
        return [.. rows.Select(v => new ChainVote(v.Id, v.Order, new Bilingual(v.En, v.Zh), v.Required, v.ApproverId, v.Name, v.ApprovedAt, v.Note))];
    }

    /// <summary>The step that is waited for, of one request; null when all are done.</summary>
    public static int? CurrentOf(IEnumerable<ChainVote> votes) => votes.GroupBy(v => v.Step).Where(s => s.Count(v => v.ApprovedAt is not null) < s.First().Required)
        .Select(s => (int?)s.Key).Min();

    /// <summary>Those who have not said yes in it.</summary>
    public static IReadOnlyList<long> WaitingIn(IEnumerable<ChainVote> votes)
    {
        var all = votes.ToList();
        var current = CurrentOf(all);
        return [.. all.Where(v => v.Step == current && v.ApprovedAt is null).Select(v => v.ApproverId)];
    }

    private sealed record Row(long Id, int Order, string En, string? Zh, int Required, long ApproverId, PersonName Name, DateTime? ApprovedAt, string? Note);
}
