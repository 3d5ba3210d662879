using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TalentHub.Domain.Access;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages;

/// <summary>A page that is opened as it should be says nothing in the log: a warning there means that somebody must look.</summary>
public sealed class QuietLogTests(QuietLogFactory factory) : IClassFixture<QuietLogFactory>
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/forgot")]
    [InlineData("/careers")]
    [InlineData("/careers/privacy")]
    public async Task A_page_for_everybody_leaves_no_warning(string path)
    {
        _ = factory.Services;
        factory.Said.Clear();

        var page = await factory.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(factory.Said);
    }

    [Theory]
    [InlineData("/today")]
    [InlineData("/account")]
    [InlineData("/account/password")]
    [InlineData("/admin")]
    [InlineData("/admin/users")]
    [InlineData("/admin/users/invite")]
    public async Task A_page_of_the_house_leaves_no_warning_and_is_never_stored(string path)
    {
        var admin = factory.Browser(await factory.PersonAsync(Role.Admin));
        factory.Said.Clear();

        var page = await admin.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Response.Headers.CacheControl?.NoStore, path);
        Assert.Empty(factory.Said);
    }
}

/// <summary>Keeps what the product would write into its log from warnings up.</summary>
public sealed class QuietLogFactory : TalentHubFactory
{
    public ConcurrentQueue<string> Said { get; } = new();

    protected override void Configure(IServiceCollection services)
    {
        services.RemoveAll<ILoggerFactory>();
        services.AddSingleton<ILoggerFactory>(new LoggerFactory([new Keeper(Said)], new LoggerFilterOptions { MinLevel = LogLevel.Warning }));
    }

    private sealed class Keeper(ConcurrentQueue<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => said.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
