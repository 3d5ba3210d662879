using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Accounts;
using TalentHub.Services.Operations;
using TalentHub.Services.Scheduling;
using TalentHub.Services.Seeding;
using TalentHub.Web.Commands;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Data;

/// <summary>The sample company, and a note of every way in that was opened.</summary>
public sealed class WalkFactory : RealSignInFactory
{
    public ConcurrentDictionary<string, byte> Opened { get; } = new(StringComparer.Ordinal);

    protected override bool HasCompany => false;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("TALENTHUB_DEMO", "1");
    }

    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.AddSingleton<IStartupFilter>(new Watch(Opened));
    }

    protected override Microsoft.Extensions.Hosting.IHost CreateHost(Microsoft.Extensions.Hosting.IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        var code = SeedCommand.RunAsync(host.Services, SampleSize.Small, null, TextWriter.Null, CancellationToken.None).GetAwaiter().GetResult();
        return code == 0 ? host : throw new InvalidOperationException($"seed ended with {code}.");
    }

    private sealed class Watch(ConcurrentDictionary<string, byte> opened) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, go) =>
            {
                await go(context);
                if (context.Response.StatusCode is >= 200 and < 400 && !context.Response.Headers.Location.ToString().Contains("returnUrl", StringComparison.Ordinal) && context.GetEndpoint() is RouteEndpoint endpoint)
                {
                    opened.TryAdd($"{context.Request.Method} /{endpoint.RoutePattern.RawText?.TrimStart('/')} {context.Request.Query["handler"]}".TrimEnd(), 0);
                }
            });
            next(app);
        };
    }
}

/// <summary>
/// Walks the whole product over the sample company, as everybody: each page once or twice, all jobs, the check. The queries of all of it are translated for SQL Server
/// on the way (<see cref="SqlServerTwin"/>), as those of every other test are.
/// </summary>
public sealed partial class SqlServerWalkTests(WalkFactory factory) : IClassFixture<WalkFactory>
{
    /// <summary>Pages of one kind that one person opens.</summary>
    private const int EachKind = 2;

    /// <summary>Records on which a page is tried that no link led to.</summary>
    private const int Tries = 25;

    /// <summary>Have tests of their own: readiness (the schema here is made from the model, without migrations), the page between password and code, a hire's papers and photo (the sample has none).</summary>
    private static readonly string[] Elsewhere = ["/health/ready", "/account/code", "/onboarding/ONB-{id:long} File", "/onboarding/ONB-{id:long} Photo", "/admin/mail Calendar"];

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    [Fact]
    public async Task Every_page_of_the_product_is_opened_and_all_that_it_asks_can_be_asked_of_sql_server()
    {
        var browsers = new List<TestBrowser> { factory.Browser() };
        await WalkAsync(browsers[0], "/careers");
        foreach (var label in DemoPerson.Labels)
        {
            var browser = factory.Browser();
            var signedIn = await browser.SubmitAsync(await browser.GetAsync("/account/sign-in"), form: "form[action*=Demo]", button: ("label", label));
            Assert.Equal(HttpStatusCode.Redirect, signedIn.Status);
            await WalkAsync(browser, "/today");
            browsers.Add(browser);
        }

        foreach (var (path, handler) in NotOpened())
        {
            await TryAsync(browsers, path, handler);
        }

        await RunJobsAndCheckAsync();

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(NotOpened().Count == 0, "Not opened by anybody:\n" + string.Join('\n', NotOpened()));
        Assert.True(ServerDatabase.IsAsked || SqlServerTwin.Sent.Count > 300, $"Only {SqlServerTwin.Sent.Count} queries were translated.");
    }

    private List<(string Path, string Handler)> NotOpened() =>
    [
        .. RoutesCommand.List(factory.Services, factory.Services.GetRequiredService<EndpointDataSource>().Endpoints)
            .Where(r => r.Verb == "GET" && r.Right is not ("SignedLink" or "SetUp") && !Elsewhere.Contains($"{r.Path} {r.Handler}".TrimEnd()) && !factory.Opened.ContainsKey($"GET {r.Path} {r.Handler}".TrimEnd()))
            .Select(r => (r.Path, r.Handler)),
    ];

