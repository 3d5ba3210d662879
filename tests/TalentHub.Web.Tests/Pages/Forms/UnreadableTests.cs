using System.Net;
using TalentHub.Domain.Access;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Forms;

public sealed class UnreadableTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Theory]
    [InlineData("a%00b")]
    [InlineData("a%EF%BF%BEb")]
    public async Task What_is_no_text_is_answered_by_a_page_that_says_what_to_do(string typed)
    {
        using var content = new StringContent("text=" + typed, null, "application/x-www-form-urlencoded");

        var page = await factory.Browser(await factory.PersonAsync(Role.HR)).SendAsync("/onboarding/holidays?handler=Add", content);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Go back to find what you typed", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=%EF%BF%BE")]
    [InlineData("/candidates?q=a%ef%bf%beb")]
    public async Task An_address_that_holds_no_text_is_no_fault_of_ours(string address)
    {
        var page = await factory.Browser(await factory.PersonAsync(Role.HR)).GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }
}
