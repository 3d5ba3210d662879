using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Approvals;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Workflows;

namespace TalentHub.Services.Offers;

/// <summary>The moves of an offer that need more than the offer: its facts, its chain, a first signature.</summary>
public sealed class OfferDesk(TalentHubDb db, OfferFactsLoader facts, OfferChain chain, TimeProvider clock) : IService
{
    /// <summary>The offer with all that its rules and pages read, if the viewer may see it.</summary>
    public async Task<Offer?> FindAsync(long id, CancellationToken ct)
    {
        var offer = await db.Offers.IgnoreAutoIncludes().Include(o => o.Versions).Include(o => o.Approval).SingleOrDefaultAsync(o => o.Id == id, ct);

        // One command a collection, and only where there is something: a page has few to spend. What is loaded finds its parent by itself.
        if (offer?.Approval is { } run)
        {
            await db.Set<ApprovalStep>().IgnoreAutoIncludes().Include(s => s.Votes).Where(s => EF.Property<long>(s, "RunId") == run.Id).LoadAsync(ct);
        }

        if (offer?.ExtendedAt is not null)
        {
            await db.Entry(offer).Collection(o => o.Questions).LoadAsync(ct);
        }

        return offer;
    }

    /// <summary>Drafts an offer for an application; the seat is reserved in the same save.</summary>
    public Task<Offer> DraftAsync(Actor by, long applicationId, long openingId, OfferTerms terms, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var application = await db.Applications.SingleOrDefaultAsync(a => a.Id == applicationId, ct)
                ?? throw new DomainException("This application is not there any more.");
            var known = await facts.ForDraftAsync(applicationId, openingId, terms.BaseAnnual.Currency, ct);
            var offer = new Offer(by, clock.UtcNow(), application.Id, application.PersonId, application.RequisitionId, openingId, terms, known);
            db.Offers.Add(offer);
            await db.SaveChangesAsync(ct);
            return offer;
        },
        ct);

    public async Task SubmitAsync(Offer offer, Actor by, Reason? reason, CancellationToken ct)
    {
        var known = await facts.LoadAsync(offer, ct);
        offer.Submit(by, clock.UtcNow(), known, await chain.ForAsync(offer, known, ct), reason);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>
    /// Two HR partners take an offer back: the first name is kept, the second fires the move. True when it is taken back.
    /// </summary>
    /// <exception cref="DomainException">Nobody else has signed, and this person has already.</exception>
    public Task<bool> SignRescissionAsync(Offer offer, Actor by, string? reason, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var why = Require.Text(reason, "Say why, and what the law says to it.", Transition.ReasonLength, "Reason");
            var known = await facts.LoadAsync(offer, ct);
            if (known.RescissionSignedBy is null)
            {
                var verdict = offer.Can(OfferTrigger.Rescind, known with { RescissionSignedBy = -1 }, by);
                if (!verdict.IsPossible)
                {
                    throw new MoveRefused(
                        OfferFlow.Table.Name, nameof(OfferTrigger.Rescind), verdict.Answer, verdict.Findings,
                        verdict.Findings.Count == 0 ? ["This is not possible any more."] : [.. verdict.Findings.Select(f => f.Says)]);
                }

                db.Signatures.Add(new Signature(OfferFlow.Table.Name, offer.Id, nameof(OfferTrigger.Rescind), by, clock.UtcNow(), why));
                db.Entry(offer).Property(nameof(Entity.Version)).IsModified = true;
                await db.SaveChangesAsync(ct);
                return false;
            }

            Require.That(known.RescissionSignedBy != by.PersonId, "You have signed already; another HR partner must sign as well.");
            offer.Rescind(by, clock.UtcNow(), known, why);
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    public async Task WithdrawRescissionAsync(long offerId, Actor by, CancellationToken ct)
    {
        var machine = OfferFlow.Table.Name;
        var trigger = nameof(OfferTrigger.Rescind);
        var signature = await db.Signatures.Where(s => s.Machine == machine && s.SubjectId == offerId && s.Trigger == trigger && s.WithdrawnAt == null)
            .FirstOrDefaultAsync(ct) ?? throw new DomainException("Nobody has signed.");
        signature.Withdraw(by, clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }
}
