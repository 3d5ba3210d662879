using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalentHub.Services.Documents;
using TalentHub.Services.Documents.Reading;
using TalentHub.Services.Notifications;
using TalentHub.Services.Privacy;
using TalentHub.Web.Pages.Careers;

namespace TalentHub.Web.Infrastructure;

public static class RecruitingServices
{
    /// <summary>Files and their reading, the public site's cache and its sealed forms.</summary>
    public static IServiceCollection AddRecruiting(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(_ => new FileStore(Path.Combine(settings.DataFolder, "files")));
        services.AddSingleton(_ => new ErasedList(Path.Combine(settings.DataFolder, ErasedList.FileName)));
        services.TryAddSingleton(_ => new ReaderProcess());
        services.AddSingleton<ReadingDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<ReadingDesk>());
        services.AddSingleton<StatusTickets>();
        services.TryAddSingleton(provider => new PublicAddress(() => settings.PublicUrl ?? Served(provider)));
        services.AddOutputCache(CareersCache.Add);
        return services;
    }

    /// <summary>The address that this program listens at: a first try on one's own machine has no other.</summary>
    private static string Served(IServiceProvider provider)
    {
        var address = provider.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "https://localhost";
        return address.Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal);
    }
}
