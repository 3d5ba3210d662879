using System.Net;
using Microsoft.AspNetCore.Hosting;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Account;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Open_forms_are_limited_with_a_page_that_says_so_in_the_readers_language()
    {
        await using var factory = new LimitedFactory();
        var browser = factory.Browser(language: "zh-CN");
        var form = await browser.GetAsync("/account/forgot");
        TestPage last = form;
        for (var i = 0; i < 21; i++)
        {
            last = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Email"] = "no address" });
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last.Status);
        Assert.Contains("请求过于频繁", last.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/forgot")).Status);
    }

    private sealed class LimitedFactory : RealSignInFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("TALENTHUB_RATE_FACTOR", "1");
        }
    }
}
