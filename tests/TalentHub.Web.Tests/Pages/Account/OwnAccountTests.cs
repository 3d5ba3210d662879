using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Data.Setup;
using TalentHub.Domain.Access;
using TalentHub.Services.Accounts;
using TalentHub.Services.Scheduling;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Account;

public sealed class OwnAccountTests(RealSignInFactory factory) : IClassFixture<RealSignInFactory>
{
    private const string Another = "another long pass phrase";

    [Fact]
    public async Task Changing_the_password_keeps_this_session_and_ends_the_others()
    {
        var person = await factory.PersonAsync();
        var here = await factory.SignedInAsync(person);
        var there = factory.Browser();
        await factory.SignInAsync(there, person.Email);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/today")).Status);

        var form = await here.GetAsync("/account/password");
        var wrong = await here.SubmitAsync(form, Change("not the present one", Another));
        Assert.Equal("This is not your present password.", wrong.ErrorAt("Input.Current"));
        var done = await here.SubmitAsync(form, Change(RealSignInFactory.Password, Another));

        Assert.Equal("/account", done.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/today")).Status);
        factory.Clock.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await factory.SignInAsync(factory.Browser(), person.Email)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await factory.SignInAsync(factory.Browser(), person.Email, Another)).Status);
        Assert.Equal(1, await factory.DbAsync(db => db.Outbox.CountAsync(m => m.To == person.Email && m.Template == "password-changed")));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("password123456")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("123456789012345")]
    public async Task A_weak_password_is_refused(string weak)
    {
        var browser = await factory.SignedInAsync(await factory.PersonAsync());

        var page = await browser.SubmitAsync(await browser.GetAsync("/account/password"), Change(RealSignInFactory.Password, weak));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEmpty(page.ErrorAt("Input.Password")!);
    }

    [Fact]
    public void A_password_about_oneself_is_refused_and_a_phrase_is_not()
    {
        Assert.NotNull(PasswordRules.Objection("lovelace-ada-1815", "ada.lovelace@example.com", "Ada Lovelace"));
        Assert.NotNull(PasswordRules.Objection("ada.lovelace!!!!", "ada.lovelace@example.com", "Ada Lovelace"));
        Assert.NotNull(PasswordRules.Objection(new string('x', 201) + "y", null, null));
        Assert.Null(PasswordRules.Objection("the engine weaves algebra", "ada.lovelace@example.com", "Ada Lovelace"));
        Assert.Null(PasswordRules.Objection("今天天气很好我们去爬山吧", "li@example.com", "李明"));
    }

    [Fact]
    public async Task Sessions_are_listed_and_one_is_ended_but_never_somebody_elses()
    {
        var person = await factory.PersonAsync();
        var here = await factory.SignedInAsync(person);
        var there = factory.Browser();
        there.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0");
        await factory.SignInAsync(there, person.Email);
        var stranger = await factory.SignedInAsync(await factory.PersonAsync());

        var page = await here.GetAsync("/account/sessions");
        Assert.Contains("Firefox · Windows", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll("tbody tr").Length);
        var id = page.Document.QuerySelector("button[name=id]")!.GetAttribute("value")!;

        var foreign = await stranger.GetAsync("/account/sessions");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SubmitAsync(foreign, form: "#end", button: ("id", id))).Status);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/today")).Status);
        await here.SubmitAsync(page, form: "#end", button: ("id", id));
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/today")).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/today")).Status);
    }

    [Fact]
    public async Task Signing_out_everywhere_else_ends_all_other_sessions_at_once()
    {
        var person = await factory.PersonAsync();
        var here = await factory.SignedInAsync(person);
        var others = new[] { factory.Browser(), factory.Browser() };
        foreach (var other in others)
        {
            await factory.SignInAsync(other, person.Email);
            Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/today")).Status);
        }

        await here.SubmitAsync(await here.GetAsync("/account/sessions"), form: "form[action*='handler=Others']");

        foreach (var other in others)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/today")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/today")).Status);
    }

    [Fact]
    public async Task A_link_in_a_mail_leads_to_the_configured_address_whatever_the_request_called_itself()
    {
        var person = await factory.PersonAsync();
        await factory.WithPasswordAsync(person);
        var browser = factory.Browser();
        browser.Client.DefaultRequestHeaders.Host = "evil.example.com";

        var form = await browser.GetAsync("/account/forgot");
        await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Email"] = person.Email });
        await RunResetsAsync();

        // LinkAsync takes only a line that begins with the configured address.
        Assert.StartsWith("/account/reset/", await LinkAsync(person.Email), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example.com", form.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_look_keys_and_zone_are_ones_own()
    {
        var person = await factory.PersonAsync();
        var browser = await factory.SignedInAsync(person);

        var form = await browser.GetAsync("/account");
        await browser.SubmitAsync(
            form, new Dictionary<string, string?> { ["Input.Language"] = "zh-CN", ["Input.Theme"] = "dark", ["Input.Zone"] = "Europe/Berlin", ["Input.Keys"] = "false" }, form: "#preferences");
        var after = await browser.GetAsync("/account");

        Assert.Contains("我的账号", after.Text, StringComparison.Ordinal);
        Assert.Equal("dark", after.Document.DocumentElement.GetAttribute("data-bs-theme"));
        await factory.DbAsync(async db =>
        {
            Assert.Equal("Europe/Berlin", (await db.People.SingleAsync(p => p.Id == person.Id)).Zone);
            Assert.True((await db.Users.SingleAsync(a => a.Id == person.AccountId)).KeysOff);
        });
        var wrong = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Zone"] = "Mars/Olympus" }, form: "#preferences");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
    }

    [Fact]
    public async Task A_forgotten_password_is_chosen_anew_by_a_link_that_works_once()
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync());
        var known = await AskAsync(person.Email);
        var unknown = await AskAsync("nobody-at-all@example.org");
        Assert.Equal(known.Location, unknown.Location);

        await RunResetsAsync();
        Assert.False(await factory.DbAsync(db => db.Outbox.AnyAsync(m => m.To == "nobody-at-all@example.org")));
        var path = await LinkAsync(person.Email);
        var browser = factory.Browser();
        var form = await browser.GetAsync(path);
        var done = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Password"] = Another });

        Assert.Equal("/account/sign-in", done.Location);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await factory.SignInAsync(factory.Browser(), person.Email, Another)).Status);
    }

    [Fact]
    public async Task A_reset_link_dies_of_age_of_alteration_and_of_a_password_chosen_since()
    {
        var person = await factory.PersonAsync();
        var browser = await factory.SignedInAsync(person);
        await AskAsync(person.Email);
        await RunResetsAsync();
        var path = await LinkAsync(person.Email);
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser().GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await factory.Browser().GetAsync(path[..^1] + (path[^1] == 'A' ? 'B' : 'A'))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await factory.Browser().GetAsync(path.Replace("/reset/", "/join/", StringComparison.Ordinal))).Status);

        await browser.SubmitAsync(await browser.GetAsync("/account/password"), Change(RealSignInFactory.Password, Another));
        Assert.Equal(HttpStatusCode.Gone, (await factory.Browser().GetAsync(path)).Status);

        await AskAsync(person.Email);
        await RunResetsAsync();
        var second = await LinkAsync(person.Email);
        factory.Clock.Advance(AnswerResets.Life);
        Assert.Equal(HttpStatusCode.Gone, (await factory.Browser().GetAsync(second)).Status);
    }

    private static Dictionary<string, string?> Change(string current, string next) => new() { ["Input.Current"] = current, ["Input.Password"] = next };

    private async Task<TestPage> AskAsync(string email)
    {
        var browser = factory.Browser();
        return await browser.SubmitAsync(await browser.GetAsync("/account/forgot"), new Dictionary<string, string?> { ["Input.Email"] = email });
    }

    private async Task RunResetsAsync()
    {
        await using var scope = factory.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        await scope.ServiceProvider.GetServices<IJob>().OfType<AnswerResets>().Single().RunAsync(CancellationToken.None);
    }

    /// <summary>The link as the mail will carry it.</summary>
    private async Task<string> LinkAsync(string email)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.System);
        var mail = await scope.ServiceProvider.GetRequiredService<TalentHubDb>().Outbox.Where(m => m.To == email && m.Template == "password-reset").OrderByDescending(m => m.Id).FirstAsync();
        Assert.DoesNotContain("/account/reset/", mail.Body, StringComparison.Ordinal);
        var body = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>()
            .CreateProtector(TalentHub.Services.Notifications.Mailer.Purpose);
        var text = Microsoft.AspNetCore.DataProtection.DataProtectionCommonExtensions.Unprotect(body, mail.SecretBody!);
        var line = text.Split('\n').Single(l => l.StartsWith("https://localhost/account/reset/", StringComparison.Ordinal));
        return new Uri(line.Trim()).AbsolutePath;
    }
}
