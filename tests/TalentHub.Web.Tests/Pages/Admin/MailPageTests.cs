using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
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
}
