using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Auditing;
using TalentHub.Domain.Common;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Privacy;

/// <summary>Takes privacy requests and knows what has come of them.</summary>
public sealed class PrivacyDesk(TalentHubDb db, TimeProvider clock) : IService
{
    public const string OneIsOpen = "You have asked for this already; we are working on it.";

    /// <summary>Somebody asks about their own data, by the link that was sent to their mailbox, or by a colleague who writes it down.</summary>
    /// <exception cref="DomainException">The same is asked already.</exception>
    public async Task<PrivacyRequest> AskAsync(Actor by, long personId, PrivacyRequestKind kind, string? words, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        return await db.InTransactionAsync(
            async () =>
            {
                Require.That(!await db.PrivacyRequests.AnyAsync(r => r.PersonId == personId && r.Kind == kind && PrivacyRequestFlow.Open.Contains(r.State), ct), OneIsOpen);
                var zone = await db.Companies.OrderBy(c => c.Id).Select(c => c.Zone).FirstOrDefaultAsync(ct);
                var request = new PrivacyRequest(by, clock.UtcNow(), clock.TodayIn(zone), personId, kind, words);
                db.PrivacyRequests.Add(request);
                await db.SaveChangesAsync(ct);
                return request;
            },
            ct);
    }

    public async Task<PrivacyRequestFacts> FactsAsync(PrivacyRequest request, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var asked = await db.Transitions.Where(t => t.Machine == PrivacyRequestFlow.Table.Name && t.SubjectId == request.Id).OrderBy(t => t.Id).Select(t => t.At).FirstOrDefaultAsync(ct);
        return new PrivacyRequestFacts(
            await db.AuditEntries.AnyAsync(e => e.SubjectPersonId == request.PersonId && e.Action == AuditAction.Exported && e.At >= asked, ct),
            await db.People.AnyAsync(p => p.Id == request.PersonId && p.ErasedAt != null, ct));
    }
}

/// <summary>A request waits for whoever handles privacy, until the day that the law names.</summary>
public sealed class PrivacyWaits : IWaits<PrivacyRequest>
{
    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(PrivacyRequest subject, TalentHubDb db, CancellationToken ct)
    {
        if (!PrivacyRequestFlow.Open.Contains(subject.State))
        {
            return [];
        }

        var zone = await db.Companies.OrderBy(c => c.Id).Select(c => c.Zone).FirstOrDefaultAsync(ct);
        return
        [
            new WorkItem(
                PrivacyRequestFlow.Table.Name, subject.Id, WorkKind.Do, null, Capability.HandlePrivacy,
                new Sentence(Says(subject.State), ("number", subject.Number)), "/admin/privacy/" + subject.Number, subject.StateSince, Clock.EndOf(subject.DueOn, zone), 2),
        ];
    }

    private static string Says(PrivacyRequestState state) => state switch
    {
        PrivacyRequestState.Received => "Check who asks in the privacy request {number}",
        PrivacyRequestState.Verified => "Begin with the privacy request {number}",
        PrivacyRequestState.InProgress => "Answer the privacy request {number}",
        PrivacyRequestState.Done or PrivacyRequestState.Refused => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
