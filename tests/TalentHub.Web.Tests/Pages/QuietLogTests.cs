using System.Net;
using TalentHub.Domain.Access;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages;

/// <summary>A page that is opened as it should be says nothing in the log: a warning there means that somebody must look.</summary>
public sealed class QuietLogTests(LogFactory factory) : IClassFixture<LogFactory>
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/forgot")]
    [InlineData("/careers")]
    [InlineData("/careers/privacy")]
    public async Task A_page_for_everybody_leaves_no_warning(string path)
    {
        _ = factory.Services;
        factory.Warned.Clear();

        var page = await factory.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(factory.Warned);
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
        factory.Warned.Clear();

        var page = await admin.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Response.Headers.CacheControl?.NoStore, path);
        Assert.Empty(factory.Warned);
    }
}
