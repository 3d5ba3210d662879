using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>
/// Counts the commands that reach one factory's database; other tests run beside it. Begin before the factory's first command: EF Core looks only once a
/// second whether anybody listens.
/// </summary>
public sealed class CommandCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private string? database;
    private readonly IDisposable all;
    private readonly List<IDisposable> listening = [];
    private int commands;

    public CommandCounter() => all = DiagnosticListener.AllListeners.Subscribe(this);

    /// <summary>How many commands the work needs.</summary>
    public async Task<int> CountAsync(TalentHubFactory factory, Func<Task> work)
    {
        database = await factory.DbAsync(db => Task.FromResult(NameOf(db.Database.GetDbConnection())));
        commands = 0;
        await work();
        return commands;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            listening.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData executed && executed.Command.Connection is { } connection && NameOf(connection) == database)
        {
            Interlocked.Increment(ref commands);
        }
    }

    private static string NameOf(DbConnection connection) => $"{connection.DataSource}/{connection.Database}";

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        all.Dispose();
        listening.ForEach(l => l.Dispose());
    }
}
