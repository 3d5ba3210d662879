using System.Net;
using AngleSharp.Dom;
using TalentHub.Domain.Access;
using TalentHub.Services.Accounts;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Account;

public sealed class SecondFactorTests(RealSignInFactory factory) : IClassFixture<RealSignInFactory>
{
    [Fact]
    public async Task Hr_sets_up_an_authenticator_before_anything_else_opens()
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync(Role.HR));
        var browser = factory.Browser();
        await factory.SignInAsync(browser, person.Email);
        var waitingKey = browser.Cookie("__Host-session");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/today")).Status);
        var page = await browser.FollowAsync(await browser.GetAsync("/account/sign-in?returnUrl=%2Ftoday"));
        Assert.StartsWith("data:image/png;base64,", page.Document.QuerySelector("img[src^=data]")!.GetAttribute("src"), StringComparison.Ordinal);
        var secret = page.Document.QuerySelector("#secret")!.TextContent.Replace(" ", string.Empty, StringComparison.Ordinal);

        var wrong = await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Input.Code"] = "000000x" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(secret, wrong.Document.QuerySelector("#secret")!.TextContent.Replace(" ", string.Empty, StringComparison.Ordinal));

        var done = await browser.SubmitAsync(wrong, new Dictionary<string, string?> { ["Input.Code"] = Code(secret) });
        Assert.Equal(SecondFactors.RecoveryCodes, done.Document.QuerySelectorAll("#recovery-codes li").Length);
        Assert.Equal("/today", done.Document.QuerySelector("main a.btn-primary")!.GetAttribute("href"));
        Assert.NotEqual(waitingKey, browser.Cookie("__Host-session"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/today")).Status);
    }

    [Fact]
    public async Task The_second_step_takes_a_code_and_takes_it_once()
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync(Role.Admin));
        var secret = await factory.WithFactorAsync(person);
        var code = Code(secret);

        var browser = await PasswordGivenAsync(person);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/today")).Status);
        var form = await browser.FollowAsync(await browser.GetAsync("/account/sign-in?returnUrl=%2Ftoday"));
        Assert.StartsWith("/account/code", form.Path, StringComparison.Ordinal);
        var on = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Code"] = code });
        Assert.Equal("/today", on.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/today")).Status);

        var second = await PasswordGivenAsync(person);
        var again = await second.SubmitAsync(await second.GetAsync("/account/code"), new Dictionary<string, string?> { ["Input.Code"] = code });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await second.GetAsync("/today")).Status);
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync());
        await factory.WithFactorAsync(person);
        var codes = await factory.ServiceAsync<SecondFactors, IReadOnlyList<string>>(f => f.RenewRecoveryAsync(person.AccountId, CancellationToken.None));

        var first = await PasswordGivenAsync(person);
        var opened = await first.SubmitAsync(await first.GetAsync("/account/code"), new Dictionary<string, string?> { ["Input.Code"] = codes[3].ToUpperInvariant() });
        var second = await PasswordGivenAsync(person);
        var refused = await second.SubmitAsync(await second.GetAsync("/account/code"), new Dictionary<string, string?> { ["Input.Code"] = codes[3] });

        Assert.Equal(HttpStatusCode.Redirect, opened.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task Codes_are_guessed_no_faster_than_passwords()
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync());
        await factory.WithFactorAsync(person);
        var browser = await PasswordGivenAsync(person);
        for (var i = 0; i < Guesses.FreeByAccount; i++)
        {
            await browser.SubmitAsync(await browser.GetAsync("/account/code"), new Dictionary<string, string?> { ["Input.Code"] = "123 456 7" });
        }

        var slowed = await browser.SubmitAsync(await browser.GetAsync("/account/code"), new Dictionary<string, string?> { ["Input.Code"] = "1" });

        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.Status);
    }

    [Fact]
    public void Codes_are_those_of_the_standard()
    {
        // RFC 6238, appendix B: the secret is the text 12345678901234567890; the last six of its eight digits.
        const string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

        Assert.Equal("287082", Totp.Code(secret, 59 / 30));
        Assert.Equal("081804", Totp.Code(secret, 1111111109 / 30));
        Assert.Equal("353130", Totp.Code(secret, 20000000000 / 30));
        Assert.Equal(32, Totp.NewSecret().Length);
    }

    private static string Code(string secret) => Totp.Code(secret, Totp.StepOf(TimeProvider.System.GetUtcNow()));

    private async Task<TestBrowser> PasswordGivenAsync(TestPerson person)
    {
        var browser = factory.Browser();
        await factory.SignInAsync(browser, person.Email);
        return browser;
    }
}
