using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Content;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Domain.People;
using TalentHub.Services.Approvals;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Admin;

public sealed class OrganisationPagesTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>, IAsyncLifetime
{
    private TestPerson admin = null!;

    public async ValueTask InitializeAsync()
    {
        _ = factory.Services;
        await factory.DbAsync(async db =>
        {
            await CompanyDefaults.AddMissingAsync(db, CancellationToken.None);
            await db.SaveChangesAsync();
        });
        admin = await factory.PersonAsync(Role.Admin);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/admin/departments")]
    [InlineData("/admin/places")]
    [InlineData("/admin/chains")]
    [InlineData("/admin/reasons")]
    [InlineData("/admin/role-families")]
    [InlineData("/admin/role-families/machine-learning-engineer/edit")]
    public async Task Only_those_with_the_right_enter(string path)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await factory.Browser().GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(await factory.PersonAsync(Role.Recruiter)).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(admin).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(await factory.PersonAsync(Role.Admin, "管理员", "zh-CN")).GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_department_is_made_led_and_never_put_below_itself()
    {
        var browser = factory.Browser(admin);
        var form = await browser.GetAsync("/admin/departments/edit");
        var missing = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.NameZh"] = "研究部" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.Status);
        Assert.Equal("Write a short code.", missing.ErrorAt("Input.Code"));
        Assert.Contains("研究部", missing.Html, StringComparison.Ordinal);

        await browser.SubmitAsync(form, new Dictionary<string, string?>
        {
            ["Input.Code"] = "RES", ["Input.NameEn"] = "Research", ["Input.NameZh"] = "研究部", ["Input.ParentId"] = factory.Company.DepartmentId.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Input.HeadId"] = admin.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
        var made = await factory.DbAsync(db => db.Departments.SingleAsync(d => d.Code == "RES"));
        Assert.Equal((factory.Company.DepartmentId, admin.Id), (made.ParentId, made.HeadId));

        var top = await browser.GetAsync($"/admin/departments/edit?id={factory.Company.DepartmentId}");
        var loop = await browser.SubmitAsync(top, new Dictionary<string, string?> { ["Input.ParentId"] = made.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, loop.Status);
        Assert.Equal("A department cannot stand below itself.", loop.ErrorAt("Input.ParentId"));

        var twice = await browser.SubmitAsync(await browser.GetAsync("/admin/departments/edit"), new Dictionary<string, string?> { ["Input.Code"] = "RES", ["Input.NameEn"] = "Again" });
        Assert.Equal("Another department has this code.", twice.ErrorAt("Input.Code"));
    }

    [Fact]
    public async Task A_place_needs_a_known_zone()
    {
        var browser = factory.Browser(admin);
        var form = await browser.GetAsync("/admin/places/edit");

        var wrong = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.NameEn"] = "Moon", ["Input.Zone"] = "Moon/Base", ["Input.Country"] = "M", ["Input.Currency"] = "" });
        Assert.Equal("This time zone is not known.", wrong.ErrorAt("Input.Zone"));
        await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.NameEn"] = "Paris", ["Input.NameZh"] = "巴黎", ["Input.Zone"] = "Europe/Paris", ["Input.Country"] = "fr", ["Input.Currency"] = "EUR" });

        Assert.True(await factory.DbAsync(db => db.Locations.AnyAsync(l => l.Zone == "Europe/Paris" && l.Country == "FR")));
    }

    [Fact]
    public async Task A_chain_with_more_conditions_wins_and_a_changed_one_retires_the_old()
    {
        var browser = factory.Browser(admin);
        var form = await browser.GetAsync("/admin/chains/new");
        var empty = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.NameEn"] = "Nobody" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("A chain has one to 6 steps.", empty.Text, StringComparison.Ordinal);

        var boss = await factory.PersonAsync();
        var saved = await browser.SubmitAsync(form, new Dictionary<string, string?>
        {
            ["Input.NameEn"] = "Senior hires", ["Input.NameZh"] = "高级职位", ["Input.FromLevel"] = "7", ["Input.Steps[0].Who"] = "Person", ["Input.Steps[0].PersonId"] = boss.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Input.Steps[0].LabelEn"] = "The boss",
        });
        Assert.Equal("/admin/chains", saved.Location);
        Assert.Equal([[boss.Id]], await PeopleAsync(level: 7));
        Assert.DoesNotContain(boss.Id, (await PeopleAsync(level: 6)).SelectMany(p => p));

        var id = await factory.DbAsync(db => db.ApprovalPolicies.OrderByDescending(p => p.Id).Select(p => p.Id).FirstAsync());
        await browser.SubmitAsync(await browser.GetAsync($"/admin/chains/new?from={id}"), new Dictionary<string, string?> { ["Input.FromLevel"] = "8" });

        Assert.True((await factory.DbAsync(db => db.ApprovalPolicies.SingleAsync(p => p.Id == id))).IsRetired);
        Assert.DoesNotContain(boss.Id, (await PeopleAsync(level: 7)).SelectMany(p => p));
    }

    [Fact]
    public async Task A_reason_is_made_reworded_and_retired_and_its_code_stays()
    {
        var browser = factory.Browser(admin);
        var form = await browser.GetAsync("/admin/reasons/edit");
        var wrong = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Kind"] = "Rejection", ["Input.Code"] = "Not A Code", ["Input.TextEn"] = "x" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);

        await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Kind"] = "Rejection", ["Input.Code"] = "too-far", ["Input.TextEn"] = "Lives too far away", ["Input.MailTemplate"] = "application-rejected-general" });
        var made = await factory.DbAsync(db => db.CompanyReasons.SingleAsync(r => r.Kind == ReasonKind.Rejection && r.Code == "too-far"));
        Assert.Equal("application-rejected-general", made.MailTemplate);

        await browser.SubmitAsync(await browser.GetAsync($"/admin/reasons/edit?id={made.Id}"), new Dictionary<string, string?> { ["Input.TextZh"] = "住得太远", ["Input.Code"] = "hacked" });
        var list = await browser.GetAsync("/admin/reasons");
        await browser.SubmitAsync(list, form: $"form:has(input[name=id][value='{made.Id}'])");

        made = await factory.DbAsync(db => db.CompanyReasons.SingleAsync(r => r.Id == made.Id));
        Assert.Equal(("too-far", "住得太远", true), (made.Code, made.Text.Zh, made.IsRetired));
    }

    [Fact]
    public async Task A_role_family_shows_its_plan_and_takes_new_words_and_pay()
    {
        var hr = factory.Browser(await factory.PersonAsync(Role.HR));
        var page = await hr.GetAsync("/admin/role-families/data-scientist");
        Assert.Contains("Interview plan", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await hr.GetAsync("/admin/role-families/none")).Status);

        var form = await hr.GetAsync("/admin/role-families/data-scientist/edit");
        var wrong = await hr.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Pay[0].Minimum"] = "9000000" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        await hr.SubmitAsync(form, new Dictionary<string, string?> { ["Input.AboutEn"] = "You will count <b>things</b>.", ["Input.Pay[0].Minimum"] = "100000", ["Input.DoingEn"] = "One\nTwo", ["Input.DoingZh"] = "一\n二\n三" });

        var family = await factory.DbAsync(db => db.RoleFamilies.SingleAsync(f => f.Code == "data-scientist"));
        Assert.Equal("You will count <b>things</b>.", family.Posting.About.En);
        Assert.Equal(100_000_00, family.Levels[0].Pay("USD")!.Minimum);
        Assert.Equal(["One", "Two", ""], family.Posting.Doing.Select(d => d.En));
        Assert.Contains("&lt;b&gt;things&lt;/b&gt;", (await hr.GetAsync("/admin/role-families/data-scientist")).Html, StringComparison.Ordinal);
    }

    private async Task<List<List<long>>> PeopleAsync(int level)
    {
        var steps = await factory.ServiceAsync<ApprovalChains, IReadOnlyList<ApprovalStepPlan>>(
            chains => chains.ForAsync(new ChainQuestion(ApprovalKind.Requisition, factory.Company.DepartmentId, level, 1, admin.Id), CancellationToken.None));
        return [.. steps.Select(s => s.Approvers.ToList())];
    }
}
