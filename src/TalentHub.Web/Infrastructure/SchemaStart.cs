using Microsoft.AspNetCore.DataProtection;
using TalentHub.Services.Scheduling;
using TalentHub.Web.Commands;

namespace TalentHub.Web.Infrastructure;

/// <summary>Brings the schema up to date before the first request is taken, and makes the first key: the server starts after the services registered here.</summary>
public sealed class SchemaStart(IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await ServeCommand.MigrateAsync(services, cancellationToken);
        KeepKeys.Warm(services.GetRequiredService<IDataProtectionProvider>());
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
