using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Offers;

/// <summary>For whom an offer waits: who wrote it, its approvers, the recruiter who sends it or owes an answer. No item says what is offered.</summary>
public sealed class OfferWaits : IWaits<Offer>
{
    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(Offer subject, TalentHubDb db, CancellationToken ct)
    {
        if (!OfferFlow.Live.Contains(subject.State) || subject.State is OfferState.Extended or OfferState.Accepted)
        {
            return [];
        }

        var name = await db.People.AsNoTracking().Where(p => p.Id == subject.PersonId).Select(p => p.Name).SingleAsync(ct);
        var recruiter = await db.Requisitions.AsNoTracking().Where(r => r.Id == subject.RequisitionId).Select(r => r.RecruiterId).SingleAsync(ct) ?? subject.AuthorId;
        if (subject is { State: OfferState.InApproval, Approval: null })
        {
            await db.Entry(subject).Reference(o => o.Approval).LoadAsync(ct);
        }

        if (subject.State == OfferState.InNegotiation)
        {
            await db.Entry(subject).Collection(o => o.Questions).LoadAsync(ct);
        }

        var due = OfferFlow.Table.DueAt(subject.State, subject.StateSince);
        return subject.State switch
        {
            OfferState.Draft => [Item(WorkKind.Write, subject.AuthorId, "Finish the offer {number} for {name}", due, 1)],
            OfferState.ChangesRequested => [Item(WorkKind.Write, subject.AuthorId, "Change the offer {number} for {name}, as asked", due, 2)],
            OfferState.InApproval => [.. (subject.Approval?.Current?.Votes ?? [])
                .Where(v => v.ApprovedAt is null && v.ApproverId != subject.AuthorId)
                .Select(v => Item(WorkKind.Decide, v.ApproverId, "Approve the offer {number} for {name}", due, 3))],
            OfferState.Approved => [Item(WorkKind.Do, recruiter, "Send the offer {number} to {name}", due, 2)],
            OfferState.InNegotiation => subject.Questions.Any(q => q.AnsweredAt is null)
                ? [Item(WorkKind.Do, recruiter, "Answer what {name} asks about the offer {number}", OfferFlow.Table.DueAt(subject.State, subject.Questions.Where(q => q.AnsweredAt is null).Min(q => q.AskedAt)), 3)]
                : [],
            OfferState.Extended or OfferState.Accepted or OfferState.Declined or OfferState.Expired or OfferState.Rescinded or OfferState.Reneged or OfferState.Cancelled => [],
        };

        WorkItem Item(WorkKind kind, long person, string template, DateTime? due, int weight) => new(
            OfferFlow.Table.Name, subject.Id, kind, person, null, new Sentence(template, ("number", subject.Number), ("name", name.InBoth())),
            $"/offers/{subject.Number}", subject.StateSince, due, weight);
    }
}
