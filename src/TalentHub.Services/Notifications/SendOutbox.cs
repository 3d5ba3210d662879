using System.Net.Sockets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TalentHub.Data;
using TalentHub.Data.Observability;
using TalentHub.Data.Saving;
using TalentHub.Services.Scheduling;
using TalentHub.Services.Screening;

namespace TalentHub.Services.Notifications;

/// <summary>Carries mails out of the process: SMTP when configured; where none is, they stay in the outbox and are shown to the administrator.</summary>
public interface IMailTransport
{
    /// <summary>False: nothing is configured, mails are kept and count as delivered to the *Mail* page.</summary>
    bool IsConfigured { get; }

    /// <summary>Hands one mail to the server. A repeat carries the same Message-ID.</summary>
    Task SendAsync(OutboxMail mail, string body, CancellationToken ct);
}

/// <summary>Sends what is due. At least once: a repeat only after a lost answer, under the same Message-ID.</summary>
public sealed partial class SendOutbox(
    TalentHubDb db, MailOnTimeline timeline, IMailTransport transport, IDataProtectionProvider protection, TimeProvider clock, ILogger<SendOutbox> logger) : IJob
{
    public const int MostTries = 8;

    private const int Batch = 50;

    /// <summary>A run ends well within its lease (<see cref="JobLeases.Length"/>), however slow the server is: past it another instance would send the same mails.</summary>
    private static readonly TimeSpan LongestRun = JobLeases.Length / 2;

    public string Name => "outbox";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var due = await db.Outbox.Where(m => m.State == MailState.Waiting && m.NotBefore <= now).OrderBy(m => m.NotBefore).ThenBy(m => m.Id).Take(Batch).ToListAsync(ct);
        var begun = clock.GetTimestamp();
        foreach (var mail in due)
        {
            if (!await IsStillDueAsync(mail, ct))
            {
                continue;
            }

            var isThere = await SendAsync(mail, ct);
            await db.SaveChangesAsync(ct);
            if (!isThere || clock.GetElapsedTime(begun) > LongestRun)
            {
                // The others wait for the next run; where nobody answers, they would only wait here.
                return;
            }
        }
    }

    /// <summary>Looks at the last moment: it may have been called back meanwhile, or the job taken over by another process.</summary>
    private Task<bool> IsStillDueAsync(OutboxMail mail, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.Entry(mail).ReloadAsync(ct);
            return mail.State == MailState.Waiting;
        },
        ct);

    /// <summary>False when no server was there to say yes or no.</summary>
    private async Task<bool> SendAsync(OutboxMail mail, CancellationToken ct)
    {
        try
        {
            if (transport.IsConfigured)
            {
                await transport.SendAsync(mail, Body(mail), ct);
                mail.SecretBody = null;
            }

            mail.State = MailState.Sent;
            mail.SentAt = clock.UtcNow();
            mail.LastError = null;
            await timeline.AddAsync(mail, mail.SentAt.Value, transport.IsConfigured, ct);
            Signals.Mailed(transport.IsConfigured ? "sent" : "kept");
            return true;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            mail.Tries++;
            mail.LastError = fault.GetType().Name;
            mail.State = mail.Tries >= MostTries ? MailState.Failed : MailState.Waiting;
            mail.NotBefore = clock.UtcNow() + TimeSpan.FromMinutes(Math.Pow(2, mail.Tries) / 2);
            NotSent(logger, mail.Id, mail.LastError);
            Signals.Mailed(mail.State == MailState.Failed ? "failed" : "retried");
            return fault is not (SocketException or TimeoutException or IOException or OperationCanceledException);
        }
    }

    private string Body(OutboxMail mail) => mail.SecretBody is null ? mail.Body : protection.CreateProtector(Mailer.Purpose).Unprotect(mail.SecretBody);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {MailId} was not sent: {Fault}")]
    private static partial void NotSent(ILogger logger, long mailId, string fault);
}
