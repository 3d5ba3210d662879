using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Demand;

/// <summary>Who sees a request, how one is written, and what its pages say.</summary>
public sealed class RequisitionPagesTests(TalentHubFactory factory) : RequisitionTestsBase(factory)
{
    [Theory]
    [InlineData("/demand/requisitions")]
    [InlineData("/demand/requisitions/new")]
    [InlineData("/demand/plan")]
    public async Task A_stranger_signs_in_first_and_an_employee_without_the_right_is_refused(string path)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await Factory.Browser().GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Factory.Browser(Company.Stranger).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Factory.Browser(Company.Stranger).PostAsync("/demand/requisitions/new")).Status);
    }

    [Fact]
    public async Task A_confidential_request_is_not_there_for_a_recruiter_who_is_not_named_and_is_there_for_HR()
    {
        var id = await FileAsync(t => t with { IsConfidential = true });
        var open = await FileAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await Factory.Browser(Company.Recruiter).GetAsync($"/demand/requisitions/REQ-{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Factory.Browser(Company.Hr).GetAsync($"/demand/requisitions/REQ-{id}")).Status);
        var list = await Factory.Browser(Company.Recruiter).GetAsync("/demand/requisitions?state=all");
        Assert.DoesNotContain($"REQ-{id} ", list.Text + " ", StringComparison.Ordinal);
        Assert.Contains($"REQ-{open} ", list.Text + " ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_manager_does_not_see_it_and_what_does_not_exist_looks_the_same()
    {
        var other = await Factory.PersonAsync();
        await Factory.PersonAsync(managerId: other.Id);
        var id = await FileAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await Factory.Browser(other).GetAsync($"/demand/requisitions/REQ-{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Factory.Browser(other).GetAsync("/demand/requisitions/REQ-999999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Factory.Browser(Company.Manager).GetAsync("/demand/requisitions/nonsense")).Status);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_typed_is_kept()
    {
        var browser = Factory.Browser(Company.Manager);
        var form = await browser.GetAsync(DemandCompany.NewPath);
        var before = await Factory.DbAsync(db => db.Requisitions.CountAsync());

        var page = await browser.SubmitAsync(form, DemandCompany.Form(Factory, ("Input.Seats", "0"), ("Input.TitleEn", null), ("Input.TitleZh", ""), ("Input.ReasonCode", null), ("Input.Why", "<script>alert(1)</script>")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Ask for 1 to 100 people.", page.ErrorAt("Input.Seats"));
        Assert.Equal("Give the job a title.", page.ErrorAt("Input.TitleEn"));
        Assert.Contains("Choose why you need them.", page.Text, StringComparison.Ordinal);
        Assert.Equal("<script>alert(1)</script>", page.Document.QuerySelector("#Input_Why")!.TextContent.Trim());
        Assert.Equal(before, await Factory.DbAsync(db => db.Requisitions.CountAsync()));
    }

    [Theory]
    [InlineData("Input.DepartmentId", "999999", "Choose a department.")]
    [InlineData("Input.LocationId", "-1", "Choose a place.")]
    [InlineData("Input.HiringManagerId", "999999", "Choose the hiring manager.")]
    [InlineData("Input.ReasonCode", "hostile", "Choose why you need them.")]
    [InlineData("Input.Level", "L99", "Choose a level.")]
    [InlineData("Input.Seats", "many", "Write a whole number.")]
    [InlineData("Input.TargetStart", "soon", "This is not a date. Write one such as 2027-03-01.")]
    [InlineData("Input.TargetStart", "0001-01-01", "Choose a day between ")]
    [InlineData("Input.TargetStart", "2020-01-01", "Choose a day between ")]
    [InlineData("Input.TargetStart", "9999-12-31", "Choose a day between ")]
    [InlineData("Input.AnnualCost", "-5", "A yearly cost is between 0 and 1,000,000,000.")]
    public async Task A_foreign_or_unreadable_value_is_refused_at_its_field(string field, string value, string says)
    {
        var browser = Factory.Browser(Company.Manager);
        var form = await browser.GetAsync(DemandCompany.NewPath);

        var page = await browser.SubmitAsync(form, DemandCompany.Form(Factory, (field, value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(says, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_saves_second_keeps_what_was_typed_and_sees_what_the_first_wrote()
    {
        var browser = Factory.Browser(Company.Manager);
        await browser.SubmitAsync(await browser.GetAsync(DemandCompany.NewPath), DemandCompany.Form(Factory), button: ("next", "draft"));
        var id = await Factory.DbAsync(db => db.Requisitions.MaxAsync(r => r.Id));
        var mine = await browser.GetAsync($"/demand/requisitions/REQ-{id}/edit");
        await browser.SubmitAsync(await browser.GetAsync($"/demand/requisitions/REQ-{id}/edit"), new Dictionary<string, string?> { ["Input.TitleEn"] = "What the first wrote" }, button: ("next", "draft"));

        var late = await browser.SubmitAsync(mine, new Dictionary<string, string?> { ["Input.TitleEn"] = "What the second wrote" }, button: ("next", "draft"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("What the second wrote", late.Document.GetElementById("Input_TitleEn")!.GetAttribute("value"));
        Assert.Contains("What the first wrote", late.Document.QuerySelector("[data-conflict]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_files_one_request()
    {
        var browser = Factory.Browser(Company.Manager);
        var form = await browser.GetAsync(DemandCompany.NewPath);
        var before = await Factory.DbAsync(db => db.Requisitions.CountAsync());

        var first = await browser.SubmitAsync(form, DemandCompany.Form(Factory), button: ("next", "draft"));
        var second = await browser.SubmitAsync(form, DemandCompany.Form(Factory), button: ("next", "draft"));

        Assert.Equal(before + 1, await Factory.DbAsync(db => db.Requisitions.CountAsync()));
        Assert.Equal(first.Location, second.Location);
    }

    [Fact]
    public async Task An_empty_cost_becomes_the_middle_of_the_range_for_each_seat()
    {
        var browser = Factory.Browser(Company.Manager);
        await browser.SubmitAsync(await browser.GetAsync(DemandCompany.NewPath), DemandCompany.Form(Factory), button: ("next", "draft"));

        var cost = await Factory.DbAsync(db => db.Requisitions.OrderByDescending(r => r.Id).Select(r => r.AnnualCost).FirstAsync());

        Assert.Equal(new Money(2 * 25_000_000, "USD"), cost);
    }

    [Fact]
    public async Task The_slower_of_two_editors_sees_that_someone_was_faster_and_keeps_their_text()
    {
        var id = await FileAsync();
        var browser = Factory.Browser(Company.Manager);
        var first = await browser.GetAsync($"/demand/requisitions/REQ-{id}/edit");
        var second = await browser.GetAsync($"/demand/requisitions/REQ-{id}/edit");

        await browser.SubmitAsync(first, new Dictionary<string, string?> { ["Input.Seats"] = "3" }, button: ("next", "draft"));
        var late = await browser.SubmitAsync(second, new Dictionary<string, string?> { ["Input.Why"] = "My words" }, button: ("next", "draft"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("My words", late.Html, StringComparison.Ordinal);
        Assert.Equal(3, await Factory.DbAsync(db => db.Requisitions.Where(r => r.Id == id).Select(r => r.Seats).SingleAsync()));
    }

    [Fact]
    public async Task The_list_filters_by_what_stands_in_the_address_in_both_languages()
    {
        var id = await FileAsync(t => t with { Title = new Bilingual("Tokeniser keeper", "分词器管理员") });
        var hr = Factory.Browser(Company.Hr);

        var found = await hr.GetAsync("/demand/requisitions?q=tokeniser&state=Draft&department=" + Factory.Company.DepartmentId);
        Assert.Equal([$"/demand/requisitions/REQ-{id}"], found.Document.QuerySelectorAll("td.main a").Select(a => a.GetAttribute("href")!));
        var chinese = Factory.Browser(await Factory.PersonAsync(Role.HR, "王芳", "zh-CN"));
        Assert.Contains("分词器管理员", (await chinese.GetAsync("/demand/requisitions?q=分词")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await hr.GetAsync("/demand/requisitions?state=hostile&department=x&after=99&before=zz&q=%25%27")).Status);
    }

    [Fact]
    public async Task A_page_in_chinese_says_everything_in_chinese()
    {
        var id = await SubmittedAsync();
        var reader = await Factory.PersonAsync(Role.HR, "王芳", "zh-CN");
        var browser = Factory.Browser(reader);

        var page = await browser.GetAsync($"/demand/requisitions/REQ-{id}");
        Assert.Contains("审批中", page.Text, StringComparison.Ordinal);
        Assert.Contains("当前环节等待其他人审批。", page.Text, StringComparison.Ordinal);
        Assert.Contains("机器学习工程师", page.Text, StringComparison.Ordinal);
        Assert.Contains("招聘人数", (await browser.GetAsync(DemandCompany.NewPath)).Text, StringComparison.Ordinal);
        Assert.Contains("编制计划", (await browser.GetAsync("/demand/plan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_opening_leads_to_the_interview_plan_that_it_lacks_and_back_to_an_open_job()
    {
        var id = await ApprovedAsync();
        await Factory.DbAsync(db => db.Set<Domain.Interviews.InterviewPlan>().Where(p => p.RequisitionId == id).ExecuteDeleteAsync());
        var recruiter = Factory.Browser(Company.Recruiter);
        var opening = await recruiter.GetAsync($"/demand/requisitions/REQ-{id}/opening");
        Assert.Contains("It has no interview plan yet.", opening.Text, StringComparison.Ordinal);

        var link = opening.Document.QuerySelectorAll("main a").Single(a => a.TextContent.Trim() == "Write the interview plan").GetAttribute("href")!;
        var plan = await recruiter.GetAsync(link);
        Assert.Equal($"/jobs/REQ-{id}/plan", link);
        Assert.Equal(HttpStatusCode.OK, plan.Status);
        await recruiter.SubmitAsync(plan);

        await recruiter.SubmitAsync(await recruiter.GetAsync($"/demand/requisitions/REQ-{id}/opening"));
        Assert.Equal(RequisitionState.Open, await StateAsync(id));
    }

    [Fact]
    public async Task A_second_similar_request_is_shown_the_first()
    {
        var first = await FileAsync();
        var second = await FileAsync();

        var page = await Factory.Browser(Company.Manager).GetAsync($"/demand/requisitions/REQ-{second}/submission");

        Assert.Contains("A similar request exists:", page.Text, StringComparison.Ordinal);
        Assert.Contains($"REQ-{first} ", page.Text, StringComparison.Ordinal);
    }
}
