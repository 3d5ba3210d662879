using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using TalentHub.Data.Saving;

namespace TalentHub.Services.Notifications;

/// <summary>Where the mail server is; null host: none.</summary>
/// <param name="Patience">How long the server may be silent; 20 seconds without it.</param>
public sealed record MailSettings(string? Host, int Port, string From, TimeSpan? Patience = null);

/// <summary>Sends by SMTP with STARTTLS where the server offers it.</summary>
public sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(20);

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

        using var client = new SmtpClient { Timeout = (int)(settings.Patience ?? UsualPatience).TotalMilliseconds };
        await client.ConnectAsync(settings.Host!, settings.Port, SecureSocketOptions.StartTlsWhenAvailable, ct);
        await client.SendAsync(message, ct);
        await LeaveAsync(client, ct);
    }

    /// <summary>The server has taken the mail: whatever happens to the goodbye, it is not sent again.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception gone) when (gone is IOException or SocketException or TimeoutException or ProtocolException or OperationCanceledException)
        {
            // It hung up first.
        }
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
