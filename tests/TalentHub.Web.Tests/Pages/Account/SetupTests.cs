using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Services.Accounts;
using TalentHub.Web.Infrastructure.SignIn;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Account;

public sealed class SetupTests
{
    [Fact]
    public async Task Before_set_up_every_way_leads_to_it_except_health_and_words()
    {
        await using var factory = new EmptyFactory();
        var browser = factory.Browser();

        foreach (var path in new[] { "/", "/today", "/account/sign-in", "/careers", "/no-such-page" })
        {
            Assert.Equal("/setup", (await browser.GetAsync(path)).Location);
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/setup")).Status);
        Assert.Contains("欢迎", (await factory.Browser(language: "zh-CN").GetAsync("/setup")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_sets_up_nothing_and_a_right_one_makes_a_company_that_can_work()
    {
        await using var factory = new EmptyFactory();
        var browser = factory.Browser();
        var code = await factory.Services.GetRequiredService<SetupDoor>().NewCodeAsync(CancellationToken.None);
        var form = await browser.GetAsync("/setup/company");

        var wrong = await browser.SubmitAsync(form, Filled("AAAA-BBBB-CCCC-DDDD"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("not the code", wrong.ErrorAt("Input.Code"), StringComparison.Ordinal);
        Assert.False(await factory.DbAsync(db => db.Companies.AnyAsync()));

        var done = await browser.SubmitAsync(wrong, Filled(code!.ToLowerInvariant()));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        await factory.DbAsync(async db =>
        {
            var admin = await db.Users.SingleAsync();
            Assert.Equal(Role.Admin, (await db.RoleGrants.SingleAsync()).Role);
            Assert.Equal("ada@example.com", admin.Email);
            Assert.Equal(5, await db.RoleFamilies.CountAsync());
            Assert.True(await db.CompanyReasons.CountAsync() > 20);
            Assert.Equal(2, await db.ApprovalPolicies.CountAsync());
            Assert.Contains("Moonlight AI", (await db.Notices.SingleAsync()).Text.Title.En + string.Concat((await db.Notices.SingleAsync()).Text.Sections.SelectMany(s => s.Paragraphs).Select(p => p.En)), StringComparison.Ordinal);
            Assert.Equal(1, await db.Employments.CountAsync());

            // The company's own copies, from now on its own to change.
            var template = await db.OnboardingTemplates.Include(t => t.Tasks).SingleAsync();
            Assert.Equal(ShippedContent.OnboardingTemplate.Tasks.Count, template.Tasks.Count);
            Assert.All(await db.RoleFamilies.ToListAsync(), f => Assert.True(f.Rounds.Count > 0 && f.Attributes.Count > 0));
            Assert.False(await db.SetupCodes.AnyAsync());
        });

        // The administrator sets up the second step, then finds what is still to do; set-up is gone.
        var factor = await browser.FollowAsync(await browser.FollowAsync(done));
        var secret = factor.Document.QuerySelector("#secret")!.TextContent.Replace(" ", string.Empty, StringComparison.Ordinal);
        var kept = await browser.SubmitAsync(factor, new Dictionary<string, string?> { ["Input.Code"] = Totp.Code(secret, Totp.StepOf(TimeProvider.System.GetUtcNow())) });
        Assert.Contains("recovery codes", kept.Text, StringComparison.Ordinal);
        var steps = await browser.GetAsync("/admin/first-steps");
        Assert.Contains("Nobody holds: HR, Finance", steps.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/setup")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/setup/company")).Status);
    }

    [Fact]
    public async Task Of_two_who_set_up_at_once_one_wins()
    {
        await using var factory = new EmptyFactory();
        var code = await factory.Services.GetRequiredService<SetupDoor>().NewCodeAsync(CancellationToken.None);
        var browsers = Enumerable.Range(0, 4).Select(_ => factory.Browser()).ToList();
        var forms = await Task.WhenAll(browsers.Select(b => b.GetAsync("/setup/company")));

        var answers = await Task.WhenAll(browsers.Select((b, i) => b.SubmitAsync(forms[i], Filled(code!))));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Redirect && a.Location!.StartsWith("/account/sign-in", StringComparison.Ordinal));
        Assert.All(answers, a => Assert.True((int)a.Status < 500));
        Assert.Equal(1, await factory.DbAsync(db => db.Companies.CountAsync()));
        Assert.Equal(1, await factory.DbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Missing_fields_are_named_and_what_was_typed_stays()
    {
        await using var factory = new EmptyFactory();
        var browser = factory.Browser();

        var page = await browser.SubmitAsync(await browser.GetAsync("/setup/company"), new Dictionary<string, string?> { ["Input.Place"] = "Shanghai", ["Input.Email"] = "no address" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("This is not an e-mail address.", page.ErrorAt("Input.Email"));
        Assert.NotEmpty(page.ErrorAt("Input.NameEn")!);
        Assert.Contains("value=\"Shanghai\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("JP", "", "", "Asia/Tokyo", "JPY")]
    [InlineData("DE", "", "USD", "Europe/Berlin", "USD")]
    [InlineData("US", "America/New_York", "", "America/New_York", "USD")]
    public async Task What_was_left_open_is_as_usual_in_the_country_and_what_was_chosen_stays(string country, string zone, string currency, string zoneThen, string currencyThen)
    {
        await using var factory = new EmptyFactory();
        var browser = factory.Browser();
        var code = await factory.Services.GetRequiredService<SetupDoor>().NewCodeAsync(CancellationToken.None);

        var done = await browser.SubmitAsync(
            await browser.GetAsync("/setup/company"), new Dictionary<string, string?>(Filled(code!)) { ["Input.Country"] = country, ["Input.Zone"] = zone, ["Input.Currency"] = currency });

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal((zoneThen, currencyThen), await factory.DbAsync(async db => await db.Companies.Select(c => ValueTuple.Create(c.Zone, c.Currency)).SingleAsync()));
        Assert.Equal((zoneThen, currencyThen, country), await factory.DbAsync(async db => await db.Locations.Select(l => ValueTuple.Create(l.Zone, l.Currency, l.Country)).SingleAsync()));
    }

    [Fact]
    public async Task With_each_country_its_own_clock_and_money_are_offered_and_can_be_chosen()
    {
        await using var factory = new EmptyFactory();

        var page = await factory.Browser(language: "zh-CN").GetAsync("/setup/company");

        string[] Values(string name) => [.. page.Document.QuerySelectorAll($"select[name='{name}'] option").Select(o => o.GetAttribute("value")!)];
        var usual = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(page.Document.QuerySelector("[data-follow]:has(select[name='Input.Country'])")!.GetAttribute("data-follow")!)!;
        Assert.Equal(Values("Input.Country"), usual.Keys);
        Assert.All(usual.Values, u => Assert.Contains(u["Input.Zone"], Values("Input.Zone")));
        Assert.All(usual.Values, u => Assert.Contains(u["Input.Currency"], Values("Input.Currency")));
        Assert.Equal("CN", page.Document.QuerySelector("select[name='Input.Country'] option[selected]")!.GetAttribute("value"));
        Assert.Equal("北京、上海（UTC+8）", page.Document.QuerySelector("select[name='Input.Zone'] option[value='Asia/Shanghai']")!.TextContent);
    }

    private static Dictionary<string, string?> Filled(string code) => new()
    {
        ["Input.Code"] = code, ["Input.NameEn"] = "Moonlight AI", ["Input.NameZh"] = "月光智能", ["Input.Zone"] = "Asia/Shanghai", ["Input.Currency"] = "CNY", ["Input.Country"] = "CN",
        ["Input.Place"] = "Shanghai", ["Input.Name"] = "Ada Lovelace", ["Input.Email"] = "ada@example.com", ["Input.Password"] = "a rather long pass phrase",
    };
}
