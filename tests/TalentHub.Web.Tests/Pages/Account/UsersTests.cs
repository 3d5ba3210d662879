using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Access;
using TalentHub.Domain.People;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Account;

public sealed class UsersTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Theory]
    [InlineData(Role.Employee)]
    [InlineData(Role.HR)]
    [InlineData(Role.Executive)]
    public async Task Only_administrators_see_accounts(Role role)
    {
        var browser = factory.Browser(await factory.PersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/admin/users")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/admin/users/invite")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/admin/users/1?handler=Roles")).Status);
    }

    [Fact]
    public async Task An_invited_person_is_employed_has_roles_and_a_link_that_is_shown_once_where_no_mail_leaves()
    {
        var browser = factory.Browser(await factory.PersonAsync(Role.Admin));
        var form = await browser.GetAsync("/admin/users/invite?role=Recruiter");

        var made = await browser.SubmitAsync(form, Filled("lin@example.com"));

        var link = made.Document.QuerySelector("#invitation-link")!.TextContent;
        Assert.StartsWith("https://localhost/account/join/", link, StringComparison.Ordinal);
        await factory.DbAsync(async db =>
        {
            var account = await db.Users.SingleAsync(a => a.Email == "lin@example.com");
            Assert.Null(account.PasswordHash);
            Assert.Equal(Role.Recruiter, (await db.RoleGrants.SingleAsync(g => g.PersonId == account.PersonId)).Role);
            Assert.Equal(EmploymentState.Active, (await db.Employments.SingleAsync(e => e.PersonId == account.PersonId)).State);
            var mail = await db.Outbox.SingleAsync(m => m.To == "lin@example.com");
            Assert.Equal("zh-CN", mail.Language);
            Assert.DoesNotContain(link, mail.Body, StringComparison.Ordinal);
        });

        var newcomer = factory.Browser();
        var welcome = await newcomer.GetAsync(new Uri(link).AbsolutePath);
        Assert.Contains("林晓雨", welcome.Text, StringComparison.Ordinal);
        Assert.NotEmpty((await newcomer.SubmitAsync(welcome, Password("password1234"))).ErrorAt("Input.Password")!);
        Assert.NotEmpty((await newcomer.SubmitAsync(welcome, Password("short"))).ErrorAt("Input.Password")!);
        var joined = await newcomer.SubmitAsync(welcome, Password("four quiet words here"));
        Assert.Equal(HttpStatusCode.Redirect, joined.Status);
        Assert.Equal(HttpStatusCode.Gone, (await newcomer.GetAsync(new Uri(link).AbsolutePath)).Status);
    }

    [Fact]
    public async Task An_invited_head_of_a_department_may_ask_for_people_without_a_role_and_the_page_says_for_whom_the_link_is()
    {
        var browser = factory.Browser(await factory.PersonAsync(Role.Admin));
        var filled = Filled("max@example.com");
        filled["Input.HeadsDepartment"] = "true";
        filled["Input.Roles"] = null;

        var made = await browser.SubmitAsync(await browser.GetAsync("/admin/users/invite"), filled);

        Assert.Contains("max@example.com", made.Text, StringComparison.Ordinal);
        var id = await factory.DbAsync(db => db.People.Where(p => p.Email == "max@example.com").Select(p => p.Id).SingleAsync());
        Assert.True(await factory.DbAsync(db => db.Departments.AnyAsync(d => d.HeadId == id)));
        Assert.Contains("Whoever heads a department or leads somebody may ask for people", (await browser.GetAsync("/admin/users/invite")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_or_taken_is_said_at_its_field_and_nothing_is_made()
    {
        var taken = await factory.PersonAsync();
        var browser = factory.Browser(await factory.PersonAsync(Role.Admin));
        var form = await browser.GetAsync("/admin/users/invite");

        var empty = await browser.SubmitAsync(form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal("Write a name.", empty.ErrorAt("Input.Name"));
        Assert.Equal("Choose a department.", empty.ErrorAt("Input.DepartmentId"));

        var again = await browser.SubmitAsync(form, Filled(taken.Email));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal("There is an account with this e-mail address already.", again.ErrorAt("Input.Email"));

        var foreign = Filled("foreign@example.com");
        foreign["Input.DepartmentId"] = "999999";
        Assert.Equal("Choose a department.", (await browser.SubmitAsync(form, foreign)).ErrorAt("Input.DepartmentId"));
        Assert.False(await factory.DbAsync(db => db.People.AnyAsync(p => p.Email == "foreign@example.com")));
    }

    [Fact]
    public async Task Nobody_changes_their_own_roles_or_disables_themselves()
    {
        var admin = await factory.PersonAsync(Role.Admin);
        var other = await factory.PersonAsync();
        var browser = factory.Browser(admin);
        var mine = await browser.GetAsync($"/admin/users/{admin.AccountId}");
        Assert.Null(mine.Document.QuerySelector("#roles"));
        Assert.Null(mine.Document.QuerySelector("#enabled"));

        // A form of somebody else's page, sent to one's own.
        var page = await browser.GetAsync($"/admin/users/{other.AccountId}");
        page.Document.QuerySelector("#roles")!.SetAttribute("action", $"/admin/users/{admin.AccountId}?handler=Roles");
        var refused = await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Input.Roles"] = "HR" }, form: "#roles");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Nobody changes their own roles", refused.Text, StringComparison.Ordinal);
        Assert.Equal([Role.Admin], await factory.DbAsync(db => db.RoleGrants.Where(g => g.PersonId == admin.Id).Select(g => g.Role).ToListAsync()));
    }

    [Fact]
    public async Task Roles_count_at_once_here_and_disabling_shuts_the_account()
    {
        var person = await factory.PersonAsync();
        var browser = factory.Browser(await factory.PersonAsync(Role.Admin));
        Assert.Equal(HttpStatusCode.Forbidden, (await factory.Browser(person).GetAsync("/admin/users")).Status);

        var page = await browser.GetAsync($"/admin/users/{person.AccountId}");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Input.Roles"] = "Admin" }, form: "#roles")).Status);
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser(person).GetAsync("/admin/users")).Status);

        await browser.SubmitAsync(page, form: "#enabled", button: ("enabled", "false"));
        Assert.True(await factory.DbAsync(db => db.Users.Where(a => a.Id == person.AccountId).Select(a => a.IsDisabled).SingleAsync()));
        Assert.NotEqual("stamp", await factory.DbAsync(db => db.Users.Where(a => a.Id == person.AccountId).Select(a => a.SecurityStamp).SingleAsync()));
    }

    [Fact]
    public async Task The_list_pages_by_cursor_searches_and_costs_the_same_for_any_page()
    {
        for (var i = 0; i < 55; i++)
        {
            await factory.PersonAsync(name: $"Listed Name{i:D3}");
        }

        var browser = factory.Browser(await factory.PersonAsync(Role.Admin));
        var first = await browser.GetAsync("/admin/users?q=listed");
        var next = first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await browser.GetAsync("/admin/users" + next);

        Assert.Equal(50, first.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(5, second.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Null(second.Document.QuerySelector("a[rel=next]"));
        Assert.Contains("Nobody found", (await browser.GetAsync("/admin/users?q=%25_nobody")).Text, StringComparison.Ordinal);
    }

    private Dictionary<string, string?> Filled(string email) => new()
    {
        ["Input.Name"] = "林晓雨", ["Input.Email"] = email, ["Input.Title"] = "Recruiter", ["Input.DepartmentId"] = $"{factory.Company.DepartmentId}",
        ["Input.LocationId"] = $"{factory.Company.LocationId}", ["Input.Language"] = "zh-CN", ["Input.Roles"] = "Recruiter",
    };

    private static Dictionary<string, string?> Password(string password) => new() { ["Input.Password"] = password };
}
