using System.Diagnostics;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>What the product last caught and answered with an error page: for a failed test, which otherwise sees only the page.</summary>
public sealed class LastFault : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> watched = [];

    public LastFault() => watched.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public Exception? Exception { get; private set; }

    /// <summary>In a few lines.</summary>
    public string Says => Exception is null ? string.Empty : $"{Exception.GetType().Name} {Exception.Message} {string.Join(" <", (Exception.StackTrace ?? string.Empty).Split('\n').Take(4).Select(l => l.Trim()))}";

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.AspNetCore")
        {
            watched.Add(value.Subscribe(this, (name, _, _) => name == "Microsoft.AspNetCore.Diagnostics.HandledException"));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value) =>
        Exception = value.Value?.GetType().GetProperty("exception")?.GetValue(value.Value) as Exception ?? Exception;

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => watched.ForEach(w => w.Dispose());
}
