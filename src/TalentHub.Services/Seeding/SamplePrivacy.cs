using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Privacy;

namespace TalentHub.Services.Seeding;

/// <summary>Some candidates asked about their data: each state of a privacy request is there to be seen.</summary>
internal sealed class SamplePrivacy(SampleWorld world)
{
    private static readonly PrivacyRequestFacts Given = new(GivenOut: true, IsErased: false);

    public async Task MakeAsync(CancellationToken ct)
    {
        var people = await world.Db.Applications.Where(a => a.EndedAt != null && a.RejectionReason != null && !world.Db.Employments.Any(e => e.PersonId == a.PersonId))
            .Select(a => a.PersonId).Distinct().OrderBy(id => id).Take(5).ToListAsync(ct);
        var desk = world.Demo("HR").As();
        for (var number = 0; number < people.Count; number++)
        {
            var asked = world.Now.AddDays(-3 * (number + 1));
            var kind = number switch { 1 => PrivacyRequestKind.Erasure, 2 => PrivacyRequestKind.Correction, _ => PrivacyRequestKind.Access };
            var words = kind == PrivacyRequestKind.Correction ? "+86 138 0000 1234" : null;
            var request = new PrivacyRequest(Actor.Candidate(people[number]), asked, DateOnly.FromDateTime(asked), people[number], kind, words);
            if (number is 1 or 2 or 3)
            {
                request.Verify(Given, desk, asked.AddHours(5));
            }

            if (number is 2 or 3)
            {
                request.StartWork(Given, desk, asked.AddHours(6));
            }

            if (number == 3)
            {
                request.Finish(Given, desk, asked.AddDays(1));
            }

            if (number == 4)
            {
                request.Refuse(Given, desk, asked.AddDays(1), "They could not show that it is they who ask.");
            }

            world.Db.PrivacyRequests.Add(request);
        }

        // Three years is as long as the sample's history: nobody of it is due. Somebody had typed three months, and the brake held.
        world.Db.RetentionRules.Add(new RetentionRule(world.Demo("Admin").As(), world.Now.AddDays(-1), RetentionKind.Application, null, null, 36));
        var then = world.Now.AddHours(-30);
        var mistaken = then.AddMonths(-3);
        var due = await world.Db.People.CountAsync(
            p => world.Db.Applications.Any(a => a.PersonId == p.Id) && !world.Db.Applications.Any(a => a.PersonId == p.Id && (a.EndedAt == null || a.EndedAt > mistaken))
                && !world.Db.Employments.Any(e => e.PersonId == p.Id),
            ct);
        world.Db.RetentionRuns.Add(new RetentionRun(then, await world.Db.People.CountAsync(ct), due, erasedToday: 0));
        await world.SaveAsync(ct);
    }
}
