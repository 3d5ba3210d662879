using System.Net;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Forms;

namespace TalentHub.Web.Tests.Attack;

/// <summary>A form's token is good for the person and the browser that it was given to, and for nobody else. That no handler does without one: ForgeryTests.</summary>
public sealed class TokenTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task A_token_of_somebody_else_of_no_session_or_altered_is_refused()
    {
        var (mine, theirs, strange) = (factory.Browser(await factory.PersonAsync()), factory.Browser(await factory.PersonAsync()), factory.Browser());
        var page = await mine.GetAsync("/account");
        var own = Token(page);

        foreach (var forged in new[] { Token(await theirs.GetAsync("/account")), Token(await strange.GetAsync("/account/sign-in")), own[..^2], "x" + own, string.Empty, new string('A', own.Length), "CfDJ8" })
        {
            Assert.Equal((forged, HttpStatusCode.BadRequest), (forged, (await mine.SubmitAsync(page, new Dictionary<string, string?> { [PostedForm.Token] = forged })).Status));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await mine.SubmitAsync(page)).Status);
    }

    [Fact]
    public async Task A_token_without_the_cookie_of_its_browser_is_refused()
    {
        var person = await factory.PersonAsync();
        var page = await factory.Browser(person).GetAsync("/account");

        var elsewhere = await factory.Browser(person).PostAsync("/account", new Dictionary<string, string> { [PostedForm.Token] = Token(page) });

        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.Status);
    }

    [Fact]
    public async Task A_token_of_another_installation_is_refused()
    {
        await using var other = new TalentHubFactory();
        _ = other.Services;
        var foreign = await other.Browser(await other.PersonAsync()).GetAsync("/account");
        var mine = factory.Browser(await factory.PersonAsync());
        var page = await mine.GetAsync("/account");

        Assert.Equal(HttpStatusCode.BadRequest, (await mine.SubmitAsync(page, new Dictionary<string, string?> { [PostedForm.Token] = Token(foreign) })).Status);
    }

    private static string Token(TestPage page) => page.Document.QuerySelector($"input[name={PostedForm.Token}]")!.GetAttribute("value")!;
}
