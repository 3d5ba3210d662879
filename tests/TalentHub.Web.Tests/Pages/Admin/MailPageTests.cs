using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Services.Backups;
using TalentHub.Services.Notifications;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Pages.Admin;

public sealed class MailPageTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    [Fact]
    public async Task Without_a_mail_server_a_mail_is_kept_and_not_called_sent()
    {
        await factory.DbAsync(async db =>
        {
            db.Outbox.Add(new OutboxMail
            {
                Template = "application-received", To = "ada@example.org", Subject = "We have it", Body = "Thank you.", MessageId = "kept-1@example.org", State = MailState.Sent,
                CreatedAt = A.Noon, NotBefore = A.Noon, SentAt = A.Noon,
            });
            await db.SaveChangesAsync();
        });

        var page = await factory.Browser(await factory.PersonAsync(Role.Admin)).GetAsync("/admin/mail");

        var row = page.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("We have it", StringComparison.Ordinal));
        Assert.Contains("Kept", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sent", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("application-received", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_our_own_pages_can_be_followed_from_the_mail_and_one_that_somebody_wrote_into_a_name_cannot()
    {
        var own = factory.Services.GetRequiredService<PublicAddress>().Of("/c/abc");
        long id = 0;
        await factory.DbAsync(async db =>
        {
            var mail = new OutboxMail
            {
                Template = "application-received", To = "eve@example.org", Subject = "Your page", Body = $"Dear Eve https://evil.example/x <b>,\n\n{own}\n", MessageId = "link-1@example.org", State = MailState.Sent,
                CreatedAt = A.Noon, NotBefore = A.Noon, SentAt = A.Noon,
            };
            db.Outbox.Add(mail);
            await db.SaveChangesAsync();
            id = mail.Id;
        });

        var page = await factory.Browser(await factory.PersonAsync(Role.Admin)).GetAsync($"/admin/mail?open={id}");

        var body = page.Document.QuerySelector(".mail-body")!;
        Assert.Equal([own], body.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Contains("https://evil.example/x <b>,", body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_a_restore_held_back_says_why_and_can_be_sent_again()
    {
        long id = 0;
        await factory.DbAsync(async db =>
        {
            var mail = new OutboxMail
            {
                Template = "application-received", To = "ada@example.org", Subject = "Held back", Body = "Thank you.", MessageId = "held-1@example.org", State = MailState.Failed,
                LastError = SettleRestored.HeldBack, CreatedAt = A.Noon, NotBefore = A.Noon,
            };
            db.Outbox.Add(mail);
            await db.SaveChangesAsync();
            id = mail.Id;
        });
        var browser = factory.Browser(await factory.PersonAsync(Role.Admin));

        var page = await browser.GetAsync($"/admin/mail?open={id}");
        Assert.Contains("It was due when the installation was restored from a backup: it may have been sent before.", page.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(page, form: $"form[action*='id={id}']");

        Assert.Equal(MailState.Waiting, await factory.DbAsync(db => db.Outbox.Where(m => m.Id == id).Select(m => m.State).SingleAsync()));
    }
}
