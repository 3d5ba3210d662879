using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
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
}
