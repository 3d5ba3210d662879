using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using TalentHub.Data.Saving;

namespace TalentHub.Services.Notifications;

/// <summary>Where the mail server is; null host: none.</summary>
public sealed record MailSettings(string? Host, int Port, string From);

/// <summary>Sends by SMTP with STARTTLS where the server offers it.</summary>
public sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    private const int TimeoutMilliseconds = 20_000;

    public bool IsConfigured => settings.Host is not null;

    public async Task SendAsync(OutboxMail mail, string body, CancellationToken ct)
    {
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(settings.From));
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Subject = mail.Subject;
        message.MessageId = mail.MessageId;
        message.Date = new DateTimeOffset(mail.CreatedAt, TimeSpan.Zero);
        var text = new TextPart("plain") { Text = body };
        message.Body = mail.Calendar is null ? text : new Multipart("mixed") { text, Invitation(mail) };

        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        await client.ConnectAsync(settings.Host!, settings.Port, SecureSocketOptions.StartTlsWhenAvailable, ct);
        await client.SendAsync(message, ct);
        await client.DisconnectAsync(quit: true, ct);
    }

    private static TextPart Invitation(OutboxMail mail)
    {
        var part = new TextPart("calendar") { Text = mail.Calendar! };
        part.ContentType.Parameters.Add("method", mail.CalendarMethod ?? "REQUEST");
        part.ContentType.Name = "invite.ics";
        part.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "invite.ics" };
        return part;
    }
}
