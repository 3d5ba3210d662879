using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Domain.Auditing;

namespace TalentHub.Services.Notifications;

/// <summary>Gives failed mails back to the sender, under their old Message-IDs: a mail that did arrive is known by it.</summary>
public sealed class SendAgain(TalentHubDb db, TimeProvider clock) : IService
{
    /// <summary>At one time; more would go out in one rush.</summary>
    public const int Most = 500;

    /// <returns>False when there is no such mail, or none that failed.</returns>
    public async Task<bool> OneAsync(long id, CancellationToken ct)
    {
        var mail = await db.Outbox.SingleOrDefaultAsync(m => m.Id == id && m.State == MailState.Failed, ct);
        if (mail is null)
        {
            return false;
        }

        GiveBack(mail);
        db.Audit(new AuditNote(AuditAction.MailSentAgain, RecordKind.Mail, mail.Id, mail.PersonId));
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <returns>How many.</returns>
    public async Task<int> AllAsync(CancellationToken ct)
    {
        var failed = await db.Outbox.Where(m => m.State == MailState.Failed).OrderBy(m => m.Id).Take(Most).ToListAsync(ct);
        failed.ForEach(GiveBack);
        db.Audit(new AuditNote(AuditAction.MailSentAgain, RecordKind.Mail, Detail: string.Join(' ', failed.Take(20).Select(m => m.Id)) + (failed.Count > 20 ? $" … {failed.Count}" : string.Empty)));
        await db.SaveChangesAsync(ct);
        return failed.Count;
    }

    private void GiveBack(OutboxMail mail)
    {
        mail.State = MailState.Waiting;
        mail.Tries = 0;
        mail.NotBefore = clock.UtcNow();
    }
}
