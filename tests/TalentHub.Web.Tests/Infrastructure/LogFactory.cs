using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>Keeps what the product would write into its log, with the levels that it has by default: warnings of the framework, all of our own from information up.</summary>
public sealed class LogFactory : TalentHubFactory
{
    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>What should make somebody look.</summary>
    public ConcurrentQueue<string> Warned { get; } = new();

    protected override void Configure(IServiceCollection services)
    {
        var levels = new LoggerFilterOptions { MinLevel = LogLevel.Information };
        levels.Rules.Add(new LoggerFilterRule(null, "Microsoft", LogLevel.Warning, null));
        services.RemoveAll<ILoggerFactory>();
        services.AddSingleton<ILoggerFactory>(new LoggerFactory([new Keeper(this)], levels));
    }

    private sealed class Keeper(LogFactory kept) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = formatter(state, exception) + exception;
            kept.Said.Enqueue(line);
            if (logLevel >= LogLevel.Warning)
            {
                kept.Warned.Enqueue(line);
            }
        }

        public void Dispose()
        {
        }
    }
}
