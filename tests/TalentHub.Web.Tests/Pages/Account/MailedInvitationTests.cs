using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Services.Notifications;
using TalentHub.Services.Scheduling;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Account;

/// <summary>A colleague is invited: by mail where a mail server is named, else by a link that is shown this once.</summary>
public sealed class MailedInvitationTests
{
    private const string Address = "lin@example.com";

    [Fact]
    public async Task With_a_mail_server_the_invitation_goes_out_and_the_link_in_it_lets_the_newcomer_in()
    {
        using var sink = new MailSink();
        await using var factory = new MailingFactory(sink.Port);
        var admin = factory.Browser(await factory.PersonAsync(Role.Admin));

        var answer = await InviteAsync(factory, admin);

        Assert.Equal("/admin/users", answer.Location);
        var list = await admin.FollowAsync(answer);
        Assert.Contains("The invitation is on its way.", list.Html, StringComparison.Ordinal);
        Assert.Empty(sink.Messages);
        await SendAsync(factory);

        var mail = MailSink.Opened(Assert.Single(sink.Messages));
        Assert.Equal(Address, Assert.Single(mail.To.Mailboxes).Address);
        Assert.Contains("账号", mail.Subject, StringComparison.Ordinal);
        var link = mail.TextBody!.Split((char[]?)null).Single(word => word.StartsWith("https://localhost/account/join/", StringComparison.Ordinal));
        Assert.DoesNotContain(link, answer.Html + list.Html, StringComparison.Ordinal);
        await factory.DbAsync(async db => Assert.Null((await db.Outbox.SingleAsync(m => m.To == Address)).SecretBody));

        // Whoever holds the mail gets in, once.
        var newcomer = factory.Browser();
        var joined = await newcomer.SubmitAsync(await newcomer.GetAsync(new Uri(link).AbsolutePath), new Dictionary<string, string?> { ["Input.Password"] = "four quiet words here" });
        Assert.Equal(HttpStatusCode.Redirect, joined.Status);
        Assert.Equal(HttpStatusCode.Gone, (await factory.Browser().GetAsync(new Uri(link).AbsolutePath)).Status);
        Assert.True(await factory.DbAsync(db => db.Users.AnyAsync(a => a.Email == Address && a.PasswordHash != null)));
    }

    [Fact]
    public async Task Without_a_mail_server_the_link_is_shown_to_whoever_invites_and_on_no_page_after()
    {
        await using var factory = new TalentHubFactory();
        var admin = factory.Browser(await factory.PersonAsync(Role.Admin));

        var made = await InviteAsync(factory, admin);

        Assert.Equal(HttpStatusCode.OK, made.Status);
        var link = made.Document.QuerySelector("#invitation-link")!.TextContent;
        Assert.Equal(HttpStatusCode.OK, (await factory.Browser().GetAsync(new Uri(link).AbsolutePath)).Status);
        var account = await factory.DbAsync(db => db.Users.Where(a => a.Email == Address).Select(a => a.Id).SingleAsync());
        foreach (var page in new[] { "/admin/users", $"/admin/users/{account}", "/admin/users/invite" })
        {
            Assert.DoesNotContain("/account/join/", (await admin.GetAsync(page)).Html, StringComparison.Ordinal);
        }
    }

    private static async Task<TestPage> InviteAsync(TalentHubFactory factory, TestBrowser admin) => await admin.SubmitAsync(await admin.GetAsync("/admin/users/invite"), new Dictionary<string, string?>
    {
        ["Input.Name"] = "林晓雨", ["Input.Email"] = Address, ["Input.Title"] = "Engineer", ["Input.DepartmentId"] = $"{factory.Company.DepartmentId}",
        ["Input.LocationId"] = $"{factory.Company.LocationId}", ["Input.Language"] = "zh-CN",
    });

    private static Task<bool> SendAsync(TalentHubFactory factory) => factory.ServiceAsync<IEnumerable<IJob>, bool>(async jobs =>
    {
        await jobs.OfType<SendOutbox>().Single().RunAsync(CancellationToken.None);
        return true;
    });

    private sealed class MailingFactory(int port) : TalentHubFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("TALENTHUB_SMTP", $"127.0.0.1:{port}");
        }
    }
}
