using TalentHub.Web.Commands;

namespace TalentHub.Web.Infrastructure;

/// <summary>Brings the schema up to date before the first request is taken: the server starts after the services registered here.</summary>
public sealed class SchemaStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => ServeCommand.MigrateAsync(services, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
