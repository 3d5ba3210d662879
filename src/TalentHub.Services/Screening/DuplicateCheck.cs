using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Documents;
using TalentHub.Domain.People;
using TalentHub.Domain.Screening;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Screening;

/// <summary>
/// Looks for other records that may be the same person: same e-mail, phone, profile link, name plus employer, or the very same file. It only suspects and says why;
/// a person decides (C5: nobody's record is changed by it).
/// </summary>
public sealed class DuplicateCheck(TalentHubDb db) : IService
{
    /// <summary>A shared address of a family or an agency must not end in a flood.</summary>
    private const int Most = 10;

    /// <summary>Adds or refreshes the pairs of this person; the caller saves.</summary>
    public async Task RunAsync(long personId, long? fileId, DateTime at, CancellationToken ct)
    {
        using (db.ReadingAsSystem())
        {
            var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, ct);
            var found = await FindAsync(person, fileId, ct);
            var known = found.Count == 0
                ? []
                : await db.DuplicatePairs.Where(p => p.FirstId == personId || p.SecondId == personId).ToListAsync(ct);
            foreach (var (other, reasons) in found.OrderBy(f => f.Key).Take(Most))
            {
                if (known.Find(p => p.OtherOf(personId) == other) is { } pair)
                {
                    pair.SeenAgain(reasons, at);
                }
                else
                {
                    db.DuplicatePairs.Add(new DuplicatePair(Actor.System, at, personId, other, reasons));
                }
            }
        }
    }

    private async Task<Dictionary<long, HashSet<MatchReason>>> FindAsync(Person person, long? fileId, CancellationToken ct)
    {
        var found = new Dictionary<long, HashSet<MatchReason>>();
        var others = db.People.AsNoTracking().Where(p => p.Id != person.Id && p.MergedIntoId == null);
        if (person.EmailKey is { } email)
        {
            await AddAsync(MatchReason.Email, others.Where(p => p.EmailKey == email).Select(p => p.Id));
        }

        if (person.PhoneKey is { } phone)
        {
            await AddAsync(MatchReason.Phone, others.Where(p => p.PhoneKey == phone).Select(p => p.Id));
        }

        if (person.ProfileLink is { } link)
        {
            await AddAsync(MatchReason.ProfileLink, others.Where(p => p.ProfileLink == link).Select(p => p.Id));
        }

        if (person.CurrentEmployer is { } employer)
        {
            await AddAsync(MatchReason.NameAndEmployer, others.Where(p => p.SearchName == person.SearchName && p.CurrentEmployer == employer).Select(p => p.Id));
        }

        if (fileId is not null && await db.Files.AsNoTracking().Where(f => f.Id == fileId).Select(f => f.Sha256).SingleOrDefaultAsync(ct) is { Length: > 0 } hash)
        {
            await AddAsync(MatchReason.SameFile, db.Files.AsNoTracking()
                .Where(f => f.Sha256 == hash && f.PersonId != null && f.PersonId != person.Id).Select(f => f.PersonId!.Value).Distinct());
        }

        return found;

        async Task AddAsync(MatchReason reason, IQueryable<long> ids)
        {
            foreach (var id in await ids.OrderBy(id => id).Take(Most).ToListAsync(ct))
            {
                (found.TryGetValue(id, out var reasons) ? reasons : found[id] = []).Add(reason);
            }
        }
    }
}

/// <summary>Every application that comes in is looked at once.</summary>
public sealed class SuspectDuplicates(DuplicateCheck check) : IReaction<ApplicationReceived>
{
    public Task ReactAsync(ApplicationReceived happened, TalentHubDb db, CancellationToken ct) =>
        happened.Application.TransferredFromId is null
            ? check.RunAsync(happened.Application.PersonId, happened.Application.ResumeFileId, happened.At, ct)
            : Task.CompletedTask;
}
