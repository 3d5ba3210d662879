using Microsoft.AspNetCore.DataProtection;
using TalentHub.Services.Backups;
using TalentHub.Services.Scheduling;
using TalentHub.Web.Commands;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// Brings the schema up to date before the first request is taken, and makes the first key: the server starts after the services registered here. From then to the end the data folder
/// says that somebody serves from it, so that nobody restores into it.
/// </summary>
public sealed class SchemaStart(IServiceProvider services, Settings settings) : IHostedService, IDisposable
{
    private FileStream? running;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        running = FolderLock.TakeTogether(settings.DataFolder, FolderLock.Running)
            ?? throw new BackupRefusal("A restore into this data folder is running. Wait until it has ended.");
        await ServeCommand.MigrateAsync(services, cancellationToken);
        KeepKeys.Warm(services.GetRequiredService<IDataProtectionProvider>());
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => running?.Dispose();
}
