using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Services.Privacy;

namespace TalentHub.Services.Backups;

/// <summary>What has to be done to a restored database before anybody is served: it believes that it is still the moment of the backup.</summary>
public sealed class SettleRestored(TalentHubDb db, EraseAgain again, TimeProvider clock) : IService
{
    /// <summary>Why a mail waits for an administrator, where its last fault is shown.</summary>
    public const string HeldBack = "Restored";

    /// <param name="Sessions">Signed-in browsers that have to sign in again.</param>
    /// <param name="Mails">Mails held back.</param>
    public sealed record Outcome(int Sessions, int Mails, EraseAgain.Outcome Erased);

    /// <summary>
    /// Ends every session: one that was ended since the backup would be alive again. Holds back mails that were due before this moment: they may have been sent since, and an administrator
    /// decides (<em>Mail</em>, <em>Send again</em>). Erases again who was erased since.
    /// </summary>
    public async Task<Outcome> RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var sessions = await db.Sessions.ExecuteDeleteAsync(ct);
        var mails = await db.Outbox.Where(m => m.State == MailState.Waiting && m.NotBefore <= now).ToListAsync(ct);
        foreach (var mail in mails)
        {
            mail.State = MailState.Failed;
            mail.LastError = HeldBack;
        }

        db.Audit(new AuditNote(AuditAction.Restored, RecordKind.Installation), AuditOrigin.Operator);
        await db.SaveChangesAsync(ct);
        return new Outcome(sessions, mails.Count, await again.RunAsync(ct));
    }
}
