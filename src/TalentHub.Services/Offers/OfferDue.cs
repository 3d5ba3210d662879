using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Access;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Offers;

/// <summary>
/// The decision is to hire: the recruiter drafts the offer. The application does not move when one is drafted or cancelled, so the item is taken away and
/// put back by those.
/// </summary>
public sealed class OfferDue : IWaits<JobApplication>, IReaction<OfferDrafted>, IReaction<OfferEnded>
{
    public async Task<IReadOnlyList<WorkItem>> WaitingAsync(JobApplication subject, TalentHubDb db, CancellationToken ct) =>
        subject.State == ApplicationState.OfferStage
        && !await db.Offers.AnyAsync(o => o.ApplicationId == subject.Id && OfferFlow.Live.Contains(o.State), ct)
            ? [await ItemAsync(subject, db, ct)]
            : [];

    public async Task ReactAsync(OfferDrafted happened, TalentHubDb db, CancellationToken ct)
    {
        var link = LinkTo(happened.Offer.ApplicationId);
        db.WorkItems.RemoveRange(await db.WorkItems.Where(w => w.Link == link).ToListAsync(ct));
    }

    public async Task ReactAsync(OfferEnded happened, TalentHubDb db, CancellationToken ct)
    {
        if (happened.How != OfferEnd.Cancelled)
        {
            return;
        }

        var application = await db.Applications.SingleAsync(a => a.Id == happened.Offer.ApplicationId, ct);
        var link = LinkTo(application.Id);
        if (application.State == ApplicationState.OfferStage && !await db.WorkItems.AnyAsync(w => w.Link == link, ct))
        {
            db.WorkItems.Add(await ItemAsync(application, db, ct));
        }
    }

    private static string LinkTo(long applicationId) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/offers/new?application={applicationId}");

    private static async Task<WorkItem> ItemAsync(JobApplication application, TalentHubDb db, CancellationToken ct)
    {
        var row = await (
            from job in db.Requisitions.AsNoTracking()
            where job.Id == application.RequisitionId
            from person in db.People
            where person.Id == application.PersonId
            select new { job.RecruiterId, job.IsConfidential, job.Title, person.Name }).SingleAsync(ct);
        return new WorkItem(
            ApplicationFlow.Table.Name, application.Id, WorkKind.Write, row.RecruiterId, row.RecruiterId is null ? Queues.For(Capability.WriteOffers, row.IsConfidential) : null,
            new Sentence("Draft an offer for {name} ({job})", ("name", row.Name.InBoth()), ("job", row.Title)), LinkTo(application.Id), application.StateSince,
            TimeLimit.WorkingDays(2).DueFrom(application.StateSince), 2).Standing(application.State.ToString());
    }
}
