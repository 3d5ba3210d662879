using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Accounts;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Services.Notifications;
using TalentHub.Services.Scheduling;

namespace TalentHub.Services.Accounts;

/// <summary>Takes down that somebody asked for a new password: the same row whether or not there is such an account.</summary>
public sealed class ResetDesk(TalentHubDb db, TimeProvider clock) : IService
{
    public async Task AskAsync(string email, CancellationToken ct)
    {
        db.ResetRequests.Add(new ResetRequest { EmailKey = EmailAddress.Normalise(email).Normalize().ToUpperInvariant(), At = clock.UtcNow() });
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Mails the link to those who have an account; to others nothing, and nobody can tell from outside.</summary>
public sealed class AnswerResets(TalentHubDb db, Mailer mailer, PublicAddress address, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private const int MostAnHour = 3;
    private const int Batch = 50;

    public string Name => "password-resets";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var request in await db.ResetRequests.OrderBy(r => r.Id).Take(Batch).ToListAsync(ct))
        {
            db.ResetRequests.Remove(request);
            await AnswerAsync(request, ct);
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task AnswerAsync(ResetRequest request, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var account = await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == request.EmailKey && !a.IsDisabled && a.PasswordHash != null, ct);
        var hourAgo = now.AddHours(-1);
        if (account is null || await db.AccountLinks.CountAsync(l => l.AccountId == account.Id && l.Kind == AccountLinkKind.PasswordReset && l.CreatedAt > hourAgo, ct) >= MostAnHour)
        {
            return;
        }

        var person = await db.People.SingleAsync(p => p.Id == account.PersonId, ct);
        var token = Tokens.New();
        db.AccountLinks.Add(new AccountLink
        {
            Kind = AccountLinkKind.PasswordReset, AccountId = account.Id, TokenHash = Tokens.HashOf(token), Stamp = account.SecurityStamp ?? string.Empty, CreatedAt = now, ExpiresAt = now + Life,
        });
        db.Audit(new AuditNote(AuditAction.ResetAsked, RecordKind.Account, account.Id, account.PersonId));
        mailer.Queue(new MailOrder("password-reset", account.Email!, person.Language, person.Id, new Dictionary<string, string>
        {
            ["recipientName"] = person.Name.CalledIn(person.Language),
            ["minutes"] = Life.TotalMinutes.ToString(CultureInfo.InvariantCulture),
            ["resetLink"] = address.Of("/account/reset/" + token),
        }) { Secrets = ["resetLink"] });
    }
}
