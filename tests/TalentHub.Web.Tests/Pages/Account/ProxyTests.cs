using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Account;

/// <summary>What a proxy says of a visitor counts only from a proxy that is named.</summary>
public sealed class ProxyTests
{
    private const string Proxy = "10.20.0.7";

    [Fact]
    public async Task From_a_named_proxy_each_visitors_network_is_limited_by_itself()
    {
        await using var factory = new BehindProxy("10.20.0.0/16, 192.0.2.9");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AskAsync(factory, 25, i => $"203.0.{i}.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(factory, 25, _ => "198.51.100.7"));
        Assert.Equal("https", factory.Scheme);
    }

    [Fact]
    public async Task What_a_visitor_writes_before_the_proxy_does_not_hide_them()
    {
        await using var factory = new BehindProxy("10.20.0.0/16");
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(factory, 25, i => $"203.0.{i}.7, 198.51.100.7"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10.99.0.0/16")]
    public async Task From_anybody_else_the_headers_are_ignored(string? named)
    {
        await using var factory = new BehindProxy(named);
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(factory, 25, i => $"203.0.{i}.7"));
        Assert.Equal("http", factory.Scheme);
    }

    [Theory]
    [InlineData("proxy.example.com")]
    [InlineData("10.0.0.0/40")]
    [InlineData("0.0.0.0/0")]
    public void What_is_no_address_and_no_network_stops_the_start(string named)
    {
        var mistake = Assert.Throws<SettingsMistake>(() => Settings.Read(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("TALENTHUB_PROXIES", (string?)named)]).Build()));

        Assert.Contains(named, mistake.Message, StringComparison.Ordinal);
    }

    /// <summary>Sends the form, each time as from another address, and gives the last answer.</summary>
    private static async Task<HttpStatusCode> AskAsync(BehindProxy factory, int times, Func<int, string> address)
    {
        var last = HttpStatusCode.OK;
        for (var i = 0; i < times; i++)
        {
            var browser = factory.Browser();
            browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address(i));
            browser.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            last = (await browser.SubmitAsync(await browser.GetAsync("/account/forgot"), new Dictionary<string, string?> { ["Input.Email"] = "no address" })).Status;
        }

        return last;
    }

    private sealed class BehindProxy(string? named) : RealSignInFactory
    {
        /// <summary>How the last request came in, as the product understood it.</summary>
        public string? Scheme { get; private set; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("TALENTHUB_RATE_FACTOR", "1");
            if (named is not null)
            {
                builder.UseSetting("TALENTHUB_PROXIES", named);
            }
        }

        protected override void Configure(IServiceCollection services)
        {
            base.Configure(services);
            services.AddSingleton<IStartupFilter>(new Connection(this));
        }

        private sealed class Connection(BehindProxy factory) : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                app.Use(async (context, go) =>
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse(Proxy);
                    context.Request.Scheme = "http";
                    await go(context);
                    factory.Scheme = context.Request.Scheme;
                });
                next(app);
            };
        }
    }
}
