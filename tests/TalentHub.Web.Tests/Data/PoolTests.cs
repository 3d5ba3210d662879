using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Data;

/// <summary>Contexts are pooled; what one request sees or is must never reach another.</summary>
public sealed class PoolTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task Many_people_at_once_never_hold_one_context_and_never_read_as_one_another()
    {
        var services = factory.Services;
        var inUse = new ConcurrentDictionary<TalentHubDb, long>(ReferenceEqualityComparer.Instance);
        var wrong = new ConcurrentQueue<string>();

        await Parallel.ForEachAsync(Enumerable.Range(1, 100_000), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (person, ct) =>
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(new Actor(person, ActorKind.Person, RoleRights.Of(Role.Employee)));
            var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
            if (!inUse.TryAdd(db, person))
            {
                wrong.Enqueue($"{person} was given the context of {inUse.GetValueOrDefault(db)}");
            }

            if (person % 100 == 0)
            {
                await db.Companies.CountAsync(ct);
            }

            Thread.Yield();
            if (db.Viewer.PersonId != person)
            {
                wrong.Enqueue($"{person} reads as {db.Viewer.PersonId}");
            }

            inUse.TryRemove(db, out _);
        });

        Assert.True(wrong.IsEmpty, $"{wrong.Count}: {string.Join('\n', wrong.Take(10))}");
    }

    [Fact]
    public async Task A_context_goes_back_to_the_pool_once_and_without_its_viewer()
    {
        TalentHubDb earlier;
        await using (var first = factory.Services.CreateAsyncScope())
        {
            first.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
            earlier = first.ServiceProvider.GetRequiredService<TalentHubDb>();
            earlier.IsBulk = true;
        }

        Assert.Equal(0, earlier.Viewer.PersonId);
        Assert.False(earlier.Viewer.IsSystem);
        Assert.False(earlier.IsBulk);
    }

    [Fact]
    public async Task Twenty_who_write_and_read_at_once_lose_nothing_and_each_reads_their_own()
    {
        const int Writers = 20, Rounds = 60;
        var people = await factory.DbAsync(async db =>
        {
            var made = Enumerable.Range(0, Writers).Select(i => new Person(new PersonName($"Writer{i}", "Pool"), null, null, "en", DateTime.UnixEpoch)).ToList();
            db.People.AddRange(made);
            await db.SaveChangesAsync();
            return made.ConvertAll(p => p.Id);
        });

        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = TestContext.Current.CancellationToken }, async (id, ct) =>
        {
            for (var round = 1; round <= Rounds; round++)
            {
                await using var scope = factory.Services.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
                var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
                await WriteAsync(db, id, round, ct);
                Assert.Equal($"{id} in round {round}", await TitleAsync(db, id, ct));
                Assert.Equal(people, await EachBesideTheOthersAsync(db, people, ct));
                await GivenUpAsync(db, id, round, ct);
            }
        });

        var titles = await factory.DbAsync(db => db.People.Where(p => people.Contains(p.Id)).OrderBy(p => p.Id).Select(p => p.CurrentTitle).ToListAsync());
        Assert.Equal(people.ConvertAll<string?>(id => $"{id} in round {Rounds}"), titles);
    }

    private static async Task WriteAsync(TalentHubDb db, long id, int round, CancellationToken ct)
    {
        var person = await db.People.SingleAsync(p => p.Id == id, ct);
        person.Describe($"{id} in round {round}", null, null, null);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A write whose transaction fails, and a question that nobody waits for to the end: both leave a context that the next one may use.</summary>
    private static async Task GivenUpAsync(TalentHubDb db, long id, int round, CancellationToken ct)
    {
        if (round % 7 == 0)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.InTransactionAsync(
                async () =>
                {
                    await WriteAsync(db, id, -1, ct);
                    throw new InvalidOperationException("given up");
                },
                ct));
        }

        if (round % 5 == 0)
        {
            await foreach (var _ in db.People.AsNoTracking().OrderBy(p => p.Id).Select(p => p.Id).AsAsyncEnumerable().WithCancellation(ct))
            {
                break;
            }
        }
    }

    /// <summary>The same words asked again while the first answer is still being read: the prepared statement is taken, and the second must not disturb it.</summary>
    private static async Task<List<long>> EachBesideTheOthersAsync(TalentHubDb db, List<long> people, CancellationToken ct)
    {
        var seen = new List<long>();
        await foreach (var id in db.People.AsNoTracking().Where(p => people.Contains(p.Id)).OrderBy(p => p.Id).Select(p => p.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            seen.Add(id);
            if (seen.Count % 9 == 0)
            {
                List<long> other = [people[0], id];
                Assert.Equal(other.Distinct(), await db.People.AsNoTracking().Where(p => other.Contains(p.Id)).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct));
            }
        }

        return seen;
    }

    private static Task<string?> TitleAsync(TalentHubDb db, long id, CancellationToken ct) => db.People.AsNoTracking().Where(p => p.Id == id).Select(p => p.CurrentTitle).SingleAsync(ct);
}
