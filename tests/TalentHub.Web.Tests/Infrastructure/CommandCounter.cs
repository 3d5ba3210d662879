using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>
/// Counts the commands that reach one factory's database; other tests run beside it. EF Core looks only once a second whether anybody listens, so the first count
/// waits until it has looked.
/// </summary>
public sealed class CommandCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private string? database;
    private readonly IDisposable all;
    private readonly List<IDisposable> listening = [];
    private int commands;
    private bool isHeard;

    public CommandCounter() => all = DiagnosticListener.AllListeners.Subscribe(this);

    /// <summary>How many commands the work needs.</summary>
    public async Task<int> CountAsync(TalentHubFactory factory, Func<Task> work)
    {
        if (!isHeard)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.2));
            isHeard = true;
        }

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
