using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Saving;

namespace TalentHub.Services.Notifications;

internal static class RecallMail
{
    /// <summary>What has not left yet never does. Only marks the rows; the save writes them.</summary>
    public static async Task RecallAsync(this TalentHubDb db, string machine, long subjectId, string template, CancellationToken ct)
    {
        foreach (var mail in await db.Outbox.Where(m => m.Machine == machine && m.SubjectId == subjectId && m.Template == template && m.State == MailState.Waiting).ToListAsync(ct))
        {
            mail.State = MailState.Recalled;
        }
    }
}
