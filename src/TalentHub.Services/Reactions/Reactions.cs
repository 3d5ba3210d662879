using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Reactions;

/// <summary>Finds who answers an event and who knows what waits, by the types of this assembly.</summary>
internal sealed class ReactionDispatcher(IServiceProvider scope) : IReactions
{
    private static readonly ConcurrentDictionary<Type, (Type Service, MethodInfo Method)> ByEvent = new();
    private static readonly ConcurrentDictionary<Type, (Type Service, MethodInfo Method)> BySubject = new();

    public async Task ReactAsync(IDomainEvent happened, TalentHubDb db, CancellationToken ct)
    {
        var (service, method) = ByEvent.GetOrAdd(happened.GetType(), type => Of(typeof(IReaction<>), type, nameof(IReaction<IDomainEvent>.ReactAsync)));
        foreach (var reaction in scope.GetServices(service))
        {
            await (Task)method.Invoke(reaction, BindingFlags.DoNotWrapExceptions, null, [happened, db, ct], null)!;
        }
    }

    public async Task<IReadOnlyList<WorkItem>?> WaitingAsync(IStateful subject, TalentHubDb db, CancellationToken ct)
    {
        var (service, method) = BySubject.GetOrAdd(subject.GetType(), type => Of(typeof(IWaits<>), type, nameof(IWaits<IStateful>.WaitingAsync)));
        List<WorkItem>? all = null;
        foreach (var waits in scope.GetServices(service))
        {
            (all ??= []).AddRange(await (Task<IReadOnlyList<WorkItem>>)method.Invoke(waits, BindingFlags.DoNotWrapExceptions, null, [subject, db, ct], null)!);
        }

        all?.ForEach(item => item.Standing(subject.StateName));
        return all;
    }

    private static (Type, MethodInfo) Of(Type open, Type argument, string method)
    {
        var closed = open.MakeGenericType(argument);
        return (closed, closed.GetMethod(method)!);
    }
}
