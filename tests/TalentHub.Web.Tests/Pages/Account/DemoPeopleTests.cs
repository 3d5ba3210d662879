using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Access;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Account;

/// <summary>The real sample company, whose sign-in page lets one be anybody of it.</summary>
public sealed class DemoPeopleTests(DemoPeopleTests.DemoSampleFactory factory) : IClassFixture<DemoPeopleTests.DemoSampleFactory>
{
    /// <summary>Of the accounts file: docs/operations.md.</summary>
    private static readonly string[] Fourteen =
    [
        "Admin", "CompensationOwner", "Coordinator", "DepartmentHead", "Employee", "Employee2", "Executive", "Finance", "HR", "HiringManager", "Interviewer", "LearningOwner", "Manager", "Recruiter",
    ];

    public static TheoryData<string> Labels => [.. Fourteen];

    [Theory]
    [InlineData("en", "Hiring manager")]
    [InlineData("zh-CN", "用人经理")]
    public async Task The_sign_in_page_lists_a_person_of_every_role_with_what_they_are(string language, string first)
    {
        var page = await factory.Browser(language: language).GetAsync("/account/sign-in");

        var rows = page.Document.QuerySelectorAll("form[action*=Demo] li");
        Assert.Equal(Fourteen, rows.Select(r => r.QuerySelector("button[name=label]")!.GetAttribute("value")!).Order(StringComparer.Ordinal));
        var roles = rows.Select(r => r.QuerySelector("b")!.TextContent).ToList();
        Assert.Equal(first, roles[0]);
        Assert.Equal(14, roles.Distinct().Count());
        Assert.All(rows, r => Assert.NotEmpty(r.QuerySelector("bdi")!.TextContent));
        if (language == "zh-CN")
        {
            Assert.All(roles.Where(r => r != "HRBP"), r => Assert.Matches("[\u4e00-\u9fff]", r));
        }
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public async Task One_click_makes_one_that_person_with_that_persons_rights(string label)
    {
        var browser = factory.Browser();
        var page = await browser.GetAsync("/account/sign-in");
        var name = page.Document.QuerySelector($"li:has(button[value={label}]) bdi")!.TextContent;

        var answer = await browser.SubmitAsync(page, form: "form[action*=Demo]", button: ("label", label));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var today = await browser.GetAsync("/today");
        Assert.Equal(HttpStatusCode.OK, today.Status);
        Assert.Equal(name, today.Document.QuerySelector(".top .menu-list bdi")!.TextContent);
        var roles = await factory.DbAsync(db => db.RoleGrants.Where(g => db.DemoPeople.Any(d => d.Label == label && d.PersonId == g.PersonId)).Select(g => g.Role).ToListAsync());
        Assert.Equal(Enum.TryParse<Role>(label, out var role) && role != Role.Employee ? [role] : [], roles);
        Assert.Equal(label == "Admin" ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.GetAsync("/admin/users")).Status);
    }

    /// <summary>From the same machine, with the product's own sign-in.</summary>
    public sealed class DemoSampleFactory : SampleFactory
    {
        protected override bool SignsInByHeader => false;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("TALENTHUB_DEMO", "1");
        }

        protected override void Configure(IServiceCollection services) => services.AddSingleton<IStartupFilter>(new VisitsFrom(IPAddress.Loopback));
    }
}
