using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Domain.Common;
using TalentHub.Services.Notifications;
using TalentHub.Testing;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Services;

public sealed class SmtpTests(TalentHubFactory factory) : IClassFixture<TalentHubFactory>
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["candidateName"] = "李明", ["name"] = "李明", ["jobTitle"] = "Engineer", ["companyName"] = "Test Models", ["statusLink"] = "https://localhost/c/secret-token", ["link"] = "https://localhost/c/secret-token",
    };

    [Fact]
    public async Task A_mail_leaves_by_smtp_with_its_secret_link_which_is_then_erased()
    {
        using var sink = new MailSink();
        var mail = await QueueAsync(secret: true);
        Assert.DoesNotContain("secret-token", mail.Body, StringComparison.Ordinal);

        await RunAsync(new SmtpTransport(new MailSettings("127.0.0.1", sink.Port, "talent@example.com")));

        var sent = await ReadAsync(mail.Id);
        Assert.Equal((MailState.Sent, (string?)null), (sent.State, sent.SecretBody));
        var text = Assert.Single(sink.Messages);
        Assert.Contains("secret-token", MailSink.Opened(text).TextBody, StringComparison.Ordinal);
        Assert.Contains(mail.MessageId, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_a_mail_is_kept_for_the_administrator()
    {
        var mail = await QueueAsync(secret: false);

        await RunAsync(new SmtpTransport(new MailSettings(null, 0, "talent@example.com")));

        Assert.Equal(MailState.Sent, (await ReadAsync(mail.Id)).State);
    }

    [Fact]
    public async Task A_server_that_is_down_is_tried_again_later_under_the_same_message_id()
    {
        var mail = await QueueAsync(secret: false);
        using var closed = new MailSink();
        var port = closed.Port;
        closed.Dispose();

        await RunAsync(new SmtpTransport(new MailSettings("127.0.0.1", port, "talent@example.com")));

        var waiting = await ReadAsync(mail.Id);
        Assert.Equal((MailState.Waiting, 1, mail.MessageId), (waiting.State, waiting.Tries, waiting.MessageId));
        Assert.True(waiting.NotBefore > A.Noon);
    }

    [Fact]
    public async Task An_empty_field_refuses_to_send()
    {
        var refusal = await Assert.ThrowsAsync<DomainException>(() => factory.ServiceAsync<Mailer, OutboxMail>(mailer => Task.FromResult(
            mailer.Queue(new MailOrder("application-received", "x@example.com", "en", null, new Dictionary<string, string>())))));

        Assert.Contains("is empty", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<OutboxMail> QueueAsync(bool secret)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TalentHub.Data.Setup.CurrentActor>().Set(Domain.Access.Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        await db.Outbox.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        var template = TalentHub.Data.Content.ShippedContent.MailTemplate("application-received");
        var fields = template.Fields.ToDictionary(f => f, f => Fields.GetValueOrDefault(f, f.Contains("ink", StringComparison.Ordinal) ? "https://localhost/c/secret-token" : "text"));
        var mail = scope.ServiceProvider.GetRequiredService<Mailer>().Queue(new MailOrder("application-received", "x@example.com", "zh-CN", null, fields)
        {
            Secrets = secret ? [.. template.Fields.Where(f => fields[f].Contains("secret-token", StringComparison.Ordinal))] : [],
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return mail;
    }

    private Task RunAsync(IMailTransport transport) => factory.DbAsync(async db =>
        await new SendOutbox(db, new TalentHub.Services.Screening.MailOnTimeline(db), transport, factory.Services.GetRequiredService<IDataProtectionProvider>(), factory.Clock, NullLogger<SendOutbox>.Instance).RunAsync(CancellationToken.None));

    private Task<OutboxMail> ReadAsync(long id) => factory.DbAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id));
}
