using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services;
using TalentHub.Services.Screening;
using TalentHub.Web.Components;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Web.Pages.Screening.Duplicates;

/// <summary>Two records side by side: the same person or not, decided by somebody who looks.</summary>
public sealed class DetailsModel(TalentHubDb db, MergeRecords records, TimeProvider clock) : FormPage, IShowsRecords
{
    [FromRoute]
    public long Id { get; set; }

    public DuplicatePair Pair { get; private set; } = null!;

    public IEnumerable<AuditNote> Revealed => [new(AuditAction.ReadPerson, RecordKind.Person, Pair.FirstId, Pair.FirstId), new(AuditAction.ReadPerson, RecordKind.Person, Pair.SecondId, Pair.SecondId)];

    public IReadOnlyList<RecordRow> Records { get; private set; } = [];

    public MovesView Moves { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Pair = await db.DuplicatePairs.AsNoTracking().SingleOrNotFoundAsync(d => d.Id == Id, ct);
        long[] both = [Pair.FirstId, Pair.SecondId];

        // Both must be somebody whom the viewer may see, else there is no pair for them.
        Records = await db.People.AsNoTracking().Where(p => both.Contains(p.Id) && (db.Applications.Any(a => a.PersonId == p.Id) || db.Employments.Any(e => e.PersonId == p.Id)))
            .OrderBy(p => p.Id)
            .Select(p => new RecordRow(
                p.Id, p.Name, p.Email, p.Phone, p.CurrentTitle, p.CurrentEmployer, p.ProfileLink, p.CreatedAt,
                db.Applications.Count(a => a.PersonId == p.Id), db.Employments.Any(e => e.PersonId == p.Id)))
            .ToListAsync(ct);
        if (Records.Count < 2)
        {
            throw new NotFoundException();
        }

        var facts = await records.FactsAsync(Pair, ct);
        Moves = new MovesView(DuplicateFlow.Table.Name, Pair.Version,
        [
            new MoveView(DuplicateTrigger.Merge, Pair.Can(DuplicateTrigger.Merge, facts, Me), Handler: "Merge"),
            new MoveView(DuplicateTrigger.MarkNotSame, Pair.Can(DuplicateTrigger.MarkNotSame, facts, Me), Handler: "NotSame"),
            new MoveView(DuplicateTrigger.Unmerge, Pair.Can(DuplicateTrigger.Unmerge, facts, Me), Handler: "Unmerge"),
        ]);
        Shows(Pair.Version);
    }

    public Task<IActionResult> OnPostMergeAsync(string? reason, CancellationToken ct) =>
        DecideAsync(pair => records.MergeAsync(pair, Me, reason, ct), "Shown as one person from now on.", ct);

    public Task<IActionResult> OnPostUnmergeAsync(string? reason, CancellationToken ct) =>
        DecideAsync(pair => records.UnmergeAsync(pair, Me, reason, ct), "Two records again.", ct);

    public Task<IActionResult> OnPostNotSameAsync(string? reason, CancellationToken ct) => DecideAsync(
        async pair => pair.MarkNotSame(await records.FactsAsync(pair, ct), Me, clock.UtcNow(), reason), "Kept apart. It comes back only if new facts match.", ct);

    private async Task<IActionResult> DecideAsync(Func<DuplicatePair, Task> decide, Sentence done, CancellationToken ct)
    {
        await db.InTransactionAsync(
            async () =>
            {
                var pair = await db.DuplicatePairs.SingleOrNotFoundAsync(d => d.Id == Id, ct);
                db.Expect(pair, Version);
                await decide(pair);
                await db.SaveChangesAsync(ct);
            },
            ct);
        return Done(done, $"/candidates/duplicates/{Id}");
    }

    public sealed record RecordRow(
        long Id, PersonName Name, string? Email, string? Phone, string? Title, string? Employer, string? Link, DateTime Since, int Applications, bool IsEmployee);
}
