using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.People;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Privacy;

/// <summary>A person and the records that were merged with theirs: for export and erasure they are one.</summary>
public sealed class PersonRecords(TalentHubDb db) : IService
{
    /// <summary>The record and all that are merged with it; empty when there is none. Tracked.</summary>
    public async Task<IReadOnlyList<Person>> OfAsync(long personId, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var head = await db.People.Where(p => p.Id == personId).Select(p => (long?)(p.MergedIntoId ?? p.Id)).SingleOrDefaultAsync(ct);
        return head is null ? [] : await db.People.Where(p => p.Id == personId || p.Id == head || p.MergedIntoId == head || p.MergedIntoId == personId).OrderBy(p => p.Id).ToListAsync(ct);
    }

    /// <summary>Why these may not be erased by somebody now; empty when they may.</summary>
    public async Task<IReadOnlyList<Finding>> AgainstErasureAsync(IReadOnlyList<Person> records, Actor by, CancellationToken ct) =>
        ErasureCheck.Findings(await FactsAsync(records, ct), by);

    private async Task<ErasureFacts> FactsAsync(IReadOnlyList<Person> records, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var ids = records.Select(p => p.Id).ToList();
        var works = await db.Employments.AnyAsync(e => ids.Contains(e.PersonId) && (e.State == EmploymentState.PreHire || EmploymentFlow.Employed.Contains(e.State)), ct);
        var running = await db.Applications.Where(a => ids.Contains(a.PersonId) && a.EndedAt == null).OrderBy(a => a.Id).Select(a => a.Id).Take(5).ToListAsync(ct);

        // An accepted offer stays accepted for good; what came of it is told by the employment.
        var offers = await db.Offers.Where(o => ids.Contains(o.PersonId) && o.State != OfferState.Accepted && OfferFlow.Live.Contains(o.State)).OrderBy(o => o.Id).Select(o => o.Id).Take(5).ToListAsync(ct);
        var held = await db.LegalHolds.Where(h => ids.Contains(h.PersonId) && h.LiftedAt == null).OrderBy(h => h.PlacedAt).Select(h => (DateTime?)h.PlacedAt).FirstOrDefaultAsync(ct);
        var erased = records.Select(p => p.ErasedAt).FirstOrDefault(at => at is not null);
        return new ErasureFacts(
            ids, erased is { } at ? DateOnly.FromDateTime(at) : null, works, [.. running.Select(JobApplication.NumberOf)], [.. offers.Select(Offer.NumberOf)],
            held is { } since ? DateOnly.FromDateTime(since) : null);
    }
}
