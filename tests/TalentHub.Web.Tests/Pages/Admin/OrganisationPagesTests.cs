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
    [InlineData("/admin/companies")]
    [InlineData("/admin/companies/edit")]
    [InlineData("/admin/cost-centres")]
    [InlineData("/admin/cost-centres/edit")]
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
    public async Task A_change_dated_ahead_takes_effect_on_its_day_and_the_page_reads_as_of_any_day()
    {
        // Time moves here: a house of its own.
        var fresh = new TalentHubFactory();
        await using var _ = fresh;
        var browser = fresh.Browser(await fresh.PersonAsync(Role.Admin));
        var head = await fresh.PersonAsync(name: "Nadia Next");
        var id = fresh.Company.DepartmentId;
        var today = DateOnly.FromDateTime(fresh.Clock.GetUtcNow().UtcDateTime);
        var later = today.AddDays(30);

        var done = await browser.SubmitAsync(await browser.GetAsync($"/admin/departments/edit?id={id}"), new Dictionary<string, string?>
        {
            ["Input.NameEn"] = "Engineering and Research", ["Input.HeadId"] = Text(head.Id), ["Input.From"] = Text(later),
        });
        Assert.Equal(HttpStatusCode.Redirect, done.Status);

        // Nothing holds before its day: not on the row by which approvals go, not on the page.
        Assert.Null(await HeadAsync());
        Assert.DoesNotContain("Engineering and Research", (await browser.GetAsync("/admin/departments")).Text, StringComparison.Ordinal);
        var ahead = await browser.GetAsync($"/admin/departments?on={Text(later)}");
        Assert.Contains("Engineering and Research", ahead.Text, StringComparison.Ordinal);
        Assert.Contains("Nadia Next", ahead.Text, StringComparison.Ordinal);
        Assert.Contains("This is how it will be on", ahead.Text, StringComparison.Ordinal);
        await RunAsync();
        Assert.Null(await HeadAsync());

        fresh.Clock.Advance(TimeSpan.FromDays(31));
        await RunAsync();
        Assert.Equal(head.Id, await HeadAsync());
        Assert.Contains("Engineering and Research", (await browser.GetAsync("/admin/departments")).Text, StringComparison.Ordinal);
        var before = await browser.GetAsync($"/admin/departments?on={Text(today)}");
        Assert.DoesNotContain("Engineering and Research", before.Text, StringComparison.Ordinal);
        Assert.Contains("This is how it was on", before.Text, StringComparison.Ordinal);

        Task<long?> HeadAsync() => fresh.DbAsync(db => db.Departments.Where(d => d.Id == id).Select(d => d.HeadId).SingleAsync());

        Task<bool> RunAsync() => fresh.ServiceAsync<IEnumerable<TalentHub.Services.Scheduling.IJob>, bool>(async jobs =>
        {
            await jobs.Single(j => j.Name == "apply-organisation").RunAsync(CancellationToken.None);
            return true;
        });
    }

    [Fact]
    public async Task A_change_ahead_is_taken_back_and_one_that_holds_is_not()
    {
        var browser = factory.Browser(admin);
        var day = DateOnly.FromDateTime(factory.Clock.GetUtcNow().UtcDateTime);
        await browser.SubmitAsync(await browser.GetAsync("/admin/departments/edit"), new Dictionary<string, string?> { ["Input.Code"] = "OPS", ["Input.NameEn"] = "Operations" });
        var id = await factory.DbAsync(db => db.Departments.Where(d => d.Code == "OPS").Select(d => d.Id).SingleAsync());
        var edit = $"/admin/departments/edit?id={id}";
        await browser.SubmitAsync(await browser.GetAsync(edit), new Dictionary<string, string?> { ["Input.NameEn"] = "Platform", ["Input.From"] = Text(day.AddDays(5)) });
        var page = await browser.GetAsync(edit);
        Assert.Contains("Platform", page.Text, StringComparison.Ordinal);
        var forbidden = factory.Browser(await factory.PersonAsync(Role.HR));
        Assert.Equal(HttpStatusCode.Forbidden, (await forbidden.PostAsync(edit + "&handler=TakeBack")).Status);

        var taken = await browser.SubmitAsync(page, form: "form[action*='TakeBack']");
        Assert.Equal(HttpStatusCode.Redirect, taken.Status);
        Assert.DoesNotContain("Platform", (await browser.GetAsync(edit)).Text, StringComparison.Ordinal);
        var refused = await browser.SubmitAsync(page, new Dictionary<string, string?> { ["TakenFrom"] = Text(day) }, "form[action*='TakeBack']");
        Assert.True(refused.Status is HttpStatusCode.Conflict or HttpStatusCode.Redirect);
        Assert.Equal(1, await factory.DbAsync(db => db.DepartmentChanges.CountAsync(c => c.DepartmentId == id)));
    }

    [Fact]
    public async Task A_change_ahead_of_a_cost_centre_is_taken_back_but_never_its_only_line()
    {
        var browser = factory.Browser(admin);
        var day = DateOnly.FromDateTime(factory.Clock.GetUtcNow().UtcDateTime);
        await browser.SubmitAsync(
            await browser.GetAsync("/admin/companies/edit"), new Dictionary<string, string?> { ["Input.Code"] = "ZZ", ["Input.NameEn"] = "Test Models Singapore", ["Input.Country"] = "SG" });
        var company = await factory.DbAsync(db => db.LegalEntities.Where(e => e.Code == "ZZ").Select(e => e.Id).SingleAsync());
        await browser.SubmitAsync(
            await browser.GetAsync("/admin/cost-centres/edit"),
            new Dictionary<string, string?> { ["Input.Code"] = "5200", ["Input.NameEn"] = "Evaluation", ["Input.LegalEntityId"] = Text(company), ["Input.From"] = Text(day.AddDays(3)) });
        var id = await factory.DbAsync(db => db.CostCentres.Where(c => c.Code == "5200").Select(c => c.Id).SingleAsync());
        var edit = $"/admin/cost-centres/edit?id={id}";
        Assert.Null((await browser.GetAsync(edit)).Document.QuerySelector("form[action*='TakeBack']"));
        await browser.SubmitAsync(await browser.GetAsync(edit), new Dictionary<string, string?> { ["Input.NameEn"] = "Benchmarks", ["Input.From"] = Text(day.AddDays(5)) });
        var page = await browser.GetAsync(edit);
        Assert.Contains("Benchmarks", page.Text, StringComparison.Ordinal);
        var forbidden = factory.Browser(await factory.PersonAsync(Role.HR));
        Assert.Equal(HttpStatusCode.Forbidden, (await forbidden.PostAsync(edit + "&handler=TakeBack")).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(page, new Dictionary<string, string?> { ["TakenFrom"] = Text(day.AddDays(5)) }, "form[action*='TakeBack']")).Status);

        Assert.DoesNotContain("Benchmarks", (await browser.GetAsync(edit)).Text, StringComparison.Ordinal);
        await browser.SubmitAsync(page, new Dictionary<string, string?> { ["TakenFrom"] = Text(day.AddDays(3)) }, "form[action*='TakeBack']");
        Assert.Equal(["Evaluation"], await factory.DbAsync(db => db.CostCentreChanges.Where(c => c.CostCentreId == id).Select(c => c.Name.En!).ToListAsync()));
    }

    [Fact]
    public async Task A_loop_on_a_later_day_is_refused_as_one_today()
    {
        var browser = factory.Browser(admin);
        var day = DateOnly.FromDateTime(factory.Clock.GetUtcNow().UtcDateTime).AddDays(10);
        foreach (var code in new[] { "AAA", "BBB" })
        {
            await browser.SubmitAsync(await browser.GetAsync("/admin/departments/edit"), new Dictionary<string, string?> { ["Input.Code"] = code, ["Input.NameEn"] = code });
        }

        var ids = await factory.DbAsync(db => db.Departments.Where(d => d.Code == "AAA" || d.Code == "BBB").OrderBy(d => d.Code).Select(d => d.Id).ToListAsync());
        await browser.SubmitAsync(await browser.GetAsync($"/admin/departments/edit?id={ids[0]}"), new Dictionary<string, string?> { ["Input.ParentId"] = Text(ids[1]), ["Input.From"] = Text(day) });

        var loop = await browser.SubmitAsync(await browser.GetAsync($"/admin/departments/edit?id={ids[1]}"), new Dictionary<string, string?> { ["Input.ParentId"] = Text(ids[0]), ["Input.From"] = Text(day.AddDays(-3)) });

        Assert.Equal("A department cannot stand below itself.", loop.ErrorAt("Input.ParentId"));
        Assert.Null(await factory.DbAsync(db => db.Departments.Where(d => d.Id == ids[1]).Select(d => d.ParentId).SingleAsync()));
    }

    [Fact]
    public async Task A_cost_centre_stands_in_a_companys_books_from_a_day_on_and_a_department_names_it()
    {
        var browser = factory.Browser(admin);
        var day = DateOnly.FromDateTime(factory.Clock.GetUtcNow().UtcDateTime);
        var wrong = await browser.SubmitAsync(await browser.GetAsync("/admin/companies/edit"), new Dictionary<string, string?> { ["Input.NameZh"] = "测试（上海）", ["Input.Country"] = "China" });
        Assert.Equal("Write a short code.", wrong.ErrorAt("Input.Code"));
        Assert.Contains("测试（上海）", wrong.Html, StringComparison.Ordinal);
        foreach (var (code, name) in new[] { ("CN", "Test Models Shanghai"), ("US", "Test Models Inc.") })
        {
            await browser.SubmitAsync(await browser.GetAsync("/admin/companies/edit"), new Dictionary<string, string?> { ["Input.Code"] = code, ["Input.NameEn"] = name, ["Input.Country"] = code });
        }

        var companies = await factory.DbAsync(db => db.LegalEntities.OrderBy(e => e.Code).Select(e => e.Id).ToListAsync());
        await browser.SubmitAsync(await browser.GetAsync("/admin/cost-centres/edit"), new Dictionary<string, string?> { ["Input.Code"] = "4711", ["Input.NameEn"] = "Training runs", ["Input.LegalEntityId"] = Text(companies[0]) });
        var centre = await factory.DbAsync(db => db.CostCentres.Where(c => c.Code == "4711").Select(c => c.Id).SingleAsync());
        await browser.SubmitAsync(
            await browser.GetAsync($"/admin/cost-centres/edit?id={centre}"), new Dictionary<string, string?> { ["Input.NameEn"] = "Compute", ["Input.LegalEntityId"] = Text(companies[1]), ["Input.From"] = Text(day.AddDays(60)) });

        var now = (await browser.GetAsync("/admin/cost-centres")).Text;
        Assert.Contains("Training runs Test Models Shanghai", now, StringComparison.Ordinal);
        Assert.Contains("Compute Test Models Inc.", (await browser.GetAsync($"/admin/cost-centres?on={Text(day.AddDays(60))}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", (await browser.GetAsync($"/admin/cost-centres?on={Text(day.AddDays(-1))}")).Text, StringComparison.Ordinal);

        await browser.SubmitAsync(
            await browser.GetAsync($"/admin/departments/edit?id={factory.Company.DepartmentId}"), new Dictionary<string, string?> { ["Input.CostCentreId"] = Text(centre) });
        Assert.Contains("4711", (await browser.GetAsync("/admin/departments")).Text, StringComparison.Ordinal);
        Assert.Contains("成本中心", (await factory.Browser(await factory.PersonAsync(Role.Admin, "管理员", "zh-CN")).GetAsync("/admin/departments")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_slower_of_two_who_date_a_change_is_told()
    {
        var browser = factory.Browser(admin);
        var day = DateOnly.FromDateTime(factory.Clock.GetUtcNow().UtcDateTime);
        var edit = $"/admin/departments/edit?id={factory.Company.DepartmentId}";
        var (first, second) = (await browser.GetAsync(edit), await browser.GetAsync(edit));
        await browser.SubmitAsync(first, new Dictionary<string, string?> { ["Input.NameEn"] = "First", ["Input.From"] = Text(day.AddDays(90)) });

        var late = await browser.SubmitAsync(second, new Dictionary<string, string?> { ["Input.NameEn"] = "Second", ["Input.From"] = Text(day.AddDays(90)) });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Second", late.Html, StringComparison.Ordinal);
    }

    private static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_place_needs_a_known_zone()
    {
        var browser = factory.Browser(admin);
        var form = await browser.GetAsync("/admin/places/edit");
        Assert.Equal("Paris (UTC+1)", form.Document.QuerySelector("select[name='Input.Zone'] option[value='Europe/Paris']")!.TextContent);

        var wrong = await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.NameEn"] = "Moon", ["Input.Zone"] = "Moon/Base", ["Input.Country"] = "M", ["Input.Currency"] = "" });
        Assert.Equal("This time zone is not known.", wrong.ErrorAt("Input.Zone"));
        await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.NameEn"] = "Paris", ["Input.NameZh"] = "巴黎", ["Input.Zone"] = "Europe/Paris", ["Input.Country"] = "fr", ["Input.Currency"] = "EUR" });

        Assert.True(await factory.DbAsync(db => db.Locations.AnyAsync(l => l.Zone == "Europe/Paris" && l.Country == "FR")));
        Assert.Contains("Paris (UTC+1)", (await browser.GetAsync("/admin/places")).Text, StringComparison.Ordinal);
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
