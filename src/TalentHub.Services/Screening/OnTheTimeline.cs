using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Offers;
using TalentHub.Domain.Onboarding;
using TalentHub.Domain.Screening;
using TalentHub.Domain.Timeline;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Screening;

/// <summary>A file that became a person's stands on their timeline, for those who may open it.</summary>
public sealed class FileOnTimeline(Actor actor) : IReaction<FileGiven>
{
    public async Task ReactAsync(FileGiven happened, TalentHubDb db, CancellationToken ct)
    {
        var file = happened.File;
        if (file.PersonId is not { } person)
        {
            return;
        }

        var job = await db.Applications.Where(a => a.PersonId == person).OrderByDescending(a => a.Id).Select(a => (long?)a.RequisitionId).FirstOrDefaultAsync(ct)
            ?? db.Applications.Local.Where(a => a.PersonId == person).Select(a => (long?)a.RequisitionId).LastOrDefault();
        var audience = file.Kind switch
        {
            FileKind.Onboarding or FileKind.Photo => EntryAudience.HR,
            FileKind.OfferLetter => EntryAudience.Pay,
            FileKind.Resume or FileKind.CoverLetter or FileKind.WorkSample or FileKind.Certificate or FileKind.Other => EntryAudience.HiringTeam,
        };
        db.Timeline.Add(new TimelineEntry(
            person, file.UploadedAt, EntryKind.File, audience, new Sentence("added the file {file}", ("file", file.FileName)), actor.PersonId > 0 ? actor.PersonId : person, null, null, job, null));
    }
}

/// <summary>A review stands on the timeline as having been made; what it says is read in the card, by those who may.</summary>
public sealed class ScorecardOnTimeline : IReaction<ScorecardSubmitted>
{
    public async Task ReactAsync(ScorecardSubmitted happened, TalentHubDb db, CancellationToken ct)
    {
        var card = happened.Scorecard;
        var round = await db.Interviews.Where(i => i.Id == card.InterviewId).Select(i => i.RoundName).SingleAsync(ct);
        db.Timeline.Add(new TimelineEntry(
            card.PersonId, happened.At, EntryKind.Review, EntryAudience.HiringTeam, new Sentence("handed in the scorecard of “{round}”", ("round", round)),
            card.InterviewerId, InterviewFlow.Table.Name, card.InterviewId, card.RequisitionId, null));
    }
}

/// <summary>A must-have was marked.</summary>
public sealed class MarkOnTimeline : IReaction<CriterionMarked>
{
    public async Task ReactAsync(CriterionMarked happened, TalentHubDb db, CancellationToken ct)
    {
        var application = happened.Application;
        if (await db.Criteria.Where(c => c.Id == happened.CriterionId).Select(c => c.Text).SingleOrDefaultAsync(ct) is not { } criterion)
        {
            return;
        }

        var says = happened.Value switch
        {
            MarkValue.Met => "marked as met: {criterion}",
            MarkValue.NotMet => "marked as not met: {criterion}",
            MarkValue.NoEvidence => "found no evidence for: {criterion}",
        };
        db.Timeline.Add(new TimelineEntry(
            application.PersonId, happened.At, EntryKind.Review, EntryAudience.HiringTeam, new Sentence(says, ("criterion", criterion)),
            happened.By.PersonId, ApplicationFlow.Table.Name, application.Id, application.RequisitionId, null));
    }
}

/// <summary>What was written to a candidate stands on their timeline once it has left; a letter about pay for those who see pay.</summary>
public sealed class MailOnTimeline(TalentHubDb db) : IService
{
    /// <summary>Adds the entry; the caller saves. Nothing for colleagues' mails, and for those that the rejection has put there already.</summary>
    /// <param name="hasLeft">False without a mail server: it lies under *Mail* and has reached nobody.</param>
    public async Task AddAsync(OutboxMail mail, DateTime at, bool hasLeft, CancellationToken ct)
    {
        if (mail is not { PersonId: { } person, SubjectId: { } subject } || mail.Template.StartsWith(RejectionMessage.TemplatePrefix, StringComparison.Ordinal))
        {
            return;
        }

        var about = mail.Machine switch
        {
            _ when mail.Machine == ApplicationFlow.Table.Name => await db.Applications.Where(a => a.Id == subject).Select(a => new { a.PersonId, a.RequisitionId }).SingleOrDefaultAsync(ct),
            _ when mail.Machine == InterviewFlow.Table.Name => await db.Interviews.Where(i => i.Id == subject).Select(i => new { i.PersonId, i.RequisitionId }).SingleOrDefaultAsync(ct),
            _ when mail.Machine == OfferFlow.Table.Name => await db.Offers.Where(o => o.Id == subject).Select(o => new { o.PersonId, o.RequisitionId }).SingleOrDefaultAsync(ct),
            _ when mail.Machine == OnboardingFlow.Table.Name => await db.OnboardingPlans.Where(p => p.Id == subject).Select(p => new { p.PersonId, p.RequisitionId }).SingleOrDefaultAsync(ct),
            _ => null,
        };
        if (about?.PersonId != person)
        {
            return;
        }

        db.Timeline.Add(new TimelineEntry(
            person, at, EntryKind.Mail, mail.Machine == OfferFlow.Table.Name ? EntryAudience.Pay : EntryAudience.HiringTeam,
            new Sentence(hasLeft ? "The message “{subject}” was sent" : "The message “{subject}” is kept: no mail server is set", ("subject", mail.Subject)), null, mail.Machine, subject, about.RequisitionId, null));
    }
}
