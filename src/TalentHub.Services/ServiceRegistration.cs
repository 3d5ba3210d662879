using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Saving;
using TalentHub.Services.Access;
using TalentHub.Services.Accounts;
using TalentHub.Services.Auditing;
using TalentHub.Services.Documents.Reading;
using TalentHub.Services.Notifications;
using TalentHub.Services.Reactions;
using TalentHub.Services.Scheduling;
using TalentHub.Services.Seeding;

namespace TalentHub.Services;

public static class ServiceRegistration
{
    private static readonly Type[] ByInterface = [typeof(IReaction<>), typeof(IWaits<>), typeof(IRelationProbe), typeof(IJob), typeof(ICopyShipped)];

    /// <summary>Registers everything of this assembly by what it implements: services by their own name, reactions, waits, probes and jobs by interface.</summary>
    public static IServiceCollection AddTalentHubServices(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddSingleton<ActorLoader>();
        services.AddSingleton<ReadLog>();
        services.AddSingleton(InstanceName.New());
        services.AddSingleton<JobRunner>();
        services.AddSingleton<IMailTemplates, ShippedMailTemplates>();
        services.AddSingleton<IMailTransport, SmtpTransport>();
        services.AddSingleton(_ => new ReaderProcess());   // by real time even where tests move the clock
        services.AddScoped<IReactions, ReactionDispatcher>();
        services.AddScoped<ISampleCompany, SampleCompany>();
        foreach (var type in typeof(ServiceRegistration).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            if (typeof(IService).IsAssignableFrom(type))
            {
                services.AddScoped(type);
            }

            foreach (var face in type.GetInterfaces().Where(i => ByInterface.Contains(i.IsGenericType ? i.GetGenericTypeDefinition() : i)))
            {
                services.AddScoped(face, type);
            }
        }

        return services;
    }
}
