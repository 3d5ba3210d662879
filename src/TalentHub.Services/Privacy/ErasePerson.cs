using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TalentHub.Data;
using TalentHub.Data.Privacy;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Screening;

namespace TalentHub.Services.Privacy;

/// <summary>
/// Erases a person: what <see cref="DataMap"/> says goes, goes; what counts are made from stays with its words blanked. One transaction; then the files, then the pages of the database.
/// </summary>
public sealed partial class ErasePerson(TalentHubDb db, PersonRecords people, FinishErasures finish, ErasedList list, TimeProvider clock, ILogger<ErasePerson> logger) : IService
{
    /// <summary>What an administrator reads when somebody else was faster.</summary>
    public static readonly Sentence Faster = "Somebody else has just erased this person. Nothing was done twice.";

    /// <param name="origin">Who does it, where that is not whoever acts in this scope: an operator.</param>
    /// <returns>What is left: the tombstones, one a record.</returns>
    /// <exception cref="DomainException">They may not be erased now, or were already.</exception>
    public async Task<IReadOnlyList<ErasedPerson>> EraseAsync(long personId, ErasureCause cause, Actor by, CancellationToken ct, AuditOrigin? origin = null)
    {
        using var reading = db.ReadingAsSystem();
        IReadOnlyList<ErasedPerson> tombstones;
        try
        {
            tombstones = await db.InTransactionAsync(() => InOneAsync(personId, cause, by, origin, ct), ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // The version of the person, or the unique row that says who was erased: another one was faster.
            db.ChangeTracker.Clear();
            if (await db.ErasedPeople.AnyAsync(e => e.PersonId == personId, ct))
            {
                throw new DomainException(Faster);
            }

            throw;
        }

        db.ChangeTracker.Clear();
        await ListAsync(tombstones, ct);
        await finish.RemoveFilesAsync(ct);
        return tombstones;
    }

    private async Task<IReadOnlyList<ErasedPerson>> InOneAsync(long personId, ErasureCause cause, Actor by, AuditOrigin? origin, CancellationToken ct)
    {
        var records = await people.OfAsync(personId, ct);
        Require.That(records.Count > 0, "There is no such person.");
        var against = await people.AgainstErasureAsync(records, by, ct);
        if (against.Count > 0)
        {
            throw new DomainException([.. against.Select(f => f.Says)]);
        }

        var now = clock.UtcNow();
        var ids = records.Select(p => p.Id).ToList();
        var rows = new PersonRows(db, ids, records.Select(p => p.EmailKey));
        await SettleDuplicatesAsync(ids, now, ct);
        var files = await db.Files.Where(f => ids.Contains(f.PersonId ?? 0)).Select(f => new { f.PersonId, f.StorageName }).ToListAsync(ct);
        var tombstones = records.Select(p => new ErasedPerson(p, cause, by, now, files.Where(f => f.PersonId == p.Id).Select(f => f.StorageName))).ToList();
        db.ErasedPeople.AddRange(tombstones);
        foreach (var person in records)
        {
            person.Erase(now);
            db.Audit(new AuditNote(AuditAction.Erased, RecordKind.Person, person.Id, person.Id, cause.ToString()), origin);
        }

        await db.SaveChangesAsync(ct);
        foreach (var statement in ErasureStatements.Of(rows))
        {
            await using var command = rows.Command(statement);
            await command.ExecuteNonQueryAsync(ct);
        }

        return tombstones;
    }

    /// <summary>They are erased, whether the line can be written now or not: the tombstones are in the database, and <see cref="FinishErasures"/> tries again.</summary>
    private async Task ListAsync(IReadOnlyList<ErasedPerson> tombstones, CancellationToken ct)
    {
        try
        {
            await list.AddAsync(tombstones, ct);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            NotListed(logger, fault);
        }
    }

    /// <summary>Nobody has to look at a suspicion about a record that says nothing any more.</summary>
    private async Task SettleDuplicatesAsync(List<long> ids, DateTime now, CancellationToken ct)
    {
        var open = await db.DuplicatePairs.Where(d => (ids.Contains(d.FirstId) || ids.Contains(d.SecondId)) && (d.State == DuplicateState.Suspected || d.State == DuplicateState.Unmerged)).ToListAsync(ct);
        foreach (var pair in open)
        {
            pair.MarkNotSame(default, Actor.System, now);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The list of the erased cannot be written; a job tries again within a minute")]
    private static partial void NotListed(ILogger logger, Exception fault);
}
