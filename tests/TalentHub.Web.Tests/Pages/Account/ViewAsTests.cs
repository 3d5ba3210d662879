using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Services.Access;
using TalentHub.Services.Accounts;
using TalentHub.Web.Tests.Auditing;
using TalentHub.Web.Tests.Infrastructure;
using TalentHub.Web.Tests.Pages.Screening;

namespace TalentHub.Web.Tests.Pages.Account;

/// <summary>An administrator looks with the rights of another role: everything is seen as it sees it, nothing is changed, and all of it is written down.</summary>
public sealed class ViewAsTests(RealSignInFactory factory) : IClassFixture<RealSignInFactory>
{
    private const string End = "aside form[action='/account/view']";

    [Fact]
    public async Task An_administrator_sees_what_a_role_sees_until_they_are_themselves_again()
    {
        var (browser, _) = await AdministratorAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/candidates")).Status);

        var begun = await ViewAsync(browser, Role.Recruiter);
        Assert.Equal("/today", begun.Location);
        var seen = await browser.GetAsync("/candidates");
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains("You see what Recruiter sees.", seen.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/admin/users")).Status);

        var ended = await browser.SubmitAsync(seen, form: End);
        Assert.Equal("/admin", ended.Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/candidates")).Status);
        Assert.DoesNotContain("You see what", (await browser.GetAsync("/admin/users")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_changed_meanwhile_whatever_the_role_may_do()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync();
        var (browser, _) = await AdministratorAsync();
        await ViewAsync(browser, Role.Recruiter);
        var page = await browser.GetAsync($"/applications/APP-{application.Id}/rejection");
        Assert.Equal(HttpStatusCode.OK, page.Status);

        var sent = await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Input.Code"] = "must-have" });

        Assert.Equal(HttpStatusCode.Forbidden, sent.Status);
        Assert.Contains("Nothing can be changed while you look", sent.Text, StringComparison.Ordinal);
        Assert.Equal(application.State, await factory.DbAsync(db => db.Applications.Where(a => a.Id == application.Id).Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task Beginning_and_end_and_each_look_between_them_are_written_down()
    {
        var scene = await ScreeningScene.MakeAsync(factory);
        var application = await scene.ApplicationAsync();
        var (browser, admin) = await AdministratorAsync();
        await ViewAsync(browser, Role.HR, "Rita cannot find a candidate.");
        var page = await browser.GetAsync($"/applications/APP-{application.Id}");
        await browser.SubmitAsync(page, form: End);

        var entries = (await factory.EntriesAsync()).FindAll(e => e.PersonId == admin.Id);
        var begun = entries.Single(e => e.Action == AuditAction.ViewBegun);
        Assert.Equal(("HR", "Rita cannot find a candidate."), (begun.Detail, begun.Text));
        Assert.Equal("HR", entries.Single(e => e.Action == AuditAction.ViewEnded).Detail);
        var look = entries.Single(e => e.Action == AuditAction.ReadResume && e.RecordId == application.Id);
        Assert.Equal("Admin, View:HR", look.Capacity);
        Assert.Contains("viewing as HR", (await browser.GetAsync($"/admin/audit?who=%23{admin.Id}&action=ReadResume")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_by_itself_after_a_quarter_of_an_hour()
    {
        var (browser, _) = await AdministratorAsync();
        await ViewAsync(browser, Role.Executive);
        factory.Clock.Advance(Sessions.ViewLimit - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/flow")).Status);

        factory.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/flow")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin/users")).Status);
    }

    [Fact]
    public async Task Who_is_no_administrator_any_more_no_longer_looks()
    {
        var (browser, admin) = await AdministratorAsync();
        await ViewAsync(browser, Role.Recruiter);
        await factory.DbAsync(async db => await db.RoleGrants.Where(g => g.PersonId == admin.Id).ExecuteDeleteAsync());

        factory.Services.GetRequiredService<ActorLoader>().Forget(admin.AccountId);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/candidates")).Status);
    }

    [Theory]
    [InlineData("", "A reason", "Input.Role", "Choose a role.")]
    [InlineData("Admin", "A reason", "Input.Role", "Choose a role.")]
    [InlineData("HR", "  ", "Input.Why", "Write the reason.")]
    public async Task A_role_that_is_none_and_a_missing_reason_are_said_at_the_field(string role, string why, string field, string error)
    {
        var (browser, _) = await AdministratorAsync();

        var page = await browser.SubmitAsync(await browser.GetAsync("/admin/view-as"), new Dictionary<string, string?> { ["Input.Role"] = role, ["Input.Why"] = why });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(error, page.ErrorAt(field));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/candidates")).Status);
    }

    private static Task<TestPage> ViewAsync(TestBrowser browser, Role role, string why = "To see what they see.") => ViewAsync(browser, role.ToString(), why);

    private static async Task<TestPage> ViewAsync(TestBrowser browser, string role, string why) =>
        await browser.SubmitAsync(await browser.GetAsync("/admin/view-as"), new Dictionary<string, string?> { ["Input.Role"] = role, ["Input.Why"] = why });

    /// <summary>One with both factors.</summary>
    private async Task<(TestBrowser Browser, TestPerson Person)> AdministratorAsync()
    {
        var person = await factory.WithPasswordAsync(await factory.PersonAsync(Role.Admin));
        var secret = await factory.WithFactorAsync(person);
        var browser = factory.Browser(null);
        await factory.SignInAsync(browser, person.Email);
        var form = await browser.GetAsync("/account/code");
        var code = Totp.Code(secret, Totp.StepOf(TimeProvider.System.GetUtcNow()));
        await browser.SubmitAsync(form, new Dictionary<string, string?> { ["Input.Code"] = code });
        return (browser, person);
    }
}
