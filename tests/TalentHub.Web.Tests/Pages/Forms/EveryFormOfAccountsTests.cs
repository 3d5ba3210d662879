using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Access;
using TalentHub.Services.Accounts;
using TalentHub.Testing;
using TalentHub.Web.Infrastructure.SignIn;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Forms;

/// <summary>The forms by which one gets in, with the product's own sign-in; limits for guessing are wide, since all of this comes from one address.</summary>
public sealed class AccountFactory : RealSignInFactory
{
    protected override bool TranslatesForSqlServer => false;

    protected override void Configure(IServiceCollection services)
    {
    }
}

/// <summary>An installation before its set-up, without limits for guessing.</summary>
public sealed class UnlimitedEmptyFactory : RealSignInFactory
{
    protected override bool HasCompany => false;

    protected override void Configure(IServiceCollection services)
    {
    }
}

public sealed class EveryFormOfAccountsTests
{
    public static readonly IReadOnlyList<string> Begins = ["/account", "/setup"];

    [Fact]
    public async Task Whatever_is_sent_on_the_way_in_is_answered_at_its_field()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Between two posts the database is put back from a copy, which is made of a SQLite file.");
        await using var factory = new AccountFactory();
        var (join, reset) = (Tokens.New(), Tokens.New());
        var person = await factory.WithPasswordAsync(await factory.PersonAsync(language: "zh-CN"));
        var guarded = await factory.WithPasswordAsync(await factory.PersonAsync(Role.Admin, language: "zh-CN"));
        await factory.WithFactorAsync(guarded);
        var own = await factory.WithPasswordAsync(await factory.PersonAsync(language: "zh-CN"));
        await factory.WithFactorAsync(own);
        await LinkAsync(factory, await factory.PersonAsync(language: "zh-CN"), AccountLinkKind.Invitation, join);
        await LinkAsync(factory, person, AccountLinkKind.PasswordReset, reset);
        using var kept = new KeptDatabase(factory);
        kept.Keep();
        var routes = new Routes(factory);
        var faults = new List<string>();
        var reached = new List<RouteRowName>();

        await TryAsync("/account/sign-in", () => Task.FromResult(factory.Browser(language: "zh-CN")));
        await TryAsync("/account/forgot", () => Task.FromResult(factory.Browser(language: "zh-CN")));
        await TryAsync("/account/join/" + join, () => Task.FromResult(factory.Browser(language: "zh-CN")));
        await TryAsync("/account/reset/" + reset, () => Task.FromResult(factory.Browser(language: "zh-CN")));
        await TryAsync("/account/code", () => PasswordGivenAsync(guarded));
        foreach (var page in new[] { "/account", "/account/password", "/account/second-factor" })
        {
            await TryAsync(page, () => SignedInAsync(person));
        }

        await TryAsync("/account/sessions", async () =>
        {
            await SignedInAsync(person);
            return await SignedInAsync(person);
        });
        faults.AddRange(Coverage.Of(routes, ["/account"], reached.Select(r => r.Row), EveryFormTests.Elsewhere));

        Assert.True(faults.Count == 0, $"{faults.Count}\n{string.Join('\n', faults)}");

        async Task<TestBrowser> PasswordGivenAsync(TestPerson who)
        {
            var browser = factory.Browser(language: "zh-CN");
            await factory.SignInAsync(browser, who.Email);
            return browser;
        }

        Task<TestBrowser> SignedInAsync(TestPerson who) => PasswordGivenAsync(who);

        async Task TryAsync(string path, Func<Task<TestBrowser>> open)
        {
            kept.Restore();
            var page = await (await open()).GetAsync(path);
            foreach (var form in PostedForm.Of(page, routes).Where(f => f.Row.Path.StartsWith("/account", StringComparison.Ordinal) && !EveryFormTests.Elsewhere.ContainsKey(f.Handler)).DistinctBy(f => f.Handler))
            {
                if (reached.Exists(r => r.Signature == form.Signature))
                {
                    continue;
                }

                reached.Add(new RouteRowName(form.Signature, form.Row));
                var trial = new FormTrial(kept, routes, new FoundForm(form, string.Empty, []), open, []);
                await trial.RunAsync(isWhole: true);
                faults.AddRange(trial.Faults);
            }
        }
    }

    [Fact]
    public async Task Whatever_is_sent_while_setting_up_is_answered_at_its_field()
    {
        Assert.SkipWhen(ServerDatabase.IsAsked, "Between two posts the database is put back from a copy, which is made of a SQLite file.");
        await using var factory = new UnlimitedEmptyFactory();
        var browser = factory.Browser(language: "zh-CN");
        await factory.Services.GetRequiredService<SetupDoor>().NewCodeAsync(CancellationToken.None);
        using var kept = new KeptDatabase(factory);
        kept.Keep();
        var routes = new Routes(factory);

        var form = Assert.Single(PostedForm.Of(await browser.GetAsync("/setup/company"), routes), f => f.Row.Path == "/setup/company");
        var trial = new FormTrial(kept, routes, new FoundForm(form, string.Empty, []), () => Task.FromResult(browser), []);
        await trial.RunAsync(isWhole: true);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, trial.WhenWell);
        Assert.True(trial.Faults.Count == 0, string.Join('\n', trial.Faults));
    }

    private static Task LinkAsync(TalentHubFactory factory, TestPerson person, AccountLinkKind kind, string token) => factory.DbAsync(async db =>
    {
        var account = await db.Users.SingleAsync(u => u.Id == person.AccountId);
        db.AccountLinks.Add(new AccountLink { Kind = kind, AccountId = account.Id, TokenHash = Tokens.HashOf(token), Stamp = account.SecurityStamp!, CreatedAt = A.Noon, ExpiresAt = A.Noon.AddDays(3) });
        await db.SaveChangesAsync();
    });

    private sealed record RouteRowName(string Signature, TalentHub.Web.Commands.RouteRow Row);
}