    /// <summary>A page that no link led to: on records that links led to, as one after the other, until it opens.</summary>
    private async Task TryAsync(List<TestBrowser> browsers, string pattern, string handler)
    {
        var parts = pattern.Split('/').Where(p => !p.Contains("?}", StringComparison.Ordinal)).ToArray();
        var fixedFrom = Array.FindLastIndex(parts, p => p.Contains('{', StringComparison.Ordinal)) + 1;
        var like = new Regex("^" + string.Join('/', parts[..fixedFrom].Select(p => Regex.Replace(Regex.Escape(p), @"\\\{.*}", p.Contains(":long", StringComparison.Ordinal) ? @"\d+" : "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1)))) + "(?=/|$)", RegexOptions.None, TimeSpan.FromSeconds(1));
        var addresses = fixedFrom == 0
            ? [string.Join('/', parts)]
            : seen.Select(l => like.Match(l.Split('?')[0])).Where(m => m.Success).Select(m => string.Join('/', (string[])[m.Value, .. parts[fixedFrom..]])).Distinct().Take(Tries).ToList();
        foreach (var address in addresses)
        {
            foreach (var browser in browsers)
            {
                var page = await browser.GetAsync(handler.Length == 0 ? address : $"{address}?handler={handler}");
                if ((int)page.Status >= 500)
                {
                    faults.Add($"{address}: {page.Status}");
                }

                if (factory.Opened.ContainsKey($"GET {pattern} {handler}".TrimEnd()))
                {
                    return;
                }
            }
        }
    }

    private async Task RunJobsAndCheckAsync()
    {
        await using var scope = factory.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TalentHub.Data.Setup.CurrentActor>().Set(TalentHub.Domain.Access.Actor.System);
        foreach (var job in scope.ServiceProvider.GetServices<IJob>())
        {
            await job.RunAsync(TestContext.Current.CancellationToken);
        }

        await foreach (var _ in scope.ServiceProvider.GetRequiredService<Invariants>().BreachesAsync(TestContext.Current.CancellationToken))
        {
        }
    }

    /// <summary>Follows links from page to page.</summary>
    private async Task WalkAsync(TestBrowser browser, string start)
    {
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal) { start };
        var ahead = new Queue<string>([start]);
        while (ahead.TryDequeue(out var path))
        {
            var page = await browser.GetAsync(path);
            if ((int)page.Status >= 500)
            {
                faults.Add($"{path}: {page.Status}");
            }

            var links = page.Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Append(page.Location ?? string.Empty)
                .Concat(page.Document.QuerySelectorAll("[hx-get]").Select(e => e.GetAttribute("hx-get")!))
                .Select(l => l.StartsWith('?') ? path.Split('?')[0] + l : l);
            foreach (var link in links.Where(l => l.StartsWith('/') && !l.StartsWith("//", StringComparison.Ordinal)).Select(l => l.Split('#')[0]))
            {
                if (Skipped().IsMatch(link) || !known.Add(link))
                {
                    continue;
                }

                seen.Add(link);
                var kind = Kind(link);
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                if (kinds[kind] <= EachKind)
                {
                    ahead.Enqueue(link);
                }
            }
        }
    }

    /// <summary>The address without its numbers, and the names of its filters without their values.</summary>
    private static string Kind(string link)
    {
        var parts = link.Split('?', 2);
        var path = Numbers().Replace(parts[0], "#");
        return parts.Length == 1 ? path : path + "?" + string.Join('&', parts[1].Split('&').Select(p => p.Split('=')[0]).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^/(lib|account/sign-out|favicon)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Skipped();

    [GeneratedRegex(@"\d+(?=/|$)|(?<=/careers/)[^/]+(/[^/]+)?|(?<=/(machines|role-families)/)[^/?]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
