using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Domain.Access;
using TalentHub.Web.Commands;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Infrastructure.SignIn;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Attack;

/// <summary>Limited is the default. What is not tighter than the default is named here with its reason.</summary>
public sealed class LimitTests
{
    /// <summary>Open to strangers, and no tighter than 60 posts a minute and network.</summary>
    private static readonly Dictionary<string, string> OnlyUsual = new(StringComparer.Ordinal)
    {
        ["/account/sign-out"] = "Ends a session; there is nothing to guess.",
        ["/language"] = "Keeps a choice in a cookie.",
        ["/theme"] = "Keeps a choice in a cookie.",
        ["/error/{code:int?}"] = "Shown in place of a page; does nothing.",
    };

    [Fact]
    public async Task Every_form_that_strangers_may_send_is_tighter_than_the_default_or_named()
    {
        await using var factory = new TalentHubFactory();
        var endpoints = factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var open = RoutesCommand.List(factory.Services, endpoints).Where(r => r.Verb != "GET" && r.Right is (nameof(Door.Anonymous) or nameof(Door.SignedLink) or nameof(Door.SetUp))).Select(r => r.Path).Distinct().ToList();

        var tighter = endpoints.Where(e => e.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == OpenForms.Policy).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).ToHashSet(StringComparer.Ordinal);

        Assert.True(open.Count > 10, $"Only {open.Count} forms are open.");
        Assert.Equal(OnlyUsual.Keys.Order(StringComparer.Ordinal), open.Where(p => !tighter.Contains(p)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_exempt_by_an_attribute_and_every_export_and_search_has_its_limit()
    {
        await using var factory = new TalentHubFactory();
        var endpoints = factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        Assert.DoesNotContain(endpoints, e => e.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null);
        foreach (var row in RoutesCommand.List(factory.Services, endpoints).Where(r => r.Handler == "Export" && r.Verb == "GET"))
        {
            Assert.Equal((row.Path, OpenForms.ExportPolicy), (row.Path, PolicyOf(endpoints, row.Path)));
        }

        foreach (var path in new[] { "/search", "/candidates", "/people" })
        {
            Assert.Equal((path, OpenForms.SearchPolicy), (path, PolicyOf(endpoints, path)));
        }
    }

    [Fact]
    public async Task Whoever_exports_or_searches_without_end_is_told_to_wait_and_others_are_not()
    {
        await using var factory = new Limited();
        var admin = factory.Browser(await factory.PersonAsync(Role.Admin));
        var recruiter = factory.Browser(await factory.PersonAsync(Role.Recruiter));

        Assert.Equal(HttpStatusCode.TooManyRequests, await LastAsync(admin, "/admin/audit?handler=Export", 21));
        Assert.Equal(HttpStatusCode.TooManyRequests, await LastAsync(recruiter, "/search?q=ada", 121));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/search?q=ada")).Status);
        Assert.Equal(HttpStatusCode.OK, (await recruiter.GetAsync("/search")).Status);
    }

    private static string? PolicyOf(List<RouteEndpoint> endpoints, string path) =>
        endpoints.First(e => "/" + e.RoutePattern.RawText!.TrimStart('/') == path && e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;

    private static async Task<HttpStatusCode> LastAsync(TestBrowser browser, string address, int times)
    {
        var last = HttpStatusCode.OK;
        for (var i = 0; i < times; i++)
        {
            last = (await browser.GetAsync(address)).Status;
        }

        return last;
    }

    private sealed class Limited : TalentHubFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("TALENTHUB_RATE_FACTOR", "1");
        }
    }
}
