using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Services.Seeding;
using TalentHub.Testing;
using TalentHub.Web.Infrastructure;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Account;

public sealed class DemoTests
{
    [Fact]
    public async Task One_click_makes_the_sample_company_and_one_more_makes_one_somebody_of_it()
    {
        await using var factory = new DemoFactory(IPAddress.Loopback);
        var browser = factory.Browser();

        var page = await browser.GetAsync("/setup");
        Assert.Null(page.Document.QuerySelector("input[name=Code]"));
        var begun = await browser.SubmitAsync(page, button: ("size", "Small"));
        Assert.Equal("/setup/loading", begun.Location);
        await factory.LoadedAsync();

        var people = await browser.GetAsync("/account/sign-in");
        Assert.Contains("Hiring manager", people.Text, StringComparison.Ordinal);
        var signedIn = await browser.SubmitAsync(people, form: "form[action*=Demo]", button: ("label", "HR"));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.Status);
        var today = await browser.GetAsync("/today");
        Assert.Equal(HttpStatusCode.OK, today.Status);
        Assert.Equal("en", today.Document.DocumentElement.GetAttribute("lang"));

        // HR needs no second factor here, and can go on to be somebody else.
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/sign-in")).Status);

        // Who was on the way somewhere, as one who just chose a password is, goes on there.
        Assert.Equal("/today", (await browser.GetAsync("/account/sign-in?returnUrl=%2Ftoday")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/setup")).Status);
    }

    [Fact]
    public async Task From_elsewhere_the_sample_company_takes_the_code()
    {
        await using var factory = new DemoFactory(IPAddress.Parse("192.168.1.20"));
        var browser = factory.Browser();
        var page = await browser.GetAsync("/setup");

        Assert.NotNull(page.Document.QuerySelector("input[name=Code]"));
        var refused = await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Code"] = "AAAA-AAAA-AAAA-AAAA" }, button: ("size", "Small"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.False(await factory.DbAsync(db => db.Companies.AnyAsync()));
    }

    [Fact]
    public async Task A_proxy_in_between_asks_for_the_code_even_on_the_same_machine()
    {
        await using var factory = new DemoFactory(IPAddress.Loopback);
        var browser = factory.Browser();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.1");

        Assert.NotNull((await browser.GetAsync("/setup")).Document.QuerySelector("input[name=Code]"));
    }

    [Fact]
    public async Task Nobody_from_a_public_address_becomes_somebody_by_a_click()
    {
        await using var factory = new DemoFactory(IPAddress.Parse("203.0.113.9"));
        await factory.ServiceAsync<ISampleCompany, bool>(async sample =>
        {
            await sample.LoadAsync(SampleSize.Small, null, CancellationToken.None);
            return true;
        });

        Assert.DoesNotContain("One click", (await factory.Browser().GetAsync("/account/sign-in")).Text, StringComparison.Ordinal);
    }

    private sealed class DemoFactory(IPAddress from) : RealSignInFactory
    {
        protected override bool HasCompany => false;

        public async Task LoadedAsync()
        {
            for (var i = 0; i < 100 && !await DbAsync(db => db.DemoPeople.AnyAsync()); i++)
            {
                await Task.Delay(50);
            }

            Services.GetRequiredService<CompanyCache>().Forget();
        }

        protected override void Configure(IServiceCollection services)
        {
            base.Configure(services);
            services.AddScoped<ISampleCompany, TinySample>();
            services.AddSingleton<IStartupFilter>(new VisitsFrom(from));
        }
    }

    /// <summary>Two people, in place of the generator.</summary>
    private sealed class TinySample(TalentHub.Data.TalentHubDb db) : ISampleCompany
    {
        public async Task LoadAsync(SampleSize size, IProgress<string>? progress, CancellationToken ct)
        {
            db.Companies.Add(new Company(new Bilingual("Sample", "示例"), "Asia/Shanghai", "CNY", isDemo: true, A.Noon));
            foreach (var (label, name) in new[] { ("HR", "Han Mei"), ("HiringManager", "Ada Lovelace") })
            {
                var person = new Person(PersonName.Parse(name), label + "@example.com", null, "zh-CN", A.Noon);
                db.People.Add(person);
                await db.SaveChangesAsync(ct);
                db.DemoPeople.Add(new DemoPerson { Label = label, PersonId = person.Id });
                if (label == "HR")
                {
                    db.RoleGrants.Add(new RoleGrant { PersonId = person.Id, Role = Role.HR, GivenAt = A.Noon });
                }
            }

            await db.SaveChangesAsync(ct);
        }
    }
}
