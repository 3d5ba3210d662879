using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Offers;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Services.Documents;

namespace TalentHub.Services.Operations;

/// <summary>What must always be true between the records, whatever happened. Read-only.</summary>
public sealed class Invariants(TalentHubDb db, FileStore store) : IService
{
    /// <summary>Of one kind no more are listed: what breaks thousands breaks for one cause.</summary>
    private const int Most = 20;

    /// <summary>A sentence for each record that does not agree with the others.</summary>
    public async IAsyncEnumerable<string> BreachesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        foreach (var table in FlowRebuild.Tables(db))
        {
            foreach (var breach in await StatesAsync(table, ct))
            {
                yield return breach;
            }
        }

        foreach (var check in new[] { CountsAsync, OrderAsync, SeatsAsync, OffersAsync, FilesAsync })
        {
            foreach (var breach in (await check(ct)).Take(Most))
            {
                yield return breach;
            }
        }
    }

    /// <summary>Every state is where the last move led, and every move begins where the one before it ended.</summary>
    private async Task<List<string>> StatesAsync(MachineTable table, CancellationToken ct)
    {
        // Names come from the model; both databases take them in double quotes.
#pragma warning disable EF1002
        var wrong = await db.Database.SqlQueryRaw<StateRow>(
            $"""
            SELECT s."Id" AS "Id", s."State" AS "State", t."To" AS "Led"
            FROM "{table.Table}" s
            LEFT JOIN "Transitions" t ON t."Id" = (SELECT MAX(l."Id") FROM "Transitions" l WHERE l."Machine" = '{table.Machine}' AND l."SubjectId" = s."Id")
            WHERE t."Id" IS NULL OR t."To" <> s."State"
            """).OrderBy(r => r.Id).Take(Most).ToListAsync(ct);
        var broken = await db.Database.SqlQueryRaw<ChainRow>(
            $"""
            SELECT c."SubjectId" AS "Id", c."From" AS "State", c."Led" AS "Led" FROM (
                SELECT t."SubjectId", t."From", t."At",
                    LAG(t."To") OVER (PARTITION BY t."SubjectId" ORDER BY t."Id") AS "Led",
                    LAG(t."At") OVER (PARTITION BY t."SubjectId" ORDER BY t."Id") AS "Before"
                FROM "Transitions" t WHERE t."Machine" = '{table.Machine}') c
            WHERE COALESCE(c."From", '') <> COALESCE(c."Led", '') OR c."At" < c."Before"
            """).OrderBy(r => r.Id).Take(Most).ToListAsync(ct);
#pragma warning restore EF1002
        return
        [
            .. wrong.Select(w => $"{table.Machine} {w.Id} stands at {w.State}, but its last move led to {w.Led ?? "nowhere"}."),
            .. broken.Select(b => $"{table.Machine} {b.Id} has a move from {b.State ?? "the beginning"} after one that led to {b.Led ?? "nowhere"}, or one before the one before it."),
        ];
    }

    /// <summary>The counters of Flow are what one would count.</summary>
    private async Task<List<string>> CountsAsync(CancellationToken ct)
    {
        var breaches = new List<string>();
        var kept = (await db.StateCounts.AsNoTracking().Where(c => c.Count != 0).GroupBy(c => new { c.Machine, c.State })
            .Select(g => new { g.Key.Machine, g.Key.State, Count = g.Sum(c => c.Count) }).ToListAsync(ct)).ToDictionary(c => (c.Machine, c.State), c => c.Count);
        foreach (var table in FlowRebuild.Tables(db))
        {
#pragma warning disable EF1002
            var counted = await db.Database.SqlQueryRaw<CountRow>($"""SELECT s."State" AS "State", COUNT(*) AS "Count" FROM "{table.Table}" s GROUP BY s."State" """).ToListAsync(ct);
#pragma warning restore EF1002
            var all = counted.Select(c => c.State).Union(kept.Keys.Where(k => k.Machine == table.Machine).Select(k => k.State));
            breaches.AddRange(
                from state in all
                let real = counted.Find(c => c.State == state)?.Count ?? 0
                let says = kept.GetValueOrDefault((table.Machine, state))
                where real != says
                select $"Flow counts {says} of {table.Machine} at {state}; there are {real}.");
        }

        return breaches;
    }

    /// <summary>Nothing happens before what it rests on.</summary>
    private async Task<List<string>> OrderAsync(CancellationToken ct)
    {
        var interviews = await (
            from interview in db.Interviews
            join application in db.Applications on interview.ApplicationId equals application.Id
            where interview.StartsAt < application.AppliedAt || interview.RequisitionId != application.RequisitionId || interview.PersonId != application.PersonId
            select interview.Id).OrderBy(id => id).Take(Most).ToListAsync(ct);
        var offers = await db.Offers.Where(o => !db.HiringDecisions.Any(d => d.ApplicationId == o.ApplicationId && d.State == DecisionState.Hire))
            .Select(o => o.Id).OrderBy(id => id).Take(Most).ToListAsync(ct);
        var hires = await db.Applications.Where(a => a.State == ApplicationState.Hired
                && !db.OnboardingPlans.Any(p => p.ApplicationId == a.Id && db.Employments.Any(e => e.Id == p.EmploymentId && e.PersonId == a.PersonId && e.State != EmploymentState.PreHire)))
            .Select(a => a.Id).OrderBy(id => id).Take(Most).ToListAsync(ct);
        return
        [
            .. interviews.Select(id => $"Interview {Interview.NumberOf(id)} was before its application, or belongs to another."),
            .. offers.Select(id => $"Offer {Offer.NumberOf(id)} rests on no decision to hire."),
            .. hires.Select(id => $"Application {JobApplication.NumberOf(id)} is hired without an employment."),
        ];
    }

    private async Task<List<string>> SeatsAsync(CancellationToken ct)
    {
        var filled = await db.Openings.Where(o => o.State == OpeningState.Filled
                && !db.Employments.Any(e => e.Id == o.EmploymentId && EmploymentFlow.Employed.Contains(e.State)))
            .Select(o => o.Id).OrderBy(id => id).Take(Most).ToListAsync(ct);
        var reserved = await db.Openings.Where(o => o.State == OpeningState.Reserved && !db.Offers.Any(f => f.Id == o.OfferId && f.OpeningId == o.Id && OfferFlow.Live.Contains(f.State)))
            .Select(o => o.Id).OrderBy(id => id).Take(Most).ToListAsync(ct);
        var requests = await db.Requisitions.Where(r => r.State == RequisitionState.Filled
                && db.Openings.Any(o => o.RequisitionId == r.Id && OpeningFlow.Unfilled.Contains(o.State)))
            .Select(r => r.Id).OrderBy(id => id).Take(Most).ToListAsync(ct);
        return
        [
            .. filled.Select(id => $"Seat {Opening.NumberOf(id)} is filled, but nobody works on it."),
            .. reserved.Select(id => $"Seat {Opening.NumberOf(id)} is reserved for no offer."),
            .. requests.Select(id => $"Request {Requisition.NumberOf(id)} is filled, but one of its seats is not."),
        ];
    }

    /// <summary>One live offer a person; one who has arrived on it does not count.</summary>
    private async Task<List<string>> OffersAsync(CancellationToken ct)
    {
        var people = await db.Offers
            .Where(o => OfferFlow.Live.Contains(o.State) && !(o.State == OfferState.Accepted && db.OnboardingPlans.Any(p => p.OfferId == o.Id && p.ArrivedAt != null)))
            .GroupBy(o => o.PersonId).Where(g => g.Count() > 1).Select(g => g.Key).OrderBy(id => id).Take(Most).ToListAsync(ct);
        return [.. people.Select(id => $"Person {id} has two offers that are still open.")];
    }

    private async Task<List<string>> FilesAsync(CancellationToken ct)
    {
        var missing = new List<string>();
        await foreach (var file in db.Files.AsNoTracking().OrderBy(f => f.Id).Select(f => new { f.Id, f.StorageName }).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!store.Exists(file.StorageName))
            {
                missing.Add($"File {file.Id} is not in the store.");
            }
        }

        return missing;
    }

    private sealed record StateRow(long Id, string State, string? Led);

    private sealed record ChainRow(long Id, string? State, string? Led);

    private sealed record CountRow(string State, int Count);
}
