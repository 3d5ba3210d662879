using System.Net;
using TalentHub.Services.Accounts;
using TalentHub.Web.Infrastructure.SignIn;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Attack;

/// <summary>Sessions that somebody else prepared, saw or kept. Ends by time, by password, by disabling: SignInTests, OwnAccountTests; the key before and after the second step: SecondFactorTests.</summary>
public sealed class SessionTests(RealSignInFactory factory) : IClassFixture<RealSignInFactory>
{
    [Fact]
    public async Task A_key_that_was_planted_before_the_sign_in_opens_nothing_after_it()
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync());
        var planted = Tokens.New();
        var victim = With(planted);

        await factory.SignInAsync(victim, person.Email);

        Assert.NotEqual(planted, victim.Cookie(SessionHandler.Cookie));
        Assert.Equal(HttpStatusCode.Redirect, (await With(planted).GetAsync("/today")).Status);
    }

    [Fact]
    public async Task Each_sign_in_makes_a_new_key_and_the_one_before_opens_nothing()
    {
        var person = await factory.PersonAsync();
        var browser = await factory.SignedInAsync(person);
        var first = browser.Cookie(SessionHandler.Cookie);

        await browser.SubmitAsync(await browser.GetAsync("/account"), form: "form[action='/account/sign-out']");
        await factory.SignInAsync(browser, person.Email);

        Assert.NotEqual(first, browser.Cookie(SessionHandler.Cookie));
        Assert.Equal(HttpStatusCode.Redirect, (await With(first).GetAsync("/today")).Status);
    }

    [Fact]
    public async Task A_key_that_is_altered_by_one_letter_opens_nothing()
    {
        var browser = await factory.SignedInAsync(await factory.PersonAsync());
        var key = browser.Cookie(SessionHandler.Cookie);
        Assert.Equal(HttpStatusCode.OK, (await With(key).GetAsync("/today")).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await With((key[0] == 'a' ? 'b' : 'a') + key[1..]).GetAsync("/today")).Status);
    }

    [Fact]
    public async Task What_the_database_keeps_of_a_session_opens_nothing()
    {
        var browser = await factory.SignedInAsync(await factory.PersonAsync());

        var kept = Tokens.HashOf(browser.Cookie(SessionHandler.Cookie));

        Assert.Equal(HttpStatusCode.Redirect, (await With(kept).GetAsync("/today")).Status);
    }

    /// <summary>A browser that sends this key, whoever gave it.</summary>
    private TestBrowser With(string key)
    {
        var browser = factory.Browser();
        browser.Client.DefaultRequestHeaders.Add("Cookie", $"{SessionHandler.Cookie}={key}");
        return browser;
    }
}
