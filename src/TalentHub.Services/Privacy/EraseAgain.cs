using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Privacy;

namespace TalentHub.Services.Privacy;

/// <summary>After a restore: whoever was erased since the copy was made is erased again. Safe to run at any time.</summary>
public sealed class EraseAgain(TalentHubDb db, ErasedList list, ErasePerson erase, FinishErasures finish) : IService
{
    /// <param name="Erased">How many came back and are gone again.</param>
    /// <param name="Left">Numbers of those that could not be erased in the state that was restored, each with the reason.</param>
    public sealed record Outcome(int Erased, IReadOnlyList<(long Person, Sentence Why)> Left);

    public async Task<Outcome> RunAsync(CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var erased = 0;
        var left = new List<(long Person, Sentence Why)>();
        foreach (var line in await list.ReadAsync(ct))
        {
            var person = await db.People.AsNoTracking().Where(p => p.Id == line.Person && p.ErasedAt == null).Select(p => new { p.EmailKey, p.PhoneKey }).SingleOrDefaultAsync(ct);

            // The number alone is not enough: in a copy of another installation it is somebody else's.
            if (person is null || ErasedPerson.HashOf(person.EmailKey, line.Salt) != line.Email || ErasedPerson.HashOf(person.PhoneKey, line.Salt) != line.Phone)
            {
                continue;
            }

            try
            {
                await erase.EraseAsync(line.Person, ErasureCause.Again, Actor.System, ct, AuditOrigin.Operator);
                erased++;
            }
            catch (DomainException refusal)
            {
                db.ChangeTracker.Clear();
                left.Add((line.Person, refusal.Sentences[0]));
            }
        }

        await finish.ScrubAsync(ct);
        return new Outcome(erased, left);
    }
}
