using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Account;

public sealed class SignInTests(RealSignInFactory factory) : IClassFixture<RealSignInFactory>
{
    [Fact]
    public async Task A_right_password_opens_what_was_asked_for()
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync());
        var browser = factory.Browser();

        var challenged = await browser.GetAsync("/today");
        var form = await browser.FollowAsync(challenged);
        var sent = await browser.SubmitAsync(form, Typed(person.Email), form: "#sign-in");
        var on = await browser.FollowAsync(sent);
        var today = await browser.FollowAsync(on);

        Assert.Equal("/account/sign-in?returnUrl=%2Ftoday", challenged.Location);
        Assert.Equal("/today", on.Location);
        Assert.Equal(HttpStatusCode.OK, today.Status);
        Assert.True(today.Response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_cookie_is_bound_to_the_host_and_closed_to_scripts()
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync());

        var sent = await factory.SignInAsync(factory.Browser(), person.Email);

        var cookie = sent.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-session=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_first_try_over_plain_http_shows_its_form_and_its_cookies_are_still_secure()
    {
        var client = factory.CreateClient(new() { BaseAddress = new Uri("http://localhost"), AllowAutoRedirect = false });

        var answer = await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_stranger_and_a_wrong_password_get_the_same_answer_for_the_same_work()
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync());
        var before = factory.Hasher.Verified;

        var wrong = await factory.SignInAsync(factory.Browser(), person.Email, "something else entirely");
        var afterWrong = factory.Hasher.Verified;
        var unknown = await factory.SignInAsync(factory.Browser(), "nobody@example.org", "something else entirely");
        var afterUnknown = factory.Hasher.Verified;

        Assert.Equal(1, afterWrong - before);
        Assert.Equal(1, afterUnknown - afterWrong);
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Contains("E-mail or password is not right", unknown.Text, StringComparison.Ordinal);
        Assert.Equal(wrong.Text.Replace(person.Email, "x", StringComparison.Ordinal), unknown.Text.Replace("nobody@example.org", "x", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_typed_stays_but_never_the_password()
    {
        var page = await factory.SignInAsync(factory.Browser(), "typed@example.org", "a secret that nobody sees");

        Assert.Contains("typed@example.org", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret that nobody sees", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_foreign_way_back_leads_to_the_front_page(string returnUrl)
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync());
        var browser = factory.Browser();

        var sent = await factory.SignInAsync(browser, person.Email, returnUrl: returnUrl);
        var on = await browser.FollowAsync(sent);

        Assert.Equal("/", on.Location);
    }

    [Fact]
    public async Task A_cookie_kept_from_before_the_sign_out_opens_nothing()
    {
        var browser = await factory.SignedInAsync(await factory.PersonAsync());
        var stolen = browser.Cookie("__Host-session");
        var thief = Thief(stolen);
        var whileSignedIn = await thief.GetAsync("/today");

        var question = await browser.GetAsync("/account/sign-out");
        await browser.SubmitAsync(question);
        var afterwards = await thief.GetAsync("/today");

        Assert.Equal(HttpStatusCode.OK, whileSignedIn.Status);
        Assert.Equal(HttpStatusCode.Redirect, afterwards.Status);
    }

    [Fact]
    public async Task A_disabled_account_is_refused_within_half_a_minute()
    {
        var person = await factory.PersonAsync();
        var browser = await factory.SignedInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/today")).Status);

        // Straight in the database, as another instance would do it.
        await factory.DbAsync(db => db.Users.Where(a => a.Id == person.AccountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsDisabled, true)));
        factory.Clock.Advance(TimeSpan.FromSeconds(21));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/today")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await factory.SignInAsync(factory.Browser(), person.Email)).Status);
    }

    [Fact]
    public async Task A_session_ends_when_idle_and_when_old()
    {
        var idle = await factory.SignedInAsync(await factory.PersonAsync());
        Assert.Equal(HttpStatusCode.OK, (await idle.GetAsync("/today")).Status);
        factory.Clock.Advance(TimeSpan.FromHours(8.1));
        Assert.Equal(HttpStatusCode.Redirect, (await idle.GetAsync("/today")).Status);

        var busy = await factory.SignedInAsync(await factory.PersonAsync());
        for (var hour = 0; hour < 7 * 24; hour += 6)
        {
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/today")).Status);
            factory.Clock.Advance(TimeSpan.FromHours(6));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await busy.GetAsync("/today")).Status);
    }

    [Fact]
    public async Task Guessing_slows_down_for_known_and_unknown_addresses_alike_and_opens_again()
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync());
        foreach (var email in new[] { person.Email, "guessed@example.org" })
        {
            for (var i = 0; i < 5; i++)
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, (await factory.SignInAsync(factory.Browser(), email, "wrong wrong wrong")).Status);
            }

            var slowed = await factory.SignInAsync(factory.Browser(), email, "wrong wrong wrong");
            Assert.Equal(HttpStatusCode.TooManyRequests, slowed.Status);
            Assert.Contains("Too many tries. Wait 1 seconds", slowed.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await factory.SignInAsync(factory.Browser(), person.Email)).Status);
        factory.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.Redirect, (await factory.SignInAsync(factory.Browser(), person.Email)).Status);
    }

    [Fact]
    public async Task The_page_speaks_chinese()
    {
        var page = await factory.Browser(language: "zh-CN").GetAsync("/account/sign-in");

        Assert.Contains("登录", page.Text, StringComparison.Ordinal);
        Assert.Contains("忘记密码", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_sign_in_is_not_there_outside_demo_mode()
    {
        await factory.DbAsync(async db =>
        {
            db.DemoPeople.Add(new TalentHub.Data.Accounts.DemoPerson { Label = "HR", PersonId = (await factory.PersonAsync(Role.HR)).Id });
            await db.SaveChangesAsync();
        });
        var browser = factory.Browser();
        var page = await browser.GetAsync("/account/sign-in");

        Assert.DoesNotContain("One click", page.Text, StringComparison.Ordinal);
        var fields = new Dictionary<string, string?> { ["label"] = "HR" };
        page.Document.QuerySelector("#sign-in")!.SetAttribute("action", "/account/sign-in?handler=Demo");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync(page, fields, form: "#sign-in")).Status);
    }

    private static Dictionary<string, string?> Typed(string email) => new() { ["Input.Email"] = email, ["Input.Password"] = RealSignInFactory.Password };

    private TestBrowser Thief(string token)
    {
        var browser = factory.Browser();
        browser.Client.DefaultRequestHeaders.Add("Cookie", "__Host-session=" + token);
        return browser;
    }
}
