using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Screening;

/// <summary>The last required feedback is in: the application waits for its decision.</summary>
public sealed class DecideWhenFeedbackIsIn(ApplicationFactsLoader loader) : IReaction<InterviewFeedbackComplete>
{
    public async Task ReactAsync(InterviewFeedbackComplete happened, TalentHubDb db, CancellationToken ct)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == happened.Interview.ApplicationId, ct);
        if (application.State != ApplicationState.Interviewing)
        {
            return;
        }

        var facts = await loader.LoadAsync(application, ct);
        if (application.Can(ApplicationTrigger.ToDecision, facts, Actor.System).IsPossible)
        {
            application.ToDecision(facts, Actor.System, happened.At);
        }
    }
}

/// <summary>The debrief ended with hire, signed twice: an offer may be drafted.</summary>
public sealed class OfferFollowsDecision(ApplicationFactsLoader loader) : IReaction<DecisionHire>
{
    public async Task ReactAsync(DecisionHire happened, TalentHubDb db, CancellationToken ct)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == happened.Decision.ApplicationId, ct);
        if (application.State == ApplicationState.Interviewing)
        {
            application.ToDecision(await loader.LoadAsync(application, ct), Actor.System, happened.At);
            await db.SaveChangesAsync(ct);
        }

        application.DecideHire(await loader.LoadAsync(application, ct), Actor.System, happened.At);
    }
}

/// <summary>The debrief ended with no: the recruiter is asked to say so.</summary>
public sealed class ProposeAfterNoHire(ApplicationFactsLoader loader) : IReaction<DecisionNoHire>
{
    /// <summary>The reason with which it is proposed; the recruiter may choose another.</summary>
    private const string Debrief = "debrief";

    public async Task ReactAsync(DecisionNoHire happened, TalentHubDb db, CancellationToken ct)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == happened.Decision.ApplicationId, ct);
        if (application.IsActive)
        {
            var facts = await loader.LoadAsync(application, ct);
            application.ProposeRejection(facts, Actor.System with { PersonId = happened.By.PersonId }, happened.At, Debrief, happened.Decision.Reason);
        }
    }
}

/// <summary>A question stays open: back to the interviews.</summary>
public sealed class BackForMoreSignal(ApplicationFactsLoader loader) : IReaction<DecisionMoreSignal>
{
    public async Task ReactAsync(DecisionMoreSignal happened, TalentHubDb db, CancellationToken ct)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == happened.Decision.ApplicationId, ct);
        if (application.State == ApplicationState.Deciding)
        {
            application.MoreSignal(await loader.LoadAsync(application, ct), Actor.System, happened.At, Reason.From(null, happened.Decision.OpenQuestion));
        }
    }
}

/// <summary>The candidate said yes.</summary>
public sealed class ReadyOnAcceptance(ApplicationFactsLoader loader) : IReaction<OfferAccepted>
{
    public async Task ReactAsync(OfferAccepted happened, TalentHubDb db, CancellationToken ct)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == happened.Offer.ApplicationId, ct);
        application.Ready(await loader.LoadAsync(application, ct), Actor.System, happened.At);
    }
}

/// <summary>An offer ended without a hire: a no of theirs ends the application, anything else brings it back to the decision. One that never left changes nothing.</summary>
public sealed class FollowOfferEnd(ApplicationFactsLoader loader) : IReaction<OfferEnded>
{
    public async Task ReactAsync(OfferEnded happened, TalentHubDb db, CancellationToken ct)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == happened.Offer.ApplicationId, ct);
        if (happened.How == OfferEnd.Cancelled || application.State is not (ApplicationState.OfferStage or ApplicationState.ReadyToHire))
        {
            return;
        }

        var theirs = happened.How is OfferEnd.Declined or OfferEnd.Reneged;
        application.OfferEnded(await loader.LoadAsync(application, ct), Actor.System, happened.At, theirs, Reason.From(null, happened.Offer.AnswerNote));
    }
}

/// <summary>The must-haves of a request become the criteria of the job when hiring begins.</summary>
public sealed class CriteriaFromMustHaves : IReaction<RequisitionOpened>
{
    public async Task ReactAsync(RequisitionOpened happened, TalentHubDb db, CancellationToken ct)
    {
        var requisition = happened.Requisition;
        if (!await db.Criteria.AnyAsync(c => c.RequisitionId == requisition.Id, ct))
        {
            db.Criteria.AddRange(requisition.MustHaves.Select((text, i) => new Criterion(requisition.Id, i + 1, text with { })));
        }
    }
}

/// <summary>A note stands on the person's timeline, for those whom it is meant for.</summary>
public sealed class NoteOnTimeline : IReaction<NoteWritten>
{
    public Task ReactAsync(NoteWritten happened, TalentHubDb db, CancellationToken ct)
    {
        var note = happened.Note;
        db.Timeline.Add(new Domain.Timeline.TimelineEntry(
            note.PersonId, note.WrittenAt, Domain.Timeline.EntryKind.Note, note.Audience, "wrote a note", note.AuthorId,
            note.ApplicationId is null ? null : ApplicationFlow.Table.Name, note.ApplicationId, note.RequisitionId, note.Text));
        return Task.CompletedTask;
    }
}
