using System.Net;
using System.Net.Sockets;
using System.Text;
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
        using var sink = new Sink();
        var mail = await QueueAsync(secret: true);
        Assert.DoesNotContain("secret-token", mail.Body, StringComparison.Ordinal);

        await RunAsync(new SmtpTransport(new MailSettings("127.0.0.1", sink.Port, "talent@example.com")));

        var sent = await ReadAsync(mail.Id);
        Assert.Equal((MailState.Sent, (string?)null), (sent.State, sent.SecretBody));
        var text = Assert.Single(sink.Messages);
        Assert.Contains("secret-token", Decoded(text), StringComparison.Ordinal);
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
        using var closed = new Sink();
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

    /// <summary>The text of the message, whether it went as quoted-printable, base64 or plain.</summary>
    private static string Decoded(string message) => MimeKit.MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(message))).TextBody ?? string.Empty;

    /// <summary>A mail server that takes everything.</summary>
    private sealed class Sink : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public Sink()
        {
            listener.Start();
            _ = AcceptAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public List<string> Messages { get; } = [];

        public void Dispose() => listener.Dispose();

        private async Task AcceptAsync()
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
                await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 sink");
                while (await reader.ReadLineAsync() is { } line)
                {
                    if (line == "DATA")
                    {
                        await writer.WriteLineAsync("354 go on");
                        var text = new StringBuilder();
                        while (await reader.ReadLineAsync() is { } part && part != ".")
                        {
                            text.Append(part).Append("\r\n");
                        }

                        Messages.Add(text.ToString());
                    }

                    await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 ok");
                }
            }
            catch (Exception ended) when (ended is IOException or ObjectDisposedException or SocketException)
            {
                // The test is over.
            }
        }
    }
}
